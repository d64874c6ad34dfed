package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ActivationDemands;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.ConditionalAccessPolicy.Subjects;
import io.drawbridge.inventory.azure.ConditionalAccessPolicy;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What Conditional Access asks of a sign-in of a user or of a workload, whatever the application.
 *
 * <p>A policy about every application and every sign-in is a condition as it stands, or keeps the user out; one that leaves sign-ins out by
 * place, platform, client, risk or device is a condition of its own, that it is fulfilled or passed by. It only restricts: never collected, the
 * unread side is named. Source: Microsoft Entra, "Building a Conditional Access policy", "Conditional Access for workload identities". <b>Not modelled:</b> policies about single
 * applications, for the attacker signs in to another; security defaults; session controls.
 */
final class SignInConditions {

  static final Operation POLICIES = new Operation("graph", "conditionalAccess-policies");
  static final Requirement MFA = ActivationDemands.MFA;

  static final Requirement COMPLIANT_DEVICE =
      new Requirement("entra:device", "StringEquals", List.of("compliant"), false, "the device is compliant");
  static final Requirement JOINED_DEVICE =
      new Requirement("entra:device", "StringEquals", List.of("hybrid-joined"), false, "the device is joined to the directory outside");

  private static final Map<String, Requirement> CONTROLS =
      Map.of(
          "mfa", MFA,
          "authenticationstrength", new Requirement("entra:authentication-strength", "Bool", List.of("true"), false, "a method of the strength asked for is used"),
          "compliantdevice", COMPLIANT_DEVICE,
          "domainjoineddevice", JOINED_DEVICE,
          "approvedapplication", new Requirement("entra:application", "StringEquals", List.of("approved"), false, "an approved client application is used"),
          "compliantapplication", new Requirement("entra:application", "StringEquals", List.of("protected"), false, "a protected client application is used"));

  private static final String OF_THE_TENANT = "serviceprincipalsinmytenant";

  /** What whoever signs in does on the way. */
  private static final Set<String> DONE_BY_ANYONE = Set.of("passwordchange", "termsofuse");

  private final Estate estate;
  private final Directory directory;
  private final Map<String, List<ConditionalAccessPolicy>> policies = new HashMap<>();
  private final Map<String, Set<String>> roles = new HashMap<>();
  private final Map<EntraId, Optional<List<Requirement>>> known = new HashMap<>();

  private SignInConditions(Estate estate) {
    this.estate = estate;
    this.directory = Directory.of(estate);
    for (ConditionalAccessPolicy policy : estate.inventory().all(ConditionalAccessPolicy.class)) {
      if (policy.enforced() && policy.everyApplication() && !policy.grant().controls().isEmpty()) {
        policies.computeIfAbsent(policy.id().tenant(), none -> new ArrayList<>()).add(policy);
      }
    }
    for (Holding holding : DirectoryRoles.of(estate).holdings()) {
      if (!holding.eligible()) {
        roles.computeIfAbsent(holding.principal().objectId(), none -> new HashSet<>()).add(holding.role().objectId());
      }
    }
  }

  static SignInConditions of(Estate estate) {
    return estate.view(SignInConditions.class, SignInConditions::new);
  }

  /** Everything that is asked of the user; empty when nothing lets the user in. */
  Optional<List<Requirement>> of(EntraUser user) {
    return known.computeIfAbsent(user.id(), none -> evaluate(user));
  }

  private Optional<List<Requirement>> evaluate(EntraUser user) {
    return asked(user.id().tenant(), policy -> appliesTo(policy, user), policy -> isSurelyAbout(policy, user));
  }

  /** The same of a service principal of the tenant's own application; managed identities, others' applications and those that are for others are left alone. */
  Optional<List<Requirement>> of(ServicePrincipal principal, Application application) {
    String tenant = principal.id().tenant();
    boolean own = !principal.isManagedIdentity() && (principal.appOwnerTenantId().isEmpty() || principal.appOwnerTenantId().equals(tenant))
        && (application.signInAudience().isEmpty() || application.singleTenant());
    return asked(tenant, policy -> own && names(policy.users().include(), principal) && !names(policy.users().exclude(), principal), policy -> true);
  }

  private Optional<List<Requirement>> asked(String tenant, Predicate<ConditionalAccessPolicy> applies, Predicate<ConditionalAccessPolicy> sure) {
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
    if (reading(tenant) == Reading.UNREADABLE) {
      asked.add(new Requirement("unread:" + POLICIES, "Absent", List.of(), false, "no Conditional Access policy that could not be read keeps the sign-in out"));
    }
    return Optional.of(asked);
  }

  /** The policies of a tenant, when nobody asked for them. */
  List<Unread> unread(String tenant) {
    return reading(tenant) == Reading.NEVER_COLLECTED ? List.of(new Unread(Scope.tenant(tenant), POLICIES.toString())) : List.of();
  }

  private Reading reading(String tenant) {
    return estate.coverage().reading(Scope.tenant(tenant), POLICIES);
  }

  private boolean appliesTo(ConditionalAccessPolicy policy, EntraUser user) {
    return (names(policy.users().include(), user) || namesSome(policy.users().include(), user)) && !names(policy.users().exclude(), user);
  }

  /** False where it is about external users of some tenants, or of all but some, and nothing says of which this one is. */
  private boolean isSurelyAbout(ConditionalAccessPolicy policy, EntraUser user) {
    return names(policy.users().include(), user) && !namesSome(policy.users().exclude(), user);
  }

  private boolean names(Subjects subjects, EntraUser user) {
    Set<String> ids = directory.ids(user.id());
    return subjects.users().contains("all") || subjects.users().contains(user.id().objectId()) || types(user).anyMatch(subjects.users()::contains)
        || ids.stream().anyMatch(id -> subjects.groups().contains(id) || roles.getOrDefault(id, Set.of()).stream().anyMatch(subjects.roles()::contains));
  }

  private static boolean namesSome(Subjects subjects, EntraUser user) {
    return types(user).map(type -> type + "@some").anyMatch(subjects.users()::contains);
  }

  /** What Conditional Access calls users that are no members, or not of this tenant. */
  private static Stream<String> types(EntraUser user) {
    boolean guest = user.userType().equalsIgnoreCase("Guest");
    if (!user.external() && !guest) {
      return Stream.empty();
    }
    return Stream.of("guestsorexternalusers", user.external() ? guest ? "b2bcollaborationguest" : "b2bcollaborationmember" : "internalguest");
  }

  private static boolean names(Subjects subjects, ServicePrincipal principal) {
    return subjects.principals().contains(OF_THE_TENANT) || subjects.principals().contains(principal.id().objectId());
  }

  private static List<Requirement> asks(ConditionalAccessPolicy policy, boolean every) {
    List<String> controls = policy.grant().controls();
    List<String> hard = notDoneByAnyone(controls);
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

  private static List<String> notDoneByAnyone(List<String> controls) {
    return controls.stream().filter(control -> !DONE_BY_ANYONE.contains(control)).toList();
  }
}
