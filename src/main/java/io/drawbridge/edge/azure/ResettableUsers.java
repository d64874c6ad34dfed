package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.DirectoryRoles.Holding;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ObjectOwner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The users whose credentials an administrator's role may reset.
 *
 * <p>One role of the user's that is not in the column of the administrator's role is enough to protect, and so is being a member or an
 * owner of a group that may hold roles. Guests keep their credentials at home.
 */
final class ResettableUsers {

  private static final String PRIVILEGED_AUTHENTICATION_ADMINISTRATOR = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13";
  private static final String GUEST = "#ext#";

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

  /** Roles that a user may hold and still be reset by the role of the key. */
  private static final Map<String, Set<String>> COLUMNS =
      Map.of(
          PASSWORD_ADMINISTRATOR, Set.of(PASSWORD_ADMINISTRATOR, DIRECTORY_READERS, GUEST_INVITER),
          HELPDESK_ADMINISTRATOR, Set.of(HELPDESK_ADMINISTRATOR, PASSWORD_ADMINISTRATOR, DIRECTORY_READERS, GUEST_INVITER, MESSAGE_CENTER_READER,
              REPORTS_READER, USAGE_SUMMARY_REPORTS_READER),
          AUTHENTICATION_ADMINISTRATOR, Set.of(AUTHENTICATION_ADMINISTRATOR, PASSWORD_ADMINISTRATOR, DIRECTORY_READERS, GUEST_INVITER,
              MESSAGE_CENTER_READER, REPORTS_READER, USAGE_SUMMARY_REPORTS_READER),
          USER_ADMINISTRATOR, Set.of(USER_ADMINISTRATOR, HELPDESK_ADMINISTRATOR, GROUPS_ADMINISTRATOR, PASSWORD_ADMINISTRATOR, DIRECTORY_READERS,
              GUEST_INVITER, MESSAGE_CENTER_READER, REPORTS_READER, USAGE_SUMMARY_REPORTS_READER));

  private final TenantSets sets;
  private final Directory directory;
  private final Map<String, Set<String>> rolesByHolder = new HashMap<>();
  private final Set<String> roleGroups = new HashSet<>();
  private final Set<EntraId> ownersOfRoleGroups = new HashSet<>();

  private ResettableUsers(Estate estate) {
    this.sets = TenantSets.of(estate);
    this.directory = Directory.of(estate);
    for (Holding holding : DirectoryRoles.of(estate).holdings()) {
      if (!holding.eligible()) {
        rolesByHolder.computeIfAbsent(holding.principal().objectId(), none -> new HashSet<>()).add(holding.role().objectId());
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
  CapabilitySet inTenant(EntraId role) {
    return sets.users(name(role), role.tenant(), "entra://" + role.tenant(), user -> mayReset(role.objectId(), user) && !sets.isRestricted(user.id()));
  }

  /** Whom the same role within one unit may reset. */
  CapabilitySet inUnit(EntraId role, EntraId unit) {
    return sets.users(name(role), role.tenant(), unit.text(), user -> mayReset(role.objectId(), user) && sets.isInUnit(unit, user.id()));
  }

  /** Anyone who signs in with credentials that the tenant keeps. */
  static Predicate<EntraUser> kept() {
    return user -> user.accountEnabled() && !ResourceId.lowerCase(user.userPrincipalName()).contains(GUEST);
  }

  private static String name(EntraId role) {
    return "reset-credential-as-" + role.objectId();
  }

  private boolean mayReset(String role, EntraUser user) {
    if (!kept().test(user)) {
      return false;
    }
    if (role.equals(PRIVILEGED_AUTHENTICATION_ADMINISTRATOR)) {
      return true;
    }
    Set<String> ids = directory.ids(user.id());
    boolean inRoleGroup = ownersOfRoleGroups.contains(user.id()) || ids.stream().anyMatch(roleGroups::contains);
    List<String> held = new ArrayList<>();
    ids.forEach(id -> held.addAll(rolesByHolder.getOrDefault(id, Set.of())));
    return COLUMNS.containsKey(role) && !inRoleGroup && COLUMNS.getOrDefault(role, Set.of()).containsAll(held);
  }
}
