package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.AzureConnector;
import io.drawbridge.inventory.aws.AzureConnector.Identity;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.OutboundFederation;
import io.drawbridge.policy.aws.AwsPrincipal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From a connector of an AWS service to the Entra application as which the service acts in Azure.
 *
 * <p>The service takes a role of the account and has AWS issue a token for it, which the application trusts by the account's issuer and the role's
 * ARN. Drawn where all of that is there: the role trusts the service and may have the token, and the credential names both. The connector is where
 * the vendor acts from, and nobody leads to it: who takes the role themselves is {@link AwsToEntra}'s, and who has Systems Manager run an automation
 * under the roles that it trusts is drawn as any role that is passed. Source: Systems Manager User Guide, "Cloud Connectors"; Security Hub User
 * Guide, "Configuring Microsoft Azure to integrate with Security Hub"; DevOps Agent API reference, RegisteredAzureIdentityDetails. <b>Not
 * modelled:</b> what somebody who asks the DevOps Agent, or who writes a recorder or a scan, has the service do there, of which no page says more
 * than that it reads.
 */
final class ConnectorToApplication implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("aws-connector-to-entra", "acts in the tenant as a service of AWS", "T1199",
      "give the connector's application only the roles that the service needs, on the subscriptions that it is for");
  private static final List<Operation> CONNECTORS =
      Stream.of("ssm:get-cloud-connector", "configservice:get-connector", "securityhub:list-connectors-v2", "inspector2:list-connectors", "devops-agent:list-services")
          .map(Operation::parse).toList();

  @Override
  public List<Operation> reads() {
    return Stream.of(CONNECTORS, EntraDirectory.CREDENTIAL_READS, List.of(FederatedEdges.AUTHORIZATION_DETAILS, AwsToEntra.OUTBOUND)).flatMap(List::stream).toList();
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<AzureConnector> connectors = estate.inventory().all(AzureConnector.class);
    if (connectors.isEmpty()) {
      return;
    }
    var clients = new EntraClients(estate);
    for (AzureConnector connector : connectors) {
      Optional<AzureConnector> telling = connector.through().isEmpty() ? Optional.of(connector)
          : Arn.find(connector.through()).flatMap(arn -> estate.inventory().find(AzureConnector.class, arn));
      if (telling.isEmpty()) {
        sink.gap(Gaps.of(estate, connector.scope(), CONNECTORS.get(1), connector.through(), "as which application a connector acts is not known"));
      } else {
        acting(estate, connector, telling.get(), clients, sink);
      }
    }
  }

  private static void acting(Estate estate, AzureConnector connector, AzureConnector telling, EntraClients clients, EdgeSink sink) {
    Identity identity = telling.identity();
    Scope tenant = Scope.tenant(identity.tenantId());
    for (Operation operation : List.of(EntraDirectory.APPLICATIONS, EntraDirectory.APPLICATION_CREDENTIALS)) {
      if (clients.of(identity).isEmpty() && estate.coverage().reading(tenant, operation) != Reading.READ) {
        sink.gap(Gaps.of(estate, tenant, operation, "", "whether an application trusts a connector of AWS is not known"));
      }
    }
    Proof named = Observed.fact(telling, identity.pointer(), identity.clientId());
    String role = ServiceRoles.of(connector);
    for (EntraId target : clients.of(identity)) {
      clients.credentials(target).stream().filter(credential -> credential.subject().equals(role))
          .forEach(credential -> credential(estate, connector, credential, named, sink));
    }
  }

  private static void credential(Estate estate, AzureConnector connector, TrustedCredential credential, Proof named, EdgeSink sink) {
    Scope account = connector.scope();
    Optional<OutboundFederation> outbound = estate.inventory().all(OutboundFederation.class).stream().filter(one -> one.scope().equals(account)).findFirst();
    Optional<IamRole> role = Arn.find(credential.subject()).filter(arn -> arn.account().equals(account.id())).flatMap(arn -> estate.inventory().find(IamRole.class, arn));
    if (outbound.isEmpty()) {
      sink.gap(Gaps.of(estate, account, AwsToEntra.OUTBOUND, "", "whether an issuer that Entra trusts is this account's is not known"));
    } else if (role.isEmpty()) {
      sink.gap(Gaps.of(estate, account, FederatedEdges.AUTHORIZATION_DETAILS, credential.subject(), "whether a connector's service takes the role that Entra trusts is not known"));
    } else if (outbound.get().enabled() && outbound.get().issuer().equals(credential.issuer())) {
      draw(estate, connector, credential, role.get(), named.and(Observed.fact(outbound.get(), "/IssuerIdentifier", credential.issuer())), sink);
    }
  }

  private static void draw(Estate estate, AzureConnector connector, TrustedCredential credential, IamRole role, Proof facts, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    Ruling taken = authorization.trust(role, new AwsPrincipal.Service(ServiceRoles.service(connector)), "sts:AssumeRole",
        Map.of("aws:SourceAccount", List.of(connector.id().account()), "aws:SourceArn", List.of(connector.id().text())), Set.of());
    authorization.find(role.id()).map(identity -> AwsToEntra.rule(estate, identity, credential)).ifPresent(token -> {
      Edge plain = CredentialEdges.of(connector.id(), credential, EdgeKind.VENDOR_ACTS_ON, TECHNIQUE.id(), facts.and(taken.proof()).and(token.proof()));
      DecisionEdges.of(plain, Deciding.and(taken.decision(), token.decision()), role.id()).forEach(sink::edge);
    });
  }
}
