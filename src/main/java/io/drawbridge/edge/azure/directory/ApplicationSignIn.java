package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An application's credentials sign in as its service principals: in its own tenant, and in others as far as its audience reaches, unless either is
 * switched off, or Conditional Access for workloads keeps it out.
 *
 * <p>An application for personal accounts alone gets no tokens of a tenant. The tenant of an application that was not collected holds its
 * credentials: it is where the edge begins. Sources: Microsoft identity platform, "Application and service principal objects", "Supported account
 * types" ({@code signInAudience}). <b>Not modelled:</b> Microsoft's own tenants, who run the directory anyhow.
 */
final class ApplicationSignIn implements EdgeRule {

  private static final Operation APPLICATIONS = new Operation("graph", "applications");

  /** Audiences that take in other organizations. */
  private static final Set<String> EVERY_ORGANIZATION = Set.of("azureadmultipleorgs", "azureadandpersonalmicrosoftaccount");

  private static final String PERSONAL = "personalmicrosoftaccount";

  /** Tenants of Microsoft's services and of the company. */
  private static final Set<String> MICROSOFT = Set.of("f8cdef31-a31e-4b4a-93e4-5f571e91255a", "72f988bf-86f1-41af-91ab-2d7cd011db47");

  private static final Requirement FOR_OTHERS = new Requirement("entra:sign-in-audience", "StringEquals", List.of("AzureADMultipleOrgs"), false,
      "the application is for other organizations too");

  @Override
  public List<Operation> reads() {
    return List.of(APPLICATIONS, new Operation("graph", "servicePrincipals"), SignInConditions.POLICIES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.APPLICATION_SIGN_IN);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<String, List<Application>> byAppId = new HashMap<>();
    for (Application application : estate.inventory().all(Application.class)) {
      if (!application.appId().isEmpty()) {
        byAppId.computeIfAbsent(application.appId(), none -> new ArrayList<>()).add(application);
      }
    }
    for (ServicePrincipal principal : estate.inventory().all(ServicePrincipal.class)) {
      List<Application> applications = byAppId.getOrDefault(principal.appId(), List.of());
      if (principal.accountEnabled()) {
        applications.stream().filter(application -> !application.disabled()).forEach(application -> draw(estate, application, principal, sink));
        if (applications.isEmpty() && isHeldElsewhere(estate, principal)) {
          sink.edge(edge(new ExternalId("entra", principal.appOwnerTenantId()), principal,
              Observed.fact(principal, "/appOwnerOrganizationId", principal.appOwnerTenantId())));
        }
      }
    }
  }

  private static void draw(Estate estate, Application application, ServicePrincipal principal, EdgeSink sink) {
    SignInConditions conditions = SignInConditions.of(estate);
    audience(application, principal).ifPresent(admitted -> conditions.of(principal, application).ifPresent(asked -> {
      Proof proof = Observed.fact(application, "/appId", application.appId()).and(Observed.fact(principal, "/appId", principal.appId()))
          .and(new Proof(List.of(), conditions.unread(principal.id().tenant())));
      Decision decision = Deciding.and(Deciding.and(new Decision.Allowed(List.of()), admitted), asked);
      DecisionEdges.of(edge(application.id(), principal, proof), decision, application.id()).forEach(sink::edge);
    }));
  }

  /** What must hold so that the application is for the principal's tenant; empty when it is not. */
  private static Optional<List<Requirement>> audience(Application application, ServicePrincipal principal) {
    String audience = ResourceId.lowerCase(application.signInAudience());
    boolean home = application.id().tenant().equals(principal.id().tenant());
    if (!home && audience.isEmpty()) {
      return Optional.of(List.of(FOR_OTHERS));
    }
    return (home ? !audience.equals(PERSONAL) : EVERY_ORGANIZATION.contains(audience)) ? Optional.of(List.of()) : Optional.empty();
  }

  /** True for an application of another tenant whose applications nobody read. */
  private static boolean isHeldElsewhere(Estate estate, ServicePrincipal principal) {
    String owner = principal.appOwnerTenantId();
    return !owner.isEmpty() && !owner.equals(principal.id().tenant()) && !MICROSOFT.contains(owner) && !principal.isManagedIdentity() && !principal.isAgent()
        && estate.coverage().reading(Scope.tenant(owner), APPLICATIONS) != Reading.READ;
  }

  private static Edge edge(ResourceId from, ServicePrincipal principal, Proof proof) {
    return Edge.of(from, principal.id(), EdgeKind.SIGNS_IN_AS, EntraTechniques.APPLICATION_SIGN_IN.id(), proof, Likelihood.CERTAIN.cost());
  }
}
