package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.azure.AuthorizationPolicy;
import io.drawbridge.inventory.azure.ConsentConditions;
import io.drawbridge.inventory.azure.ConsentConditions.Clients;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.azure.GraphAppRoles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What policies of consent let consent to of the application permissions of Microsoft Graph, and for which applications.
 *
 * <p>One set that takes the permission in is enough, and one that leaves it out for every application is too much. What is left out only
 * restricts: never collected, the unread side is named. The caller's application may be registered here where users register applications. Source:
 * Microsoft Entra, "Manage app consent policies"; Microsoft Graph, permissionGrantConditionSet.
 */
final class ConsentPolicies {

  static final Operation INCLUDES = new Operation("graph", "permissionGrantPolicies-includes");
  static final Operation EXCLUDES = new Operation("graph", "permissionGrantPolicies-excludes");

  /** What Microsoft's own policies begin with, which nobody changes. */
  private static final String BUILT_IN = "microsoft-";
  private static final String EVERYTHING = "microsoft-all-application-permissions";
  private static final String EVERYTHING_FOR_VERIFIED = "microsoft-all-application-permissions-verified";

  private static final Requirement VERIFIED = new Requirement("entra:verified-publisher", "Bool", List.of("true"), false,
      "the application is one of a publisher that is verified");

  private final Estate estate;
  private final Map<EntraId, List<ConsentConditions>> sets = new HashMap<>();
  private final Set<String> registering;

  /**
   * What a policy lets.
   *
   * @param requirements what the application must be
   */
  record Consent(List<Requirement> requirements, Proof proof) {}

  private ConsentPolicies(Estate estate) {
    this.estate = estate;
    for (ConsentConditions each : estate.inventory().all(ConsentConditions.class)) {
      sets.computeIfAbsent(each.policy(), none -> new ArrayList<>()).add(each);
    }
    registering = estate.inventory().all(AuthorizationPolicy.class).stream().filter(AuthorizationPolicy::registersApplications)
        .map(policy -> policy.id().tenant()).collect(Collectors.toSet());
  }

  static ConsentPolicies of(Estate estate) {
    return estate.view(ConsentPolicies.class, ConsentPolicies::new);
  }

  static boolean isBuiltIn(EntraId policy) {
    return policy.objectId().startsWith(BUILT_IN);
  }

  /** What a policy that is a tenant's own takes in, when nobody read it. */
  Optional<CoverageGap> unknown(EntraId policy) {
    Scope tenant = Scope.tenant(policy.tenant());
    boolean read = isBuiltIn(policy) || estate.coverage().reading(tenant, INCLUDES, policy.objectId()) == Reading.READ;
    return read ? Optional.empty() : Optional.of(Gaps.of(estate, tenant, INCLUDES, policy.objectId(), "what the policy of consent takes in is not known"));
  }

  /** Whether somebody consents to a permission under a policy; the way that asks least. */
  Optional<Consent> to(String permission, EntraId policy) {
    return switch (policy.objectId()) {
      case EVERYTHING -> Optional.of(new Consent(List.of(), Proof.of(List.of())));
      case EVERYTHING_FOR_VERIFIED ->
          Optional.of(new Consent(registering.contains(policy.tenant()) ? List.of() : List.of(VERIFIED), Proof.of(List.of())));
      default -> isBuiltIn(policy) ? Optional.empty() : ofTenant(permission, policy);
    };
  }

  private Optional<Consent> ofTenant(String permission, EntraId policy) {
    List<ConsentConditions> about = sets.getOrDefault(policy, List.of()).stream().filter(each -> takesIn(each, permission)).toList();
    if (about.stream().anyMatch(each -> !each.include() && each.clients().any())) {
      return Optional.empty();
    }
    List<Requirement> unreadable = reading(policy) == Reading.UNREADABLE ? List.of(new Requirement("unread:" + EXCLUDES, "Absent", List.of(), false,
        "nothing that could not be read of the policy leaves the permission out")) : List.of();
    List<Unread> unread = reading(policy) == Reading.NEVER_COLLECTED ? List.of(new Unread(Scope.tenant(policy.tenant()), EXCLUDES.toString())) : List.of();
    return about.stream().filter(ConsentConditions::include).map(each -> {
      List<Requirement> asked = new ArrayList<>(asked(each.clients(), policy.tenant()));
      asked.addAll(unreadable);
      return new Consent(asked, Observed.grant(each, "/permissions", policy.objectId()).and(new Proof(List.of(), unread)));
    }).min(Comparator.comparingInt(consent -> consent.requirements().size()));
  }

  private Reading reading(EntraId policy) {
    return estate.coverage().reading(Scope.tenant(policy.tenant()), EXCLUDES, policy.objectId());
  }

  private static boolean takesIn(ConsentConditions set, String permission) {
    boolean resource = set.resource().equals("any") || set.resource().equals(GraphAppRoles.GRAPH_CLIENT_ID);
    boolean named = set.permissions().isEmpty()
        || set.permissions().stream().map(GraphAppRoles::value).flatMap(Optional::stream).anyMatch(permission::equals);
    return set.permissionType().equals("application") && resource && named;
  }

  private List<Requirement> asked(Clients clients, String tenant) {
    List<Requirement> asked = new ArrayList<>();
    if (clients.verifiedOnly()) {
      asked.add(VERIFIED);
    }
    if (!clients.ids().isEmpty()) {
      asked.add(new Requirement("entra:consent-application", "StringEquals", clients.ids(), false, "an application that the policy names is in the caller's hands"));
    }
    if (!clients.publishers().isEmpty()) {
      asked.add(new Requirement("entra:consent-publisher", "StringEquals", clients.publishers(), false, "the application is one of a publisher that the policy names"));
    }
    boolean ownTenant = clients.tenants().contains(tenant) && registering.contains(tenant);
    if (!clients.tenants().isEmpty() && !ownTenant) {
      asked.add(new Requirement("entra:consent-tenant", "StringEquals", clients.tenants(), false, "the application is registered in a tenant that the policy names"));
    }
    return asked;
  }
}
