package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.InForce;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.DelegatedAdminAssignment;
import io.drawbridge.inventory.azure.DelegatedAdminRelationship;
import io.drawbridge.inventory.azure.DirectoryRole;
import io.drawbridge.inventory.azure.DirectoryRoleAssignment;
import io.drawbridge.inventory.azure.DirectoryRoleDefinition;
import io.drawbridge.inventory.azure.DirectoryRoleMember;
import io.drawbridge.policy.azure.EntraRoleTemplates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who holds which directory role, whichever listing says so.
 *
 * <p>A role is known by the id of its template, which is the same in every tenant; a custom role by its own. Role assignments name that
 * id; members of activated roles name the role's object in the tenant.
 */
public final class DirectoryRoles {

  private static final String WHOLE_TENANT = "/";

  private final Map<EntraId, EntraId> templates = new HashMap<>();
  private final SortedMap<EntraId, String> named = new TreeMap<>();
  private final Map<EntraId, DirectoryRoleDefinition> definitions = new HashMap<>();
  private final List<Holding> holdings = new ArrayList<>();

  /**
   * One role of one principal.
   *
   * @param role by its template
   * @param within {@code /} for the tenant, or the administrative unit or object that it is limited to, in lower case
   */
  public record Holding(EntraId principal, EntraId role, String within, boolean eligible, Resource record) {
    public boolean isTenantWide() {
      return within.equals(WHOLE_TENANT);
    }

    boolean isWithinUnit() {
      return within.startsWith("/administrativeunits/");
    }

    /** The unit or object that the role is limited to. */
    public EntraId limit() {
      return new EntraId(principal.tenant(), within.substring(within.lastIndexOf('/') + 1));
    }
  }

  private final List<Holding> delegated = new ArrayList<>();
  private final List<Holding> approved = new ArrayList<>();

  private DirectoryRoles(Estate estate) {
    for (DirectoryRole role : estate.inventory().all(DirectoryRole.class)) {
      EntraId template = new EntraId(role.id().tenant(), role.templateId().isEmpty() ? role.id().objectId() : role.templateId());
      templates.put(role.id(), template);
      named.put(template, role.displayName());
    }
    for (DirectoryRoleDefinition role : estate.inventory().all(DirectoryRoleDefinition.class)) {
      String id = role.builtIn() ? role.templateId() : role.id().objectId();
      named.put(new EntraId(role.id().tenant(), id), role.displayName());
      definitions.put(new EntraId(role.id().tenant(), id), role);
    }
    Set<List<Object>> seen = new HashSet<>();
    for (DirectoryRoleMember link : estate.inventory().all(DirectoryRoleMember.class)) {
      add(new Holding(link.member(), template(link.role()), WHOLE_TENANT, false, link), seen);
    }
    estate.inventory().all(DirectoryRoleAssignment.class).stream().filter(DirectoryRoleAssignment::current)
        .filter(held -> InForce.of(estate).holds(held.origin(), held.term())).sorted(Comparator.comparing(DirectoryRoleAssignment::eligible)).forEach(held -> {
      String tenant = held.id().tenant();
      add(new Holding(new EntraId(tenant, held.principalId()), template(new EntraId(tenant, held.roleDefinitionId())), held.directoryScopeId(),
          held.eligible(), held), seen);
    });
    partners(estate);
  }

  /** Roles that customers approved, and those of them that partners gave to groups of their own. */
  private void partners(Estate estate) {
    Map<EntraId, DelegatedAdminRelationship> relationships = new HashMap<>();
    for (DelegatedAdminRelationship one : estate.inventory().all(DelegatedAdminRelationship.class)) {
      if (one.active() && InForce.of(estate).holds(one.origin(), one.term())) {
        relationships.put(one.id(), one);
        one.roles().forEach(role -> approved.add(new Holding(one.id(), new EntraId(one.customer(), role), WHOLE_TENANT, false, one)));
      }
    }
    for (DelegatedAdminAssignment given : estate.inventory().all(DelegatedAdminAssignment.class)) {
      DelegatedAdminRelationship of = relationships.get(given.relationship());
      if (of != null && given.active()) {
        given.roles().stream().filter(of.roles()::contains)
            .forEach(role -> delegated.add(new Holding(given.group(), new EntraId(of.customer(), role), WHOLE_TENANT, false, given)));
      }
    }
    approved.forEach(holding -> name(holding.role));
  }

  public static DirectoryRoles of(Estate estate) {
    return estate.view(DirectoryRoles.class, DirectoryRoles::new);
  }

  /** Every holding; who holds a role now is not listed as eligible for it as well. */
  public List<Holding> holdings() {
    return holdings;
  }

  /** What partners' groups hold in their customers' tenants. */
  List<Holding> delegated() {
    return delegated;
  }

  /** What customers approved for partners, who hold it or may take it; the principal is the relationship. */
  List<Holding> approved() {
    return approved;
  }

  /** Roles that anybody holds or may take, in every tenant. */
  List<Holding> everywhere() {
    return Stream.concat(holdings.stream(), approved.stream()).toList();
  }

  /** What a role does: by the table for built-in roles that stand in it, by its actions otherwise; nothing when it is switched off. */
  Set<DirectoryPower> powers(EntraId role) {
    return BuiltInRolePowers.of(role.objectId()).orElseGet(() -> ofActions(role));
  }

  private Set<DirectoryPower> ofActions(EntraId role) {
    DirectoryRoleDefinition definition = definitions.get(role);
    return definition == null || !definition.enabled() ? Set.of() : RoleActions.powers(definition.actions());
  }

  /** False for a role that is neither built in nor defined in what was read. */
  boolean isKnown(EntraId role) {
    return definitions.containsKey(role) || EntraRoleTemplates.name(role.objectId()).isPresent();
  }

  /** Roles with the names that people know. */
  SortedMap<EntraId, String> named() {
    return named;
  }

  private void add(Holding holding, Set<List<Object>> seen) {
    if (seen.add(List.of(holding.principal, holding.role, holding.within))) {
      holdings.add(holding);
      name(holding.role);
    }
  }

  private void name(EntraId held) {
    named.computeIfAbsent(held, role -> EntraRoleTemplates.name(role.objectId()).orElse(role.objectId()));
  }

  private EntraId template(EntraId role) {
    return templates.getOrDefault(role, role);
  }
}
