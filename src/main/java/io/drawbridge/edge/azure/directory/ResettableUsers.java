package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.edge.azure.directory.SignIns.Credential;
import io.drawbridge.edge.azure.directory.SignIns.Share;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ObjectOwner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The users whose credentials an administrator's role may reset.
 *
 * <p>One role of the user's that is not in the column of the administrator's role is enough to protect, and so is being a member or an
 * owner of a group that may hold roles, and holding a role within a unit with restricted management. Guests keep their credentials at home.
 * Sources: Microsoft Entra, "Privileged roles and permissions", who can reset passwords; "Assign Microsoft Entra roles", roles with
 * administrative unit scope.
 */
final class ResettableUsers {

  private static final String PRIVILEGED_AUTHENTICATION_ADMINISTRATOR = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13";

  private static final String HELPDESK_ADMINISTRATOR = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
  private static final String AUTHENTICATION_ADMINISTRATOR = "c4e39bd9-1100-46d3-8c65-fb160da0071f";
  private static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";
  private static final String PASSWORD_ADMINISTRATOR = "966707d0-3269-4727-9be2-8c3a10f19b9d";
  private static final String GROUPS_ADMINISTRATOR = "fdd7a751-b60b-444a-984c-02652fe8fa1c";
  private static final String DIRECTORY_READERS = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";
  private static final String GUEST_INVITER = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
  private static final String MESSAGE_CENTER_READER = "790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b";
  private static final String REPORTS_READER = "4a5d8f65-41da-4de4-8968-e035b65339cf";
  private static final String USAGE_SUMMARY_REPORTS_READER = "75934031-6c7e-415a-99d7-48dbd49e875e";
  private static final String USER_EXPERIENCE_SUCCESS_MANAGER = "27460883-1df1-4691-b032-3b79643e5e63";
  private static final String PARTNER_TIER1_SUPPORT = "4ba39ca4-527c-499a-b93d-d9b492c50246";
  private static final String PARTNER_TIER2_SUPPORT = "e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8";

  private static final Set<String> RESET_EVERYONE = Set.of(PRIVILEGED_AUTHENTICATION_ADMINISTRATOR, PARTNER_TIER2_SUPPORT);

  /** Roles that give a user a pass or another method, not only a password. */
  private static final Set<String> MANAGE_METHODS = Set.of(AUTHENTICATION_ADMINISTRATOR, PRIVILEGED_AUTHENTICATION_ADMINISTRATOR);

  /** Roles that within a unit reset nobody who holds any role. */
  private static final Set<String> PLAIN_USERS_IN_UNIT = Set.of(HELPDESK_ADMINISTRATOR, PASSWORD_ADMINISTRATOR, AUTHENTICATION_ADMINISTRATOR);

  /** Roles that a user may hold and still be reset by the role of the key. */
  private static final Map<String, Set<String>> COLUMNS =
      Map.of(
          PASSWORD_ADMINISTRATOR, Set.of(PASSWORD_ADMINISTRATOR, DIRECTORY_READERS, GUEST_INVITER),
          HELPDESK_ADMINISTRATOR, Set.of(HELPDESK_ADMINISTRATOR, PASSWORD_ADMINISTRATOR, DIRECTORY_READERS, GUEST_INVITER, MESSAGE_CENTER_READER,
              REPORTS_READER, USAGE_SUMMARY_REPORTS_READER, USER_EXPERIENCE_SUCCESS_MANAGER),
          AUTHENTICATION_ADMINISTRATOR, Set.of(AUTHENTICATION_ADMINISTRATOR, PASSWORD_ADMINISTRATOR, DIRECTORY_READERS, GUEST_INVITER,
              MESSAGE_CENTER_READER, REPORTS_READER, USAGE_SUMMARY_REPORTS_READER, USER_EXPERIENCE_SUCCESS_MANAGER),
          USER_ADMINISTRATOR, Set.of(USER_ADMINISTRATOR, HELPDESK_ADMINISTRATOR, GROUPS_ADMINISTRATOR, PASSWORD_ADMINISTRATOR, DIRECTORY_READERS,
              GUEST_INVITER, MESSAGE_CENTER_READER, REPORTS_READER, USAGE_SUMMARY_REPORTS_READER, USER_EXPERIENCE_SUCCESS_MANAGER),
          PARTNER_TIER1_SUPPORT, Set.of());

  private final Estate estate;
  private final Map<String, List<Share>> known = new HashMap<>();
  private final TenantSets sets;
  private final Directory directory;
  private final Map<String, Set<String>> rolesByHolder = new HashMap<>();
  private final Set<String> roleGroups = new HashSet<>();
  private final Set<EntraId> ownersOfRoleGroups = new HashSet<>();
  private final Set<String> administratorsOfRestrictedUnits = new HashSet<>();

