package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.ObjectOwner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whom an administrator's role may touch: the table of roles and targets for resetting credentials, which holds as well for switching users on
 * and off, deleting them, and their sensitive properties.
 *
 * <p>One role of the user's that is not in the column of the administrator's role is enough to protect, and so is being a member or an
 * owner of a group that may hold roles, and holding a role within a unit with restricted management. A role that is eligible only protects
 * nobody. Sources: Microsoft Entra, "Privileged roles and permissions", who can reset passwords, who can perform sensitive actions; "Assign
 * Microsoft Entra roles", roles with administrative unit scope.
 */
public final class ProtectedUsers {

  private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
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

  private final Directory directory;
  private final Map<String, Set<String>> rolesByHolder = new HashMap<>();
  private final Set<String> roleGroups = new HashSet<>();
  private final Set<EntraId> ownersOfRoleGroups = new HashSet<>();
  private final Set<String> administratorsOfRestrictedUnits = new HashSet<>();

  private ProtectedUsers(Estate estate) {
    this.directory = Directory.of(estate);
    TenantSets sets = TenantSets.of(estate);
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

  public static ProtectedUsers of(Estate estate) {
    return estate.view(ProtectedUsers.class, ProtectedUsers::new);
  }

  /** Whether a sensitive action that a role allows may be done to a user; a role that is not in the table touches only whom nothing protects. */
  public boolean reaches(Holding holding, EntraId user) {
    EntraId role = holding.role();
    return role.objectId().equals(GLOBAL_ADMINISTRATOR) || isPlain(user) || (holding.isWithinUnit() ? resetsInUnit(role, user) : resets(role, user));
  }

  /** Whether a role over the whole tenant that the table gives a column resets a user's credentials. */
  boolean resets(EntraId role, EntraId user) {
    Set<String> column = COLUMNS.get(role.objectId());
    return RESET_EVERYONE.contains(role.objectId()) || (column != null && touches(column, user));
  }

  /** The same within one unit, where some of the roles reset only people without any role. */
  boolean resetsInUnit(EntraId role, EntraId user) {
    return PLAIN_USERS_IN_UNIT.contains(role.objectId()) ? isPlain(user) : resets(role, user);
  }

  /** True for a user without any role and without a part in a group that may hold roles. */
  boolean isPlain(EntraId user) {
    return touches(Set.of(), user);
  }

  private boolean touches(Set<String> column, EntraId user) {
    if (ownersOfRoleGroups.contains(user)) {
      return false;
    }
    Set<String> ids = directory.ids(user);
    boolean kept = ids.stream().anyMatch(id -> roleGroups.contains(id) || administratorsOfRestrictedUnits.contains(id));
    return !kept && ids.stream().allMatch(id -> column.containsAll(rolesByHolder.getOrDefault(id, Set.of())));
  }
}
