package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.inventory.azure.Subscription;
import io.drawbridge.inventory.azure.Tenant;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a global administrator of a tenant reaches: every application, user, group and managed device, and by elevating its access every
 * subscription that trusts the tenant.
 *
 * <p>Source: Azure RBAC, "Elevate access to manage all Azure subscriptions and management groups".
 */
final class GlobalAdminPower implements EdgeRule {

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "applications"), new Operation("graph", "servicePrincipals"), new Operation("graph", "users"),
        new Operation("graph", "groups"), new Operation("arm", "microsoft.resources/subscriptions"));
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var sets = new CapabilitySets(sink);
    TenantSets reach = TenantSets.of(estate);
    tenants(estate).forEach((tenant, proof) -> {
      connect(tenant, reach.credentials(tenant), EdgeKind.CAN_ADD_CREDENTIAL, "entra-application-credential", proof, sets);
      connect(tenant, reach.allUsers(tenant), EdgeKind.CAN_ADD_CREDENTIAL, "entra-credential-reset", proof, sets);
      connect(tenant, reach.allGroups(tenant), EdgeKind.CAN_ADD_MEMBER, "entra-group-membership-write", proof, sets);
      for (DirectoryPower power : List.of(DirectoryPower.WRITE_GROUP_RULES, DirectoryPower.RUN_SCRIPTS_ON_DEVICES)) {
        connect(tenant, PowerReach.of(estate).inTenant(power, tenant), power.kind(), power.technique(), proof, sets);
      }
      connect(tenant, reach.subscriptions(tenant), EdgeKind.CAN_ESCALATE_TO, "azure-elevate-access", proof, sets);
    });
  }

  private static void connect(String tenant, CapabilitySet set, EdgeKind kind, String technique, Proof proof, CapabilitySets sets) {
    var power = new PrivilegeId(tenant, DirectoryRolePower.GLOBAL_ADMIN);
    sets.connect(Edge.of(power, set.id(), kind, technique, proof, Likelihood.EASY.cost()), new Decision.Allowed(List.of()), power, set);
  }

  /** Every tenant of which anything was read, with one thing that proves it. */
  private static SortedMap<String, Proof> tenants(Estate estate) {
    var tenants = new TreeMap<String, Proof>();
    var all = estate.inventory();
    Stream.<Stream<? extends Resource>>of(all.all(Tenant.class).stream(), all.all(EntraUser.class).stream(), all.all(Application.class).stream(),
            all.all(ServicePrincipal.class).stream(), all.all(EntraGroup.class).stream())
        .flatMap(records -> records)
        .forEach(record -> {
          if (record.id() instanceof EntraId id) {
            tenants.putIfAbsent(id.tenant(), Observed.fact(record, "/id", id.objectId()));
          }
        });
    for (Subscription subscription : all.all(Subscription.class)) {
      if (!subscription.tenantId().isEmpty()) {
        tenants.putIfAbsent(subscription.tenantId(), Observed.fact(subscription, "/tenantId", subscription.tenantId()));
      }
    }
    return tenants;
  }
}
