package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.directory.SignIns.Credential;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.DomainFederation;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The issuer of a federated domain, such as a server of Active Directory Federation Services, signs in as any user of the domain.
 *
 * <p>It names the user by an immutable id, which a synchronised account has. Source: Microsoft Graph, resource type
 * internalDomainFederation; Microsoft Entra Connect and federation. <b>Not modelled:</b> users of other domains, which some tenants let an
 * issuer name as well.
 */
final class FederatedSignIn implements EdgeRule {

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "domains"), new Operation("graph", "domains-federationConfiguration"), new Operation("graph", "users"),
        SignInConditions.POLICIES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.FEDERATED_SIGN_IN);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<String, List<EntraUser>> byDomain = estate.inventory().all(EntraUser.class).stream()
        .filter(ResettableUsers.kept()).filter(EntraUser::anchored).collect(Collectors.groupingBy(EntraUser::domain));
    var sets = new CapabilitySets(sink);
    for (DomainFederation federation : estate.inventory().all(DomainFederation.class)) {
      String tenant = federation.id().tenant();
      Stream<EntraUser> users = byDomain.getOrDefault(federation.domain(), List.of()).stream().filter(user -> user.id().tenant().equals(tenant));
      SignIns signIns = SignIns.of(estate);
      List<SignIns.Share> shares = signIns.shares("sign-in-by-domain", "entra://" + tenant + "/" + federation.domain(), users,
          federation.mfaBelieved() ? Credential.MULTIFACTOR : Credential.SYNCHRONISED_PASSWORD);
      var issuer = new ExternalId("issuer", federation.issuerUri().replaceFirst("^https?://", ""));
      Edge plain = Edge.of(issuer, issuer, EdgeKind.CAN_FEDERATE, EntraTechniques.FEDERATED_SIGN_IN.id(),
          Observed.grant(federation, "/issuerUri", federation.issuerUri()), Likelihood.CERTAIN.cost());
      signIns.connect(plain, shares, new Decision.Allowed(List.of()), tenant, sets);
    }
  }
}
