package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Parsers of the lists below directory objects: who is in what, who owns what, who holds which app role.
 *
 * <p>A record for each link and none for a list, since one list may stand expanded and cut short in its parent and whole beside it.
 */
final class DirectoryLinkParsers {

  static final List<ItemParser> ALL =
      Stream.of(
              members("groups-members", "groups-transitiveMembers"),
              memberOf("users-memberOf", "user"), memberOf("users-transitiveMemberOf", "user"), memberOf("groups-memberOf", "group"),
              memberOf("servicePrincipals-memberOf", "serviceprincipal"), memberOf("devices-memberOf", "device"),
              owners("groups-owners", "group"), owners("applications-owners", "application"),
              owners("servicePrincipals-owners", "serviceprincipal"), deviceUsers("devices-registeredOwners", "devices-registeredUsers"),
              ownedObjects("users-ownedObjects", "servicePrincipals-ownedObjects"),
              appRoles("users-appRoleAssignments", "groups-appRoleAssignments", "servicePrincipals-appRoleAssignments",
                  "servicePrincipals-appRoleAssignedTo"),
              grants("oauth2PermissionGrants", "servicePrincipals-oauth2PermissionGrants", "users-oauth2PermissionGrants"),
              unitMembers("administrativeUnits-members"),
              synchronizationJobs("servicePrincipals-synchronization-jobs"),
              roleMembers("directoryRoles-members"))
          .flatMap(List::stream)
          .toList();

  private DirectoryLinkParsers() {}

  private static List<ItemParser> each(ItemParser.ItemReader reader, String... collections) {
    return Stream.of(collections).map(collection -> ItemParser.graph(collection, reader)).toList();
  }

  private static List<ItemParser> members(String... collections) {
    return each(item -> linked(item).map(member -> groupMember(item, parent(item), member, type(item))).toList(), collections);
  }

  /** What an object is in: groups, directory roles and administrative units, told apart by their type. */
  private static List<ItemParser> memberOf(String collection, String memberType) {
    return each(item -> linked(item).map(container -> switch (type(item)) {
      case "directoryrole" -> roleMember(item, container, parent(item));
      case "administrativeunit" -> unitMember(item, container, parent(item));
      default -> groupMember(item, container, parent(item), memberType);
    }).toList(), collection);
  }

  private static List<ItemParser> owners(String collection, String ownedType) {
    return each(item -> linked(item).map(owner -> owner(item, parent(item), ownedType, owner)).toList(), collection);
  }

  private static List<ItemParser> deviceUsers(String... collections) {
    return each(item -> linked(item).map(user -> {
      EntraId id = item.entra(item.document().subject() + "/users/" + user.objectId());
      return new DeviceUser(item.origin(id), id, parent(item), user);
    }).toList(), collections);
  }

  private static List<ItemParser> ownedObjects(String... collections) {
    return each(item -> linked(item).map(owned -> owner(item, owned, type(item), parent(item))).toList(), collections);
  }

  private static List<ItemParser> unitMembers(String collection) {
    return each(item -> linked(item).map(member -> unitMember(item, parent(item), member)).toList(), collection);
  }

  private static List<ItemParser> roleMembers(String collection) {
    return each(item -> linked(item).map(member -> roleMember(item, parent(item), member)).toList(), collection);
  }

  private static List<ItemParser> appRoles(String... collections) {
    return each(item -> {
      String principal = item.lower("principalId");
      String resource = item.lower("resourceId");
      if (principal.isEmpty() || resource.isEmpty()) {
        return List.of();
      }
      EntraId id = item.entra(principal + "/appRoles/" + resource + "/" + item.lower("appRoleId"));
      return List.of(new AppRoleAssignment(item.origin(id), id, item.entra(principal), item.text("principalType"), item.entra(resource),
          item.lower("appRoleId")));
    }, collections);
  }

  private static List<ItemParser> grants(String... collections) {
    return each(item -> item.entra().filter(id -> !item.text("clientId").isEmpty() && !item.text("resourceId").isEmpty())
        .map(id -> new DelegatedPermissionGrant(item.origin(id), id, item.entra(item.text("clientId")), item.text("consentType"),
            item.entra(item.text("resourceId")), item.lower("principalId"), List.of(item.text("scope").trim().split("\\s+")))).stream().toList(), collections);
  }

  private static List<ItemParser> synchronizationJobs(String collection) {
    return each(item -> item.text("id").isEmpty() || item.document().subject().isEmpty() ? List.of() : List.of(synchronizationJob(item)), collection);
  }

  private static Resource synchronizationJob(Item item) {
    EntraId id = item.entra(item.document().subject() + "/synchronization/jobs/" + item.text("id"));
    return new SynchronizationJob(item.origin(id), id, parent(item), item.text("templateId"), item.text("schedule", "state"), item.text("status", "code"));
  }

  private static Resource groupMember(Item item, EntraId group, EntraId member, String memberType) {
    EntraId id = item.entra(group.objectId() + "/members/" + member.objectId());
    return new GroupMember(item.origin(id), id, group, member, memberType);
  }

  private static Resource roleMember(Item item, EntraId role, EntraId member) {
    EntraId id = item.entra(role.objectId() + "/members/" + member.objectId());
    return new DirectoryRoleMember(item.origin(id), id, role, member);
  }

  private static Resource unitMember(Item item, EntraId unit, EntraId member) {
    EntraId id = item.entra(unit.objectId() + "/members/" + member.objectId());
    return new AdministrativeUnitMember(item.origin(id), id, unit, member);
  }

  private static Resource owner(Item item, EntraId owned, String ownedType, EntraId owner) {
    EntraId id = item.entra(owned.objectId() + "/owners/" + owner.objectId());
    return new ObjectOwner(item.origin(id), id, owned, ownedType, owner);
  }

  /** The item, unless it or the object whose list it is in has no id. */
  private static Stream<EntraId> linked(Item item) {
    return item.document().subject().isEmpty() ? Stream.empty() : item.entra().stream();
  }

  private static EntraId parent(Item item) {
    return item.entra(item.document().subject());
  }

  private static String type(Item item) {
    return ResourceId.lowerCase(item.text("@odata.type").replaceFirst("^#microsoft\\.graph\\.", ""));
  }
}
