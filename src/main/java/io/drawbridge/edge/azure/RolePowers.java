package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.azure.AzureRoles;
import io.drawbridge.policy.azure.ReferenceRoles;
import io.drawbridge.policy.azure.RoleAssignment;
import io.drawbridge.policy.azure.RoleDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Power of one role over one scope: what somebody gains who may assign roles, but only those that a condition names.
 *
 * <p>Asked of the roles that its condition names, and of those that give most: a condition may name what must not be given instead, as the
 * portal's "all roles except privileged administrator roles" does. So there are as many powers as delegates need, and not one for each role.
 * <b>Not modelled:</b> what several such powers give together.
 */
final class RolePowers {

  private static final String PREFIX = "Role-";
  private static final String FRESH = "fresh-holder";

  /** Contributor, Key Vault Administrator, Storage Blob Data Owner, Azure Kubernetes Service RBAC Cluster Admin. */
  private static final Set<String> GIVING_MOST =
      Set.of("b24988ac-6180-42a0-ab88-20f7382dd24c", "00482a5a-887f-4fb3-b363-3b7fe8e74483", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
          "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b");
  private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final AzureAuthorization authorization;
  private final List<Delegated> delegated = new ArrayList<>();
  private final Map<String, RoleDefinition> definitions = new HashMap<>();
  private final TreeMap<PrivilegeId, Grant> grants = new TreeMap<>();
  private final AzureRoles roles;

  /** A role that a grant may let its holder give away. */
  record Delegated(Grant grant, String role, PrivilegeId power) {}

  private RolePowers(Estate estate) {
    authorization = AzureAuthorization.of(estate);
    for (Grant grant : Grants.of(estate).of(List.of(RoleAssignmentWriting.ACTION), false)) {
      if (grant.conditional() && grant.scope().subscription().isPresent()) {
        named(grant).forEach(role -> add(grant, role));
      }
    }
    roles = new AzureRoles(definitions, List.of(), List.of());
  }

  static RolePowers of(Estate estate) {
    return estate.view(RolePowers.class, RolePowers::new);
  }

  List<Delegated> delegated() {
    return delegated;
  }

  /** Their definitions, held by nobody. */
  AzureRoles roles() {
    return roles;
  }

  static boolean isOne(ResourceId holder) {
    return holder instanceof PrivilegeId power && power.power().startsWith(PREFIX);
  }

  /** What each power was given, where its role takes in any of some actions. */
  List<Grant> grants(List<String> actions, boolean dataAction) {
    Predicate<Grant> takesIn = grant -> grant.assignments().stream().map(each -> definitions.get(each.roleGuid()))
        .anyMatch(role -> role != null && role.permissions().stream().anyMatch(block -> actions.stream().anyMatch(action -> block.covers(action, dataAction))));
    return grants.values().stream().filter(takesIn).toList();
  }

  Stream<Node> nodes() {
    return grants.entrySet().stream().map(each -> Node.of(each.getKey(), NodeKind.AZURE_ROLE_POWER, name(each.getValue()), Readings.home(each.getValue().scope())));
  }

  private String name(Grant grant) {
    RoleDefinition role = definitions.get(grant.assignments().getFirst().roleGuid());
    return (role == null ? "a role" : role.roleName()) + " of " + grant.scope().name();
  }

  private void add(Grant grant, String guid) {
    RoleDefinition role = definition(guid).orElse(null);
    if (role == null) {
      return;
    }
    var power = new PrivilegeId(grant.scope().text(), PREFIX + guid);
    definitions.put(guid, role);
    delegated.add(new Delegated(grant, guid, power));
    var assignment = new RoleAssignment(grant.assignments().getFirst().document(), grant.scope(), guid, FRESH, "", grant.scope(), "", "");
    grants.putIfAbsent(power, new Grant(power, FRESH, grant.scope(), false, List.of(assignment), Proof.of(List.of())));
  }

  private Optional<RoleDefinition> definition(String guid) {
    return Optional.ofNullable(authorization.definitions().get(guid)).or(() -> ReferenceRoles.find(guid));
  }

  /** The roles that the conditions of a grant name, and those that give most. */
  private Set<String> named(Grant grant) {
    Set<String> named = new TreeSet<>(GIVING_MOST);
    for (RoleAssignment assignment : grant.assignments()) {
      collect(assignment.condition(), named);
      RoleDefinition role = authorization.definitions().get(assignment.roleGuid());
      if (role != null) {
        role.permissions().forEach(block -> collect(block.condition(), named));
      }
    }
    named.removeAll(RoleAssignmentWriting.ALL_POWERFUL);
    return named;
  }

  private static void collect(String condition, Set<String> to) {
    Matcher guid = GUID.matcher(condition);
    while (guid.find()) {
      to.add(ResourceId.lowerCase(guid.group()));
    }
  }
}
