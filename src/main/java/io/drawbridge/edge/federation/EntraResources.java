package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.federation.EntraResource.Delegation;
import io.drawbridge.edge.federation.Issuers.EntraIssuer;
import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.azure.AppRoleAssignment;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.ServicePrincipal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What tokens can be asked for in a tenant, and by whom.
 *
 * <p>A resource that accepts tokens of the first version is named in them by its application id or one of its identifier URIs, one that
 * accepts the second's by its application id. Source: Microsoft identity platform, "Access tokens"; application manifest,
 * {@code requestedAccessTokenVersion}. An application that is not registered here is taken to accept the first, as nearly all of
 * Microsoft's own do.
 */
final class EntraResources {

  static final Operation ASSIGNMENTS = new Operation("graph", "servicePrincipals-appRoleAssignedTo");

  /** The resource that federated credentials are exchanged at: it is Microsoft's, and accepts the second version. */
  private static final String EXCHANGE = "fb60f99c-7a34-4190-8149-302f77469936";

  /** Azure CLI and Azure PowerShell: public clients that print the tokens that they get. */
  private static final Set<String> COMMAND_LINES = Set.of("04b07795-8ddb-461a-bbee-02f9e1bf7b46", "1950a258-227b-4e31-a9cf-717495945fc2");

  private final Estate estate;
  private final Map<EntraId, Application> applicationByAppId = new HashMap<>();
  private final Map<EntraId, NavigableSet<ResourceId>> assigned = new HashMap<>();
  private final Map<Named, List<EntraResource>> byAudience = new HashMap<>();

  /** What a token says that it is for, and who signs it. */
  private record Named(EntraIssuer issuer, String audience) {}

  private EntraResources(Estate estate) {
    this.estate = estate;
    estate.inventory().all(Application.class)
        .forEach(application -> applicationByAppId.put(new EntraId(application.id().tenant(), application.appId()), application));
    estate.inventory().all(AppRoleAssignment.class)
        .forEach(assignment -> assigned.computeIfAbsent(assignment.resource(), none -> new TreeSet<>()).add(assignment.principal()));
    estate.inventory().all(ServicePrincipal.class).stream().filter(ServicePrincipal::accountEnabled).map(this::resource).forEach(this::name);
  }

  private void name(EntraResource resource) {
    var issuer = new EntraIssuer(resource.id().tenant(), resource.version());
    resource.audiences().forEach(audience -> byAudience.computeIfAbsent(new Named(issuer, audience), none -> new ArrayList<>()).add(resource));
  }

  static EntraResources of(Estate estate) {
    return estate.view(EntraResources.class, EntraResources::new);
  }

  /** The resources of an issuer's tenant that its tokens can be for, with one of the audiences. */
  List<EntraResource> find(EntraIssuer issuer, Collection<String> audiences) {
    return audiences.stream().flatMap(audience -> byAudience.getOrDefault(new Named(issuer, audience), List.of()).stream()).distinct().toList();
  }

  /** What is not known of a resource: who is assigned to it. */
  Optional<CoverageGap> gap(EntraResource resource) {
    boolean read = resource.assigned().isEmpty() || !resource.assigned().get().isEmpty()
        || estate.coverage().reading(resource.evidence().scope(), ASSIGNMENTS, resource.id().objectId()) == Reading.READ;
    return read ? Optional.empty() : Optional.of(Gaps.of(estate, resource.evidence().scope(), ASSIGNMENTS, resource.id().objectId(),
        "who is assigned to an application whose tokens an IAM role trusts is not known"));
  }

  private EntraResource resource(ServicePrincipal principal) {
    Optional<Application> application = Optional.ofNullable(applicationByAppId.get(new EntraId(principal.id().tenant(), principal.appId())));
    int version = application.map(Application::tokenVersion).orElse(principal.appId().equals(EXCHANGE) ? 2 : 1);
    Set<String> audiences = new TreeSet<>(Set.of(principal.appId()));
    if (version == 1) {
      principal.servicePrincipalNames().forEach(name -> addBothForms(audiences, name));
      application.ifPresent(found -> found.identifierUris().forEach(uri -> addBothForms(audiences, uri)));
    }
    Optional<NavigableSet<ResourceId>> only = principal.assignmentRequired()
        ? Optional.of(assigned.getOrDefault(principal.id(), new TreeSet<>())) : Optional.empty();
    String tokens = "tokens of version " + version + " for " + principal.name();
    var evidence = new Evidence(Evidence.Side.FACT, principal.origin().field("/servicePrincipalNames", tokens), principal.scope(),
        principal.origin().snapshot());
    return new EntraResource(principal.id(), version, delegation(principal, application), new TreeSet<>(audiences), only, evidence);
  }

  private static Delegation delegation(ServicePrincipal principal, Optional<Application> application) {
    if (!principal.delegated()) {
      return Delegation.NEVER;
    }
    boolean printed = application.stream().flatMap(found -> found.preAuthorized().stream()).anyMatch(COMMAND_LINES::contains);
    return printed ? Delegation.BY_COMMAND_LINE : Delegation.BY_CONSENT;
  }

  /** A caller may ask for a resource with or without a slash at its end, and the token repeats what was asked. */
  private static void addBothForms(Set<String> audiences, String name) {
    audiences.add(name);
    audiences.add(name.endsWith("/") ? name.substring(0, name.length() - 1) : name + "/");
  }
}
