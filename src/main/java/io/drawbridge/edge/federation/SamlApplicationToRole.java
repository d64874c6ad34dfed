package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.trust.SamlTrust;
import io.drawbridge.edge.aws.trust.SamlTrust.Trusting;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.SamlProvider;
import io.drawbridge.inventory.azure.ServicePrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * From a tenant of Entra to the IAM roles that trust the SAML assertions of its applications.
 *
 * <p>The application is the one that signs with a certificate of the provider's metadata; where it cannot be told, its tenant's global administrator
 * is all that is certain. Source: learn.microsoft.com, "Configure AWS Single-Account Access for single sign-on": an app role's value names role and
 * provider. <b>Not modelled:</b> roles that a claims mapping gives by other attributes.
 */
final class SamlApplicationToRole implements EdgeRule {

  static final Technique ASSIGNED = new Technique("entra-saml-role", "signs in to the role by the application it is assigned to", "T1078.004",
      "take the assignment to the application's role away");
  static final Technique MANAGED = new Technique("entra-saml-application", "has the application say that it may take the role", "T1606.002",
      "let few own or administer the application that signs in to AWS");

  @Override
  public List<Operation> reads() {
    return Stream.concat(Stream.of(FederatedEdges.AUTHORIZATION_DETAILS, SamlTrust.LIST, SamlIssuerToRole.GET, EntraDirectory.SERVICE_PRINCIPALS,
        EntraResources.ASSIGNMENTS, new Operation("graph", "users"), new Operation("graph", "groups"), new Operation("graph", "groups-members"),
        new Operation("graph", "conditionalAccess-policies")),
        ApplicationManagers.READS.stream()).toList();
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ASSIGNED, MANAGED);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<Arn, List<Trusting>> byProvider = new TreeMap<>();
    for (Trusting trusting : SamlTrust.all(estate)) {
      if (!trusting.provider().resource().startsWith(SamlIssuerToRole.OF_IDENTITY_CENTER)) {
        byProvider.computeIfAbsent(trusting.provider(), none -> new ArrayList<>()).add(trusting);
      }
    }
    byProvider.forEach((arn, roles) -> estate.inventory().find(SamlProvider.class, arn).ifPresent(provider ->
        SamlApplications.collectedTenant(estate, provider).ifPresent(tenant -> provider(estate, tenant, provider, roles, sink))));
  }

  private static void provider(Estate estate, String tenant, SamlProvider provider, List<Trusting> roles, EdgeSink sink) {
    SamlApplications applications = SamlApplications.of(estate, tenant, provider);
    if (applications.found().isEmpty() && !applications.certain()) {
      sink.gap(Gaps.of(estate, Scope.tenant(tenant), EntraDirectory.SERVICE_PRINCIPALS, "", "which application signs what a SAML provider accepts is not known"));
    }
    if (!applications.found().isEmpty() || !applications.certain()) {
      roles.forEach(trusting -> administrator(estate, tenant, provider, trusting, sink));
    }
    for (ServicePrincipal application : applications.found()) {
      new SamlSignIn(estate, application, provider, roles).draw(sink);
    }
  }

  private static void administrator(Estate estate, String tenant, SamlProvider provider, Trusting trusting, EdgeSink sink) {
    var ruling = SamlTrust.admits(estate, trusting);
    var administrator = ApplicationManagers.administrator(tenant);
    Edge plain = edge(administrator, trusting, SamlIssuerToRole.TECHNIQUE, ruling.proof().and(SamlIssuerToRole.accepts(provider)));
    DecisionEdges.of(plain, ruling.decision(), administrator).forEach(sink::edge);
  }

  static Edge edge(ResourceId from, Trusting trusting, Technique technique, Proof proof) {
    return Edge.of(from, trusting.role().id(), EdgeKind.CAN_FEDERATE, technique.id(), proof, Likelihood.EASY.cost()).outliving(SamlIssuerToRole.SESSION);
  }
}
