package io.drawbridge.edge.azure;

import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.ConditionalAccessPolicy;
import io.drawbridge.inventory.azure.ConditionalAccessPolicy.Subjects;
import io.drawbridge.inventory.azure.DirectoryRole;
import io.drawbridge.inventory.azure.DirectoryRoleAssignment;
import io.drawbridge.inventory.azure.DirectoryRoleMember;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The Conditional Access policies that are enforced: whom they are about, and what they ask for.
 *
 * <p>A policy about every sign-in is a condition as it stands, or keeps out; one that leaves sign-ins out by place, platform, client, risk or device
 * is a condition of its own, that it is fulfilled or passed by. Roles count that are held over the whole tenant now. Sources: Microsoft Entra,
 * "Building a Conditional Access policy", "Conditional Access: Users, groups, agents, and workload identities". <b>Not modelled:</b> security
 * defaults; session controls; policies about user actions, which are on the way to nothing that edges lead to.
 */
public final class AccessPolicies {

  public static final Requirement MFA = new Requirement("entra:mfa", "Bool", List.of("true"), false, "multifactor authentication is passed");
  public static final Requirement COMPLIANT_DEVICE = control("entra:device", "compliant", "the device is compliant");
  public static final Requirement JOINED_DEVICE = control("entra:device", "hybrid-joined", "the device is joined to the directory outside");

  private static final Map<String, Requirement> CONTROLS =
      Map.of(
          "mfa", MFA,
          "authenticationstrength", new Requirement("entra:authentication-strength", "Bool", List.of("true"), false, "a method of the strength asked for is used"),
          "compliantdevice", COMPLIANT_DEVICE,
          "domainjoineddevice", JOINED_DEVICE,
          "approvedapplication", control("entra:application", "approved", "an approved client application is used"),
          "compliantapplication", control("entra:application", "protected", "a protected client application is used"));

  /** What whoever signs in does on the way. */
  private static final Set<String> DONE_BY_ANYONE = Set.of("passwordchange", "termsofuse");

  private final Map<String, List<ConditionalAccessPolicy>> policies = new HashMap<>();
  private final Map<String, Set<String>> roles = new HashMap<>();

  private AccessPolicies(Estate estate) {
    for (ConditionalAccessPolicy policy : estate.inventory().all(ConditionalAccessPolicy.class)) {
      if (policy.enforced() && !policy.grant().controls().isEmpty()) {
        policies.computeIfAbsent(policy.id().tenant(), none -> new ArrayList<>()).add(policy);
      }
    }
    Map<String, String> templates = new HashMap<>();
    estate.inventory().all(DirectoryRole.class).forEach(role -> templates.put(role.id().objectId(), role.templateId()));
    estate.inventory().all(DirectoryRoleMember.class).forEach(link -> hold(link.member().objectId(), link.role().objectId(), templates));
    estate.inventory().all(DirectoryRoleAssignment.class).stream()
        .filter(held -> held.current() && !held.eligible() && held.directoryScopeId().equals("/") && InForce.of(estate).holds(held.origin(), held.term()))
        .forEach(held -> hold(held.principalId(), held.roleDefinitionId(), templates));
  }

  public static AccessPolicies of(Estate estate) {
    return estate.view(AccessPolicies.class, AccessPolicies::new);
  }

  private void hold(String holder, String role, Map<String, String> templates) {
    roles.computeIfAbsent(holder, none -> new HashSet<>()).add(templates.getOrDefault(role, role));
  }

  Collection<ConditionalAccessPolicy> all() {
    return policies.values().stream().flatMap(List::stream).toList();
  }

  /** Who holds any of some roles. */
  Stream<String> holders(Set<String> ofRoles) {
    return roles.entrySet().stream().filter(held -> held.getValue().stream().anyMatch(ofRoles::contains)).map(Map.Entry::getKey);
  }

  /** True where some policy singles an application out, by naming it or by leaving others out. */
  public boolean singleOut(String tenant, String clientId) {
    return policies.getOrDefault(tenant, List.of()).stream().anyMatch(policy -> isAbout(policy, clientId));
  }

