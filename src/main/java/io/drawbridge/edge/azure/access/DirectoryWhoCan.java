package io.drawbridge.edge.azure.access;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Access;
import io.drawbridge.edge.AccessRuling;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.azure.ChildGaps;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.directory.AppRoles;
import io.drawbridge.edge.azure.directory.DefinedRoles;
import io.drawbridge.edge.azure.directory.DirectoryActions;
import io.drawbridge.edge.azure.directory.DirectoryRoleHolding;
import io.drawbridge.edge.azure.directory.DirectoryRoles;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.edge.azure.directory.ProtectedUsers;
import io.drawbridge.edge.azure.directory.TenantSets;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may do an action on the directory, by its roles, or holds a permission of Microsoft Graph.
 *
 * <p>A role within a unit or over an object does not reach beyond it; a unit with restricted management keeps roles over the whole tenant out;
 * groups that may hold roles answer to actions of their own; whether a role reaches a user who holds roles is a matter of which roles both
 * hold. Source: Microsoft Entra, "Overview of role-based access control", "Restricted management administrative units", "Privileged roles and
 * permissions". <b>Not modelled:</b> what owners may do, default rights of every user, and delegated permissions, which
 * act within the rights of whoever signed in.
 */
final class DirectoryWhoCan {

  private static final Operation ASSIGNMENTS = new Operation("graph", "roleAssignments");
  private static final Operation PERMISSIONS = new Operation("graph", "servicePrincipals-appRoleAssignments");
  private static final Operation DEFINITIONS = new Operation("graph", "roleDefinitions");
  private static final Requirement NOT_SENSITIVE = new Requirement("entra:protected-target", "Bool", List.of("true"), false,
      "what is written is none of the properties that protect the target's sign-in");

  private final Estate estate;
  private final Directory directory;
  private final DefinedRoles actions;
  private final AzureAccess.Question question;
  private final boolean user;
  private final SortedSet<CoverageGap> gaps = new TreeSet<>();

  DirectoryWhoCan(Estate estate, AzureAccess.Question question) {
    this.estate = estate;
    this.directory = Directory.of(estate);
    this.actions = DefinedRoles.of(estate);
    this.question = question;
    Optional<EntraId> target = target();
    this.user = estate.inventory().all(EntraUser.class).stream().map(EntraUser::id).anyMatch(id -> target.filter(id::equals).isPresent());
  }

  Access answer() {
    SortedSet<AccessRuling> rulings = new TreeSet<>();
    if (question.action().indexOf('/') < 0) {
      permissions(rulings);
    } else {
      roles(rulings);
    }
    return new Access(List.copyOf(rulings), List.copyOf(gaps), false);
  }

  private void permissions(SortedSet<AccessRuling> rulings) {
    AppRoles.of(estate).all().forEach((principal, roles) -> roles.stream()
        .filter(role -> role.permission().equalsIgnoreCase(question.action()) && isAsked(principal.tenant()) && directory.canAct(principal))
        .forEach(role -> rulings.add(row(principal, new Decision.Allowed(List.of()), Observed.grant(role.record(), "/appRoleId", role.permission())))));
    List<EntraId> principals = estate.inventory().all(ServicePrincipal.class).stream().map(ServicePrincipal::id).filter(id -> isAsked(id.tenant())).toList();
    gaps.addAll(ChildGaps.of(estate, PERMISSIONS, principals, "which permissions the service principal holds is not known"));
  }

  private void roles(SortedSet<AccessRuling> rulings) {
    Optional<EntraId> target = target();
    String action = asked(target);
    SortedMap<EntraId, AccessRuling> best = new TreeMap<>();
    for (Holding holding : DirectoryRoles.of(estate).holdings()) {
      if (isAsked(holding.role().tenant()) && reaches(holding, target)) {
        actions.missing(holding.role()).ifPresent(role -> gaps.add(unknown(role)));
        actions.granting(holding.role(), action).ifPresent(granted -> add(holding, granted, target, best));
      }
    }
    rulings.addAll(best.values());
    notRead(target);
  }

