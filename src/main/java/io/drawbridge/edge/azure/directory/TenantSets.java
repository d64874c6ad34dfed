package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.ScopePowers;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.AdministrativeUnit;
import io.drawbridge.inventory.azure.AdministrativeUnitMember;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.inventory.azure.Subscription;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What powers over a whole tenant, or over one administrative unit of it, reach.
 *
 * <p>Units with restricted management keep administrators of the whole tenant out. Source: Microsoft Entra, "Restricted management
 * administrative units".
 */
public final class TenantSets {

  private final Estate estate;
  private final Map<EntraId, Set<EntraId>> units = new HashMap<>();
  private final Set<EntraId> restricted = new HashSet<>();
  private final Set<EntraId> restrictedUnits = new HashSet<>();

  private TenantSets(Estate estate) {
    this.estate = estate;
    for (AdministrativeUnitMember link : estate.inventory().all(AdministrativeUnitMember.class)) {
      units.computeIfAbsent(link.unit(), none -> new HashSet<>()).add(link.member());
    }
    for (AdministrativeUnit unit : estate.inventory().all(AdministrativeUnit.class)) {
      if (unit.restricted()) {
        restrictedUnits.add(unit.id());
        restricted.addAll(units.getOrDefault(unit.id(), Set.of()));
      }
    }
  }

  public static TenantSets of(Estate estate) {
    return estate.view(TenantSets.class, TenantSets::new);
  }

  /** Applications and service principals that take a new credential. */
  CapabilitySet credentials(String tenant) {
    CredentialTargets targets = CredentialTargets.of(estate);
    Stream<Resource> objects = Stream.concat(estate.inventory().all(Application.class).stream(), estate.inventory().all(ServicePrincipal.class).stream());
    return set("add-credential", tenant, objects.filter(each -> each.id() instanceof EntraId id && targets.takesCredential(id)));
  }

  CapabilitySet allGroups(String tenant) {
    return set("add-member", tenant, groups(group -> true));
  }

  /** Users of a tenant. */
  CapabilitySet users(String capability, String tenant, String scope, Predicate<EntraUser> which) {
    return set(capability, tenant, scope, estate.inventory().all(EntraUser.class).stream().filter(which));
  }

  /** Everyone whose credentials the tenant itself keeps. */
  CapabilitySet allUsers(String tenant) {
    return users("reset-credential", tenant, scope(tenant), ResettableUsers.kept());
  }

  public boolean isRestricted(EntraId object) {
    return restricted.contains(object);
  }

  /** The objects in a unit. */
  public Set<EntraId> unit(EntraId unit) {
    return units.getOrDefault(unit, Set.of());
  }

  boolean isRestrictedUnit(EntraId unit) {
    return restrictedUnits.contains(unit);
  }

  /** Whether a role that is limited to the unit manages the object: not where another unit of it has restricted management. */
  public boolean isManagedFrom(EntraId unit, EntraId object) {
    return unit(unit).contains(object) && (!restricted.contains(object) || restrictedUnits.contains(unit));
  }

  /** Power over each subscription that trusts the tenant. */
  CapabilitySet subscriptions(String tenant) {
    List<Member> members = estate.inventory().all(Subscription.class).stream().filter(each -> each.tenantId().equals(tenant))
        .map(each -> new Member(ScopePowers.over(each.id()), Observed.fact(each, "/tenantId", tenant))).toList();
    return CapabilitySet.of("own-subscription", scope(tenant), List.of(), members);
  }

  private Stream<EntraGroup> groups(Predicate<EntraGroup> which) {
    return estate.inventory().all(EntraGroup.class).stream().filter(CredentialTargets::takesMembers).filter(which);
  }

  private static CapabilitySet set(String capability, String tenant, Stream<? extends Resource> objects) {
    return set(capability, tenant, scope(tenant), objects);
  }

  private static CapabilitySet set(String capability, String tenant, String scope, Stream<? extends Resource> objects) {
    List<Member> members = objects.filter(each -> each.id() instanceof EntraId id && id.tenant().equals(tenant))
        .sorted(Comparator.comparing(Resource::id))
        .map(each -> new Member(each.id(), Observed.fact(each, "/id", each.id().text()))).toList();
    return CapabilitySet.of(capability, scope, List.of(), members);
  }

  private static String scope(String tenant) {
    return "entra://" + tenant;
  }
}
