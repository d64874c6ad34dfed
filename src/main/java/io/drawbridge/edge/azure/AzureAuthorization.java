package io.drawbridge.edge.azure;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.AzureDenyAssignment;
import io.drawbridge.inventory.azure.AzureRoleDefinition;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.PolicyLayer;
import io.drawbridge.policy.azure.AttributeContext;
import io.drawbridge.policy.azure.AzureEvaluator;
import io.drawbridge.policy.azure.AzureRequest;
import io.drawbridge.policy.azure.AzureRoles;
import io.drawbridge.policy.azure.DenyAssignment;
import io.drawbridge.policy.azure.ReferenceRoles;
import io.drawbridge.policy.azure.RoleAssignment;
import io.drawbridge.policy.azure.RoleDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What Azure's roles and deny assignments say of the estate's principals.
 *
 * <p>A definition that was collected wins over the reference of built-in roles; a role that neither knows grants nothing and is a gap.
 * A role that its principal must activate first is a condition. <b>Not modelled:</b> classic administrators, whom Azure retired on 31 August 2024.
 */
public final class AzureAuthorization {

  static final Operation ASSIGNMENTS = new Operation("arm", "microsoft.authorization/roleassignments");
  static final Operation ELIGIBLE = new Operation("arm", "microsoft.authorization/roleeligibilityscheduleinstances");
  static final Operation GROUPS = new Operation("arm", "microsoft.management/managementgroups");
  static final Operation DEFINITIONS = new Operation("arm", "microsoft.authorization/roledefinitions");

  /** What every rule reads that asks who may do something in Azure. */
  public static final List<Operation> READS = List.of(ASSIGNMENTS, ELIGIBLE, RoleActivations.POLICIES, Readings.DENIES, Delegations.ASSIGNMENTS);

  private final Estate estate;
  private final ArmScopes scopes;
  private final Directory directory;
  private final Readings readings;
  private final HeldRoles held;
  private final Map<String, RoleDefinition> definitions = new HashMap<>();
  private final List<DenyAssignment> denies = new ArrayList<>();
  private final Map<DocumentRef, Origin> origins = new HashMap<>();
  private final Set<ArmId> groupsWithRoles = new TreeSet<>();
  private final Set<CoverageGap> gaps = new TreeSet<>();
  private final Map<List<Ground>, Proof> proofs = new HashMap<>();
  private final AzureEvaluator evaluator = new AzureEvaluator();
  private final AzureRoles roles;

  private AzureAuthorization(Estate estate) {
    this.estate = estate;
    this.scopes = ArmScopes.of(estate);
    this.directory = Directory.of(estate);
    this.readings = new Readings(estate);
    this.held = new HeldRoles(estate);
    held.records().forEach(this::note);
    for (AzureRoleDefinition read : estate.inventory().all(AzureRoleDefinition.class)) {
      definitions.put(read.definition().guid(), read.definition());
      note(read);
    }
    for (AzureDenyAssignment read : estate.inventory().all(AzureDenyAssignment.class)) {
      denies.addAll(read.blocks());
      note(read);
    }
    definitions.put(Delegations.ASSIGNER, Delegations.ASSIGNER_ROLE);
    held.all().forEach(this::define);
    Stream.concat(held.all().stream().map(RoleAssignment::scope), denies.stream().map(DenyAssignment::scope))
        .filter(ArmScopes::isManagementGroup).forEach(groupsWithRoles::add);
    this.roles = new AzureRoles(definitions, held.all(), denies);
  }

  public static AzureAuthorization of(Estate estate) {
    return estate.view(AzureAuthorization.class, AzureAuthorization::new);
  }

  /**
   * Whether a principal may do something at a scope; who is switched off may do nothing.
   *
   * @param action such as {@code Microsoft.Storage/storageAccounts/listKeys/action}
   * @param dataAction whether the action is on data
   */
  public Ruling ruling(EntraId principal, String action, boolean dataAction, ArmId scope) {
    return ruling(principal, action, dataAction, scope, AttributeContext.UNKNOWN);
  }

  /** The same with what is known of the request and the resource. */
  public Ruling ruling(EntraId principal, String action, boolean dataAction, ArmId scope, AttributeContext attributes) {
    if (!directory.canAct(principal)) {
      return new Ruling(new Decision.Denied(false, List.of()), Proof.of(List.of()));
    }
    Decision decision = decide(directory.ids(principal), action, dataAction, scope, attributes);
    return new Ruling(decision, proof(decision.by(), scope).andUnread(readings.unread(scope)));
  }

  /** What somebody may do at a scope whose own object id and groups these are; no data action. */
  Decision decide(Set<String> ids, String action, ArmId scope) {
    return decide(ids, action, false, scope, AttributeContext.UNKNOWN);
  }

  private Decision decide(Set<String> ids, String action, boolean dataAction, ArmId scope, AttributeContext attributes) {
    var request = new AzureRequest(ids, action, dataAction, scope, List.of(), attributes);
    return Deciding.and(evaluator.decide(request, roles, scopes.chain(scope)), readings.requirements(scope));
  }