  private ResettableUsers(Estate estate) {
    this.estate = estate;
    this.sets = TenantSets.of(estate);
    this.directory = Directory.of(estate);
    for (Holding holding : DirectoryRoles.of(estate).holdings()) {
      if (!holding.eligible()) {
        rolesByHolder.computeIfAbsent(holding.principal().objectId(), none -> new HashSet<>()).add(holding.role().objectId());
        if (holding.isWithinUnit() && sets.isRestrictedUnit(holding.limit())) {
          administratorsOfRestrictedUnits.add(holding.principal().objectId());
        }
      }
    }
    estate.inventory().all(EntraGroup.class).stream().filter(EntraGroup::assignableToRole).forEach(group -> roleGroups.add(group.id().objectId()));
    for (ObjectOwner link : estate.inventory().all(ObjectOwner.class)) {
      if (roleGroups.contains(link.owned().objectId())) {
        ownersOfRoleGroups.add(link.owner());
      }
    }
  }

  static ResettableUsers of(Estate estate) {
    return estate.view(ResettableUsers.class, ResettableUsers::new);
  }

  /** Whom a role over the whole tenant may reset; units with restricted management are out of its reach. */
  List<Share> inTenant(EntraId role) {
    return known.computeIfAbsent(role.text(), none -> shares(name(role), role.tenant(), credential(role),
        user -> mayReset(role.objectId(), user) && !sets.isRestricted(user.id())));
  }

  /** Whom the same role within one unit may reset; some of the roles reset only people without any role there. */
  List<Share> inUnit(EntraId role, EntraId unit) {
    boolean plainOnly = PLAIN_USERS_IN_UNIT.contains(role.objectId());
    return known.computeIfAbsent(role.text() + " " + unit.text(), none -> {
      Stream<EntraUser> users = sets.unit(unit).stream().sorted().flatMap(id -> estate.inventory().find(EntraUser.class, id).stream())
          .filter(user -> sets.isManagedFrom(unit, user.id()) && (plainOnly ? COLUMNS.containsKey(role.objectId()) && isPlain(user) : mayReset(role.objectId(), user)));
      return SignIns.of(estate).shares(name(role), unit.text(), users, credential(role));
    });
  }

  /** Everyone of a tenant whom permissions of Microsoft Graph reach: whoever is in no unit with restricted management. */
  List<Share> manageable(String tenant) {
    return known.computeIfAbsent("add-authentication-method " + tenant, none -> shares("add-authentication-method", tenant, Credential.MULTIFACTOR,
        user -> kept().test(user) && !sets.isRestricted(user.id())));
  }

  /** Those of them who hold no role. */
  List<Share> plain(String tenant) {
    return known.computeIfAbsent("reset-plain " + tenant, none -> shares("reset-plain", tenant, Credential.PASSWORD,
        user -> isPlain(user) && !sets.isRestricted(user.id())));
  }

  private List<Share> shares(String capability, String tenant, Credential credential, Predicate<EntraUser> which) {
    Stream<EntraUser> users = estate.inventory().all(EntraUser.class).stream().filter(user -> user.id().tenant().equals(tenant)).filter(which);
    return SignIns.of(estate).shares(capability, "entra://" + tenant, users, credential);
  }

  private static Credential credential(EntraId role) {
    return MANAGE_METHODS.contains(role.objectId()) ? Credential.MULTIFACTOR : Credential.PASSWORD;
  }

  /** Anyone who signs in with credentials that the tenant keeps. */
  static Predicate<EntraUser> kept() {
    return user -> user.accountEnabled() && !user.external();
  }

  private static String name(EntraId role) {
    return "reset-credential-as-" + role.objectId();
  }

  private boolean mayReset(String role, EntraUser user) {
    return RESET_EVERYONE.contains(role) ? kept().test(user) : COLUMNS.containsKey(role) && mayReset(COLUMNS.getOrDefault(role, Set.of()), user);
  }

  /** True for a user without any role and without a part in a group that may hold roles. */
  boolean isPlain(EntraUser user) {
    return mayReset(Set.of(), user);
  }

  private boolean mayReset(Set<String> column, EntraUser user) {
    if (!kept().test(user) || ownersOfRoleGroups.contains(user.id())) {
      return false;
    }
    Set<String> ids = directory.ids(user.id());
    boolean kept = ids.stream().anyMatch(id -> roleGroups.contains(id) || administratorsOfRestrictedUnits.contains(id));
    return !kept && ids.stream().allMatch(id -> column.containsAll(rolesByHolder.getOrDefault(id, Set.of())));
  }
}