  /** What one application asks of a principal beside what every application does; to be blocked is a denial. */
  public Decision at(String tenant, String clientId, Set<String> ids, Optional<EntraUser> user) {
    return asked(tenant, policy -> isAbout(policy, clientId) && appliesTo(policy, ids, user), policy -> !policy.applications().filtered() && isSurelyAbout(policy, ids, user))
        .map(asked -> Deciding.and(new Decision.Allowed(List.of()), asked)).orElse(new Decision.Denied(false, List.of()));
  }

  static boolean isAbout(ConditionalAccessPolicy policy, String clientId) {
    return !policy.applications().every() && policy.applications().mayBe(clientId);
  }

  /**
   * Everything that the policies of a tenant ask for; empty when one of them keeps out.
   *
   * @param sure whether a policy that applies does so for certain
   */
  public Optional<List<Requirement>> asked(String tenant, Predicate<ConditionalAccessPolicy> applies, Predicate<ConditionalAccessPolicy> sure) {
    List<Requirement> asked = new ArrayList<>();
    for (ConditionalAccessPolicy policy : policies.getOrDefault(tenant, List.of())) {
      if (applies.test(policy)) {
        boolean every = policy.everySignIn() && sure.test(policy);
        if (every && policy.grant().controls().contains("block")) {
          return Optional.empty();
        }
        asks(policy, every).stream().filter(requirement -> !asked.contains(requirement)).forEach(asked::add);
      }
    }
    return Optional.of(asked);
  }

  /**
   * Whether a policy may be about a principal.
   *
   * @param ids its own and those of its groups
   * @param user itself, unless it is a group
   */
  public boolean appliesTo(ConditionalAccessPolicy policy, Set<String> ids, Optional<EntraUser> user) {
    return (names(policy.users().include(), ids, user) || namesSome(policy.users().include(), user)) && !names(policy.users().exclude(), ids, user);
  }

  /** False where it is about external users of some tenants, or of all but some, and nothing says of which this one is. */
  public boolean isSurelyAbout(ConditionalAccessPolicy policy, Set<String> ids, Optional<EntraUser> user) {
    return names(policy.users().include(), ids, user) && !namesSome(policy.users().exclude(), user);
  }

  private boolean names(Subjects subjects, Set<String> ids, Optional<EntraUser> user) {
    return subjects.users().contains("all") || types(user).anyMatch(subjects.users()::contains) || ids.stream().anyMatch(id ->
        subjects.users().contains(id) || subjects.groups().contains(id) || roles.getOrDefault(id, Set.of()).stream().anyMatch(subjects.roles()::contains));
  }

  private static boolean namesSome(Subjects subjects, Optional<EntraUser> user) {
    return types(user).map(type -> type + "@some").anyMatch(subjects.users()::contains);
  }

  /** What Conditional Access calls users that are no members, or not of this tenant. */
  private static Stream<String> types(Optional<EntraUser> user) {
    boolean external = user.filter(EntraUser::external).isPresent();
    boolean guest = user.filter(one -> one.userType().equalsIgnoreCase("Guest")).isPresent();
    if (!external && !guest) {
      return Stream.empty();
    }
    return Stream.of("guestsorexternalusers", external ? guest ? "b2bcollaborationguest" : "b2bcollaborationmember" : "internalguest");
  }

  private static List<Requirement> asks(ConditionalAccessPolicy policy, boolean every) {
    List<String> controls = policy.grant().controls();
    List<String> hard = controls.stream().filter(control -> !DONE_BY_ANYONE.contains(control)).toList();
    boolean choice = controls.size() > 1 && !policy.grant().all();
    if (every && choice && hard.size() < controls.size()) {
      return List.of();
    }
    if (every && !choice && CONTROLS.keySet().containsAll(hard)) {
      return hard.stream().flatMap(control -> Optional.ofNullable(CONTROLS.get(control)).stream()).toList();
    }
    return List.of(new Requirement("entra:conditional-access", "StringEquals", List.of(policy.id().objectId()), false,
        "the sign-in fulfils the policy " + policy.displayName() + " or is none that it is about"));
  }

  private static Requirement control(String key, String value, String meaning) {
    return new Requirement(key, "StringEquals", List.of(value), false, meaning);
  }
}