  /** Of several roles the one that asks least. */
  private void add(Holding holding, Proof granted, Optional<EntraId> target, SortedMap<EntraId, AccessRuling> best) {
    SortedMap<EntraId, Proof> actors = new TreeMap<>();
    directory.actors(holding.principal(), actors, new TreeSet<>());
    Decision decision = DirectoryRoleHolding.decision(estate, holding);
    Decision reached = target.map(id -> onUser(id, holding, decision)).orElse(decision);
    if (!reached.possible()) {
      return;
    }
    Proof proof = DirectoryRoleHolding.proof(estate, holding).and(granted);
    actors.forEach((who, membership) -> {
      AccessRuling row = row(who, reached, proof.and(membership));
      boolean better = directory.canAct(who) && (!best.containsKey(who) || row.ruling().decision() instanceof Decision.Allowed);
      if (better) {
        best.put(who, row);
      }
    });
  }

  private AccessRuling row(EntraId who, Decision decision, Proof proof) {
    return new AccessRuling(who.text(), question.action(), false, question.resource(), new Ruling(decision, proof));
  }

  /** The object that is asked about; none when it is the whole tenant. */
  private Optional<EntraId> target() {
    List<String> parts = List.of(question.resource().replaceFirst("^entra://", "").split("/", -1));
    return question.resource().length() > 1 && parts.size() == 2 ? Optional.of(new EntraId(parts.getFirst(), parts.getLast())) : Optional.empty();
  }

  private boolean isAsked(String tenant) {
    return question.resource().equals("/") || new EntraId(tenant, "").text().startsWith(tenantOf(question.resource()));
  }

  private static String tenantOf(String resource) {
    String[] parts = resource.split("/", -1);
    return new EntraId(parts[2], "").text();
  }

  private String asked(Optional<EntraId> target) {
    DirectoryActions action = DirectoryActions.of(question.action());
    boolean roleGroup = target.isPresent() && estate.inventory().all(EntraGroup.class).stream()
        .anyMatch(group -> group.id().equals(target.get()) && group.assignableToRole());
    return roleGroup && action.isOnGroups() && !action.isRead() ? action.onRoleGroups() : question.action();
  }

  private boolean reaches(Holding holding, Optional<EntraId> target) {
    boolean read = DirectoryActions.of(question.action()).isRead();
    if (holding.isTenantWide()) {
      return read || target.filter(TenantSets.of(estate)::isRestricted).isEmpty();
    }
    TenantSets units = TenantSets.of(estate);
    return target.filter(id -> id.equals(holding.limit()) || (read ? units.unit(holding.limit()).contains(id) : units.isManagedFrom(holding.limit(), id)))
        .isPresent();
  }

  /** What protects a user from the role: everything sensitive, and of an action that takes in more than that only this. */
  private Decision onUser(EntraId target, Holding holding, Decision decision) {
    DirectoryActions action = DirectoryActions.of(question.action());
    if (!user || ProtectedUsers.of(estate).reaches(holding, target)) {
      return decision;
    }
    if (action.isSensitive()) {
      return new Decision.Denied(false, List.of());
    }
    return action.isPartlySensitive() ? Deciding.and(decision, List.of(NOT_SENSITIVE)) : decision;
  }

  private CoverageGap unknown(EntraId role) {
    return Gaps.of(estate, Scope.tenant(role.tenant()), DEFINITIONS, role.objectId(), "what this directory role allows is not known");
  }

  private void notRead(Optional<EntraId> target) {
    List<String> tenants = new ArrayList<>(target.map(EntraId::tenant).stream().toList());
    if (tenants.isEmpty()) {
      estate.coverage().scopes().stream().filter(scope -> scope.cloud() == Cloud.ENTRA && isAsked(scope.id())).map(Scope::id).forEach(tenants::add);
    }
    tenants.stream().map(Scope::tenant).filter(scope -> estate.coverage().reading(scope, ASSIGNMENTS, "") != Reading.READ)
        .forEach(scope -> gaps.add(Gaps.of(estate, scope, ASSIGNMENTS, "", "who holds directory roles is not known")));
  }
}
