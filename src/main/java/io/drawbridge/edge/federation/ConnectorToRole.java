package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.ArmScopes;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.federation.OidcProviders.TrustedProvider;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.azure.MulticloudConnector;
import io.drawbridge.inventory.azure.MulticloudConnector.Onboarding;
import io.drawbridge.inventory.azure.MulticloudConnector.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From a connector in Azure to the role by which Microsoft's service installs the agent of Azure Arc on the instances of an AWS account.
 *
 * <p>What is known of steering: who writes the connector has the service onboard the account's instances, and whoever may install extensions on
 * machines of the same resource group is root on them then ({@link ConnectorSteering}); the service's own commands are its own. Whether the service
 * lets a connector name a role that was made for another is not known, so the trust must admit the session name of the connector's tenant.
 * Source: learn.microsoft.com, "Connect AWS accounts to Microsoft Defender for Cloud", "Onboard VMs to Azure Arc through the multicloud connector".
 * <b>Not modelled:</b> the connector's other roles, of which no page says that a customer chooses what is done by them: that Microsoft takes them is
 * {@link EntraToRole}'s; member accounts of a connector to an organization, which have connectors of their own.
 */
final class ConnectorToRole implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("microsoft-connector-onboards", "has Microsoft's connector install the agent of Azure Arc by the role", "T1199",
      "switch off the automatic onboarding and remove its role, or limit its commands to tagged instances");
  static final Operation DEFENDER = new Operation("arm", "microsoft.security/securityconnectors");
  static final Operation ARC = new Operation("arm", "microsoft.hybridconnectivity/publiccloudconnectors");

  private static final String ANYTHING = "drawbridge-witness";

  @Override
  public List<Operation> reads() {
    return List.of(DEFENDER, ARC, FederatedEdges.AUTHORIZATION_DETAILS, OidcProviders.LIST, OidcProviders.GET);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<MulticloudConnector> connectors = estate.inventory().all(MulticloudConnector.class);
    if (connectors.isEmpty()) {
      return;
    }
    Map<Arn, List<TrustedProvider>> byRole = new HashMap<>();
    OidcProviders.of(estate).trusted().stream().filter(trusted -> MicrosoftTenants.areBehind(trusted.provider().url()))
        .forEach(trusted -> byRole.computeIfAbsent(trusted.role().id(), none -> new ArrayList<>()).add(trusted));
    for (MulticloudConnector connector : connectors) {
      for (Onboarding onboarding : connector.onboarding()) {
        Arn.find(onboarding.role()).filter(role -> role.account().equals(connector.account()))
            .ifPresent(role -> role(estate, connector, onboarding, role, byRole.getOrDefault(role, List.of()), sink));
      }
    }
  }

  private static void role(Estate estate, MulticloudConnector connector, Onboarding onboarding, Arn role, List<TrustedProvider> providers, EdgeSink sink) {
    Scope account = Scope.account(role.account());
    if (estate.inventory().find(IamRole.class, role).isEmpty() && estate.coverage().reading(account, FederatedEdges.AUTHORIZATION_DETAILS) != Reading.READ) {
      sink.gap(Gaps.of(estate, account, FederatedEdges.AUTHORIZATION_DETAILS, "", "whom a role trusts that a connector in Azure names is not known"));
    }
    for (TrustedProvider provider : providers) {
      FederatedTrust.of(estate, provider).ifPresent(trust -> trust.admit(tokens(estate, connector, onboarding, trust))
          .ifPresent(admitted -> FederatedEdges.draw(trust, admitted, EdgeKind.VENDOR_ACTS_ON, TECHNIQUE.id(), sink)));
    }
  }

  private static List<TrustedToken> tokens(Estate estate, MulticloudConnector connector, Onboarding onboarding, FederatedTrust trust) {
    List<String> subjects = new ArrayList<>(trust.asked("sub"));
    subjects.add(ANYTHING);
    List<Evidence> facts = Observed.fact(connector, onboarding.pointer(), onboarding.role()).evidence();
    boolean defender = connector.product() == Product.DEFENDER;
    return trust.audiences().stream().filter(audience -> !defender || audience.equals(MicrosoftTenants.DEFENDER_FOR_SERVERS))
        .flatMap(audience -> subjects.stream().map(subject -> token(connector.id(), subject, audience,
            defender ? ArmScopes.of(estate).tenant(connector.id()).map(tenant -> MicrosoftTenants.session(audience, tenant)) : Optional.empty(), facts)))
        .toList();
  }

  private static TrustedToken token(ArmId connector, String subject, String audience, Optional<String> session, List<Evidence> facts) {
    SortedMap<String, List<String>> claims = new TreeMap<>(Map.of("sub", List.of(subject), "aud", List.of(audience)));
    session.ifPresent(name -> claims.put("sts:RoleSessionName", List.of(name)));
    return new TrustedToken(connector, claims, facts, Condition.NONE);
  }
}
