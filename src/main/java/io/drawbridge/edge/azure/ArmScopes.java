package io.drawbridge.edge.azure;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.ManagementGroup;
import io.drawbridge.inventory.azure.ScopeParent;
import io.drawbridge.inventory.azure.Subscription;
import io.drawbridge.inventory.azure.Tenant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What lies above what: resources, resource groups, subscriptions, management groups, and the root of all.
 *
 * <p>Every subscription and every management group lies below the tenant's root management group, whose name is the tenant's id, also where the
 * groups between were not read. <b>Not modelled:</b> moving a resource to a group where one holds more: Azure asks for {@code moveResources} on its
 * group and for writing the other, a read-only lock at either end refuses it ("Move Azure resources"), and of the built-in roles that take the action
 * in, all but Monitoring Policy Contributor write what lies in the group already.
 */
public final class ArmScopes {

  public static final ArmId ROOT = new ArmId("/");

  private static final String MANAGEMENT_GROUP = "/providers/microsoft.management/managementgroups/";
  private static final int TYPE_AND_NAME = 2;
  private static final int WITH_PROVIDER = 4;

  private final Map<ArmId, ArmId> parents = new HashMap<>();
  private final Map<ArmId, String> tenants = new HashMap<>();
  private final Set<String> seen = new TreeSet<>();
  private final Map<ArmId, List<ArmId>> chains = new HashMap<>();

  private ArmScopes(Estate estate) {
    estate.inventory().all(ScopeParent.class).forEach(link -> parents.put(link.id(), link.parent()));
    estate.inventory().all(Subscription.class).forEach(it -> tenants.put(it.id(), it.tenantId()));
    estate.inventory().all(ManagementGroup.class).forEach(it -> tenants.put(it.id(), it.tenantId()));
    tenants.values().removeIf(String::isEmpty);
    seen.addAll(tenants.values());
    estate.inventory().all(Tenant.class).forEach(it -> seen.add(it.id().tenant()));
    estate.coverage().scopes().stream().filter(scope -> scope.cloud() == Cloud.ENTRA).map(Scope::id).forEach(seen::add);
  }

  public static ArmScopes of(Estate estate) {
    return estate.view(ArmScopes.class, ArmScopes::new);
  }

  /** The scope itself and everything above it, nearest first, the root last. */
  List<ArmId> chain(ArmId scope) {
    List<ArmId> known = chains.get(scope);
    if (known == null) {
      known = linked(scope);
      chains.put(scope, known);
    }
    return known;
  }

  private List<ArmId> linked(ArmId scope) {
    List<ArmId> chain = known(scope);
    rootGroup(chain).filter(group -> !chain.contains(group)).ifPresent(chain::add);
    chain.remove(ROOT);
    chain.add(ROOT);
    return List.copyOf(chain);
  }

  /** The tenant that a scope belongs to, if anything says so. */
  public Optional<String> tenant(ArmId scope) {
    for (ArmId each : known(scope)) {
      String tenant = tenants.get(each);
      if (tenant != null) {
        return Optional.of(tenant);
      }
    }
    return seen.size() == 1 ? Optional.of(seen.iterator().next()) : Optional.empty();
  }

  /** True when the groups above a subscription are known. */
  boolean isPlaced(ArmId subscription) {
    return parents.containsKey(subscription);
  }

  private Optional<ArmId> rootGroup(List<ArmId> chain) {
    return chain.stream().map(tenants::get).filter(tenant -> tenant != null).findFirst()
        .or(() -> seen.size() == 1 && isOfTenant(chain) ? Optional.of(seen.iterator().next()) : Optional.empty())
        .map(tenant -> new ArmId(MANAGEMENT_GROUP + tenant));
  }

  private static boolean isOfTenant(List<ArmId> chain) {
    return chain.getFirst().subscription().isPresent() || chain.stream().anyMatch(ArmScopes::isManagementGroup);
  }

  private List<ArmId> known(ArmId scope) {
    List<ArmId> chain = new ArrayList<>();
    Optional<ArmId> next = Optional.of(scope);
    while (next.isPresent() && !chain.contains(next.get())) {
      chain.add(next.get());
      next = above(next.get());
    }
    return chain;
  }

  private Optional<ArmId> above(ArmId scope) {
    ArmId parent = parents.get(scope);
    if (parent != null) {
      return Optional.of(parent);
    }
    List<String> parts = Arrays.asList(scope.text().split("/", -1));
    if (scope.equals(ROOT) || parts.size() <= 1 + TYPE_AND_NAME || isManagementGroup(scope)) {
      return Optional.empty();
    }
    boolean ofProvider = parts.size() > WITH_PROVIDER && parts.get(parts.size() - WITH_PROVIDER).equals("providers");
    String rest = String.join("/", parts.subList(0, parts.size() - (ofProvider ? WITH_PROVIDER : TYPE_AND_NAME)));
    return rest.isEmpty() ? Optional.empty() : Optional.of(new ArmId(rest));
  }

  static boolean isManagementGroup(ArmId scope) {
    return scope.text().startsWith(MANAGEMENT_GROUP) && scope.text().indexOf('/', MANAGEMENT_GROUP.length()) < 0;
  }
}
