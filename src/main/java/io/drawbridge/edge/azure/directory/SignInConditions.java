package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.AccessPolicies;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.ConditionalAccessPolicy;
import io.drawbridge.inventory.azure.ConditionalAccessPolicy.Subjects;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What Conditional Access asks of a sign-in of a user or of a workload, whatever the application.
 *
 * <p>It only restricts: never collected, the unread side is named. What Azure's own applications ask for besides is asked where edges lead into
 * Azure. Source: Microsoft Entra, "Conditional Access for workload identities": policies about workloads concern applications of the tenant's own
 * that are for it alone. <b>Not modelled:</b> policies about other single applications, for the attacker signs in to another.
 */
final class SignInConditions {

  static final Operation POLICIES = new Operation("graph", "conditionalAccess-policies");

  private static final String OF_THE_TENANT = "serviceprincipalsinmytenant";

  private final Estate estate;
  private final AccessPolicies policies;
  private final Map<EntraId, Optional<List<Requirement>>> known = new HashMap<>();

  private SignInConditions(Estate estate) {
    this.estate = estate;
    this.policies = AccessPolicies.of(estate);
  }

  static SignInConditions of(Estate estate) {
    return estate.view(SignInConditions.class, SignInConditions::new);
  }

  /** Everything that is asked of the user; empty when nothing lets the user in. */
  Optional<List<Requirement>> of(EntraUser user) {
    return known.computeIfAbsent(user.id(), none -> evaluate(user));
  }

  private Optional<List<Requirement>> evaluate(EntraUser user) {
    Set<String> ids = Directory.of(estate).ids(user.id());
    return asked(user.id().tenant(), policy -> policies.appliesTo(policy, ids, Optional.of(user)), policy -> policies.isSurelyAbout(policy, ids, Optional.of(user)));
  }

  /** The same of a service principal of the tenant's own application; managed identities, others' applications and those that are for others are left alone. */
  Optional<List<Requirement>> of(ServicePrincipal principal, Application application) {
    String tenant = principal.id().tenant();
    boolean own = !principal.isManagedIdentity() && (principal.appOwnerTenantId().isEmpty() || principal.appOwnerTenantId().equals(tenant))
        && (application.signInAudience().isEmpty() || application.singleTenant());
    return asked(tenant, policy -> own && names(policy.users().include(), principal) && !names(policy.users().exclude(), principal), policy -> true);
  }

  private Optional<List<Requirement>> asked(String tenant, Predicate<ConditionalAccessPolicy> applies, Predicate<ConditionalAccessPolicy> sure) {
    return policies.asked(tenant, policy -> policy.applications().every() && applies.test(policy), sure).map(asked -> {
      List<Requirement> all = new ArrayList<>(asked);
      if (reading(tenant) == Reading.UNREADABLE) {
        all.add(new Requirement("unread:" + POLICIES, "Absent", List.of(), false, "no Conditional Access policy that could not be read keeps the sign-in out"));
      }
      return all;
    });
  }

  /** The policies of a tenant, when nobody asked for them. */
  List<Unread> unread(String tenant) {
    return reading(tenant) == Reading.NEVER_COLLECTED ? List.of(new Unread(Scope.tenant(tenant), POLICIES.toString())) : List.of();
  }

  private Reading reading(String tenant) {
    return estate.coverage().reading(Scope.tenant(tenant), POLICIES);
  }

  private static boolean names(Subjects subjects, ServicePrincipal principal) {
    return subjects.principals().contains(OF_THE_TENANT) || subjects.principals().contains(principal.id().objectId());
  }
}
