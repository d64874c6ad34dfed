package io.drawbridge.policy.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The roles of an estate and who holds them, indexed by principal and scope; built once and asked often, by many threads.
 *
 * <p>Not a record, because it holds its indexes and what it has worked out: which blocks of a role grant an action, what they say as
 * evidence, and conditions that it has parsed.
 */
public final class AzureRoles {

  private final Map<String, RoleDefinition> definitions;
  private final List<RoleAssignment> assignments;
  private final List<DenyAssignment> denies;
  private final Map<String, Map<ArmId, List<RoleAssignment>>> byPrincipal = new HashMap<>();
  private final Map<ArmId, List<DenyAssignment>> deniesByScope;
  private final Map<Denying, List<DenyAssignment>> denying;
  private final Map<Asked, List<Block>> granting;
  private final Map<Written, Optional<Condition>> conditions;
  private final Map<Cited, List<Ground>> cited;
  private final IdentityHashMap<DenyAssignment, Ground> citedDenies;

  /**
   * Indexes an estate's roles.
   *
   * @param definitions by GUID in lower case; an assignment of a role that is not among them grants nothing
   */
  public AzureRoles(Map<String, RoleDefinition> definitions, List<RoleAssignment> assignments, List<DenyAssignment> denies) {
    this(Map.copyOf(definitions), assignments, denies, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  private AzureRoles(Map<String, RoleDefinition> definitions, List<RoleAssignment> assignments, List<DenyAssignment> denies,
      Map<Asked, List<Block>> granting, Map<Written, Optional<Condition>> conditions, Map<Cited, List<Ground>> cited) {
    this.definitions = definitions;
    this.assignments = List.copyOf(assignments);
    this.denies = List.copyOf(denies);
    this.granting = granting;
    this.conditions = conditions;
    this.cited = cited;
    this.citedDenies = new IdentityHashMap<>();
    this.deniesByScope = new HashMap<>();
    this.denying = new ConcurrentHashMap<>();
    denies.forEach(one -> citedDenies.put(one, Grounds.of(one)));
    denies.forEach(one -> deniesByScope.computeIfAbsent(one.scope(), scope -> new ArrayList<>()).add(one));
    index();
  }

  private AzureRoles(AzureRoles from, List<RoleAssignment> assignments) {
    this.definitions = from.definitions;
    this.assignments = List.copyOf(assignments);
    this.denies = from.denies;
    this.granting = from.granting;
    this.conditions = from.conditions;
    this.cited = from.cited;
    this.citedDenies = from.citedDenies;
    this.deniesByScope = from.deniesByScope;
    this.denying = from.denying;
    index();
  }

  private void index() {
    for (RoleAssignment one : assignments) {
      byPrincipal.computeIfAbsent(one.principalId(), id -> new HashMap<>()).computeIfAbsent(one.scope(), scope -> new ArrayList<>()).add(one);
    }
  }

  /** The same definitions under other denies, held by nobody; what has been worked out of the definitions is shared. */
  public AzureRoles under(List<DenyAssignment> others) {
    return new AzureRoles(definitions, List.of(), others, granting, conditions, cited);
  }

  /** The same definitions and denies, held otherwise. */
  public AzureRoles holding(List<RoleAssignment> others) {
    return new AzureRoles(this, others);
  }

  public Map<String, RoleDefinition> definitions() {
    return definitions;
  }

  public List<RoleAssignment> assignments() {
    return assignments;
  }

  public List<DenyAssignment> denies() {
    return denies;
  }

  /** A block of a role that grants an action. */
  record Block(RoleDefinition role, int index) {
    Permission permission() {
      return role.permissions().get(index);
    }
  }

  private record Asked(String roleGuid, String action, boolean dataAction) {}

  private record Cited(RoleAssignment assignment, int block, String action, boolean dataAction) {}

  private record Denying(ArmId scope, String action, boolean dataAction) {}

  private record Written(String condition, String version) {}

  List<RoleAssignment> heldBy(String principalId, ArmId scope) {
    return byPrincipal.getOrDefault(principalId, Map.of()).getOrDefault(scope, List.of());
  }

  boolean holdsAny(String principalId) {
    return byPrincipal.containsKey(principalId);
  }

  /**
   * The deny assignments at a scope that take in an action, their conditions apart.
   *
   * @param action in lower case
   */
  List<DenyAssignment> denying(ArmId scope, String action, boolean dataAction) {
    List<DenyAssignment> at = deniesByScope.get(scope);
    return at == null ? List.of() : denying.computeIfAbsent(new Denying(scope, action, dataAction),
        asked -> at.stream().filter(deny -> deny.permissions().covers(asked.action(), dataAction)).toList());
  }

  /**
   * The blocks of a role that grant an action, conditions apart; none when the role is not known.
   *
   * @param action in lower case
   */
  List<Block> granting(String roleGuid, String action, boolean dataAction) {
    return granting.computeIfAbsent(new Asked(roleGuid, action, dataAction), this::blocks);
  }

  /** What an assignment and the block of its role say of a request. */
  List<Ground> grounds(RoleAssignment assignment, Block block, AzureRequest request) {
    return cited.computeIfAbsent(new Cited(assignment, block.index(), request.action(), request.dataAction()), none -> Grounds.of(assignment, block, request));
  }

  Ground ground(DenyAssignment deny) {
    return Objects.requireNonNull(citedDenies.get(deny));
  }

  private List<Block> blocks(Asked asked) {
    List<Block> blocks = new ArrayList<>();
    RoleDefinition role = definitions.get(asked.roleGuid());
    for (int i = 0; role != null && i < role.permissions().size(); i++) {
      if (role.permissions().get(i).covers(asked.action(), asked.dataAction())) {
        blocks.add(new Block(role, i));
      }
    }
    return List.copyOf(blocks);
  }

  /** The patterns of actions that a condition asks for: it may say otherwise of them than of what takes them in. */
  public static List<String> askedFor(String condition, String version) {
    return condition.isBlank() ? List.of() : Condition.parse(condition, version).stream().flatMap(parsed -> parsed.actions().stream()).toList();
  }

  /** A condition as parsed; empty when it cannot be. */
  Optional<Condition> condition(String condition, String version) {
    return conditions.computeIfAbsent(new Written(condition, version), written -> Condition.parse(written.condition(), written.version()));
  }
}