  /** The principal with an object id that an assignment at a scope names. */
  public EntraId principal(String objectId, ArmId scope) {
    return directory.find(objectId).or(() -> held.delegations().principal(objectId))
        .orElseGet(() -> new EntraId(scopes.tenant(scope).orElse("unknown"), objectId));
  }

  AzureRoles roles() {
    return roles;
  }

  public HeldRoles held() {
    return held;
  }

  public Map<String, RoleDefinition> definitions() {
    return definitions;
  }

  /** Roles that are assigned and that nobody has defined. */
  public Collection<CoverageGap> gaps() {
    return gaps;
  }

  /** The deny assignments that can forbid an action. */
  List<DenyAssignment> denies(String action, boolean dataAction) {
    return denies.stream().filter(deny -> deny.permissions().covers(action, dataAction)).toList();
  }

  /** The deny assignments that are about somebody with these ids. */
  public List<DenyAssignment> deniesOf(Set<String> ids) {
    return denies.stream().filter(deny -> deny.concerns(ids)).toList();
  }

  /** What a rule reads that asks who may do what, and what it asks it of. */
  public static List<Operation> readsAnd(Operation... more) {
    return Stream.concat(READS.stream(), Stream.of(more)).toList();
  }

  /** The ids to which the assignments that decided were made, sorted. */
  public Collection<String> holders(Decision decision) {
    Set<String> holders = new TreeSet<>();
    decision.by().stream().map(ground -> held.holder(ground.statement().document())).flatMap(Optional::stream).forEach(holders::add);
    return holders;
  }

  /** What is not known of who may act on a scope because nobody listed it. */
  public List<CoverageGap> gaps(ArmId scope) {
    List<CoverageGap> found = new ArrayList<>();
    for (Operation operation : List.of(ASSIGNMENTS, ELIGIBLE)) {
      if (readings.reading(scope, operation) != Reading.READ) {
        found.add(Gaps.of(estate, Readings.home(scope), operation, "", "who holds roles here is not known"));
      }
    }
    if (mayInheritUnseen(scope)) {
      found.add(Gaps.of(estate, Readings.home(scope), GROUPS, "", "which management groups it lies in is not known, and roles are held at some"));
    }
    return found;
  }

  private boolean mayInheritUnseen(ArmId scope) {
    if (scopes.isPlaced(scope) || scope.subscription().isEmpty()) {
      return false;
    }
    List<ArmId> chain = scopes.chain(scope);
    return !chain.containsAll(groupsWithRoles);
  }

  public Readings readings() {
    return readings;
  }

  /** The statements of a decision as evidence; one from the reference belongs to the scope that it was applied in. */
  Proof proof(List<Ground> by, ArmId scope) {
    Proof known = proofs.get(by);
    if (known == null) {
      Optional<Origin> home = by.stream().map(ground -> origins.get(ground.statement().document())).filter(Objects::nonNull).findFirst();
      known = proof(by, home.orElseGet(() ->
          new Origin(new DocumentRef(scope.text(), ASSIGNMENTS.toString()), Readings.home(scope), SnapshotId.IN_MEMORY)));
      if (home.isPresent()) {
        proofs.put(by, known);
      }
    }
    return known;
  }

  private Proof proof(List<Ground> by, Origin home) {
    Set<Evidence> evidence = new LinkedHashSet<>();
    Proof activation = Proof.of(List.of());
    for (Ground ground : by) {
      if (ScopePowers.isSupposed(ground.statement().document())) {
        continue;
      }
      activation = activation.and(held.side(ground.statement().document()));
      Origin origin = origins.getOrDefault(ground.statement().document(), home);
      Evidence.Side side = ground.layer() == PolicyLayer.DENY_ASSIGNMENT ? Evidence.Side.RESTRICT : Evidence.Side.GRANT;
      evidence.add(new Evidence(side, ground.statement(), origin.scope(), origin.snapshot()));
    }
    return Proof.of(List.copyOf(evidence)).and(activation);
  }

  /** One assignment, as it was read. */
  Proof of(RoleAssignment assignment) {
    Origin origin = origins.get(assignment.document());
    return origin == null ? Proof.of(List.of()) : Proof.of(List.of(
        new Evidence(Evidence.Side.GRANT, origin.field("/properties", assignment.id().text()), origin.scope(), origin.snapshot())))
        .and(held.side(assignment.document()));
  }

  /** A scope and all above it: where an assignment has to be to reach it. */
  public List<ArmId> reaching(ArmId scope) {
    return scopes.chain(scope);
  }

  private void note(Resource record) {
    origins.put(record.origin().document(), record.origin());
  }

  private void define(RoleAssignment assignment) {
    String guid = assignment.roleGuid();
    if (!definitions.containsKey(guid)) {
      ReferenceRoles.find(guid).ifPresentOrElse(found -> definitions.put(guid, found),
          () -> gaps.add(Gaps.of(estate, Readings.home(assignment.scope()), DEFINITIONS, guid, "what this role allows is not known")));
    }
  }
}
