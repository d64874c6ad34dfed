package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.CrossTenantAccess;
import io.drawbridge.inventory.azure.CrossTenantSynchronization;
import io.drawbridge.policy.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A tenant that may synchronise its users into this one creates a user here whose attributes fit a dynamic group's rule.
 *
 * <p>Users that come so are in no other group and hold no role, and sign in as {@link GuestHome} says. Source: Microsoft Entra, "What is
 * cross-tenant synchronization"; Microsoft Graph, crossTenantIdentitySyncPolicyPartner. <b>Not modelled:</b> which attributes the other side's
 * provisioning writes.
 */
final class CrossTenantProvisioning implements EdgeRule {

  private static final Operation POLICIES = new Operation("graph", "crossTenantAccessPolicy-partners-identitySynchronization");

  @Override
  public List<Operation> reads() {
    return List.of(POLICIES, CrossTenantSettings.PARTNERS, CrossTenantSettings.DEFAULT, new Operation("graph", "groups"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.CROSS_TENANT_SYNCHRONIZATION);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var sets = new CapabilitySets(sink);
    CrossTenantSettings settings = CrossTenantSettings.of(estate);
    for (CrossTenantSynchronization policy : estate.inventory().all(CrossTenantSynchronization.class)) {
      String tenant = policy.id().tenant();
      CapabilitySet groups = PowerReach.of(estate).inTenant(DirectoryPower.ADMIT_FOREIGN_USERS, tenant);
      if (policy.allowed() && !policy.partner().equals(tenant)) {
        ResourceId source = HomeTenants.of(estate).whoRules(policy.partner());
        Proof proof = Observed.grant(policy, "/userSyncInbound/isSyncAllowed", "true").and(new Proof(List.of(), settings.unread(tenant)));
        Edge plain = Edge.of(source, groups.id(), EdgeKind.CAN_ADD_MEMBER, EntraTechniques.CROSS_TENANT_SYNCHRONIZATION.id(), proof, Likelihood.POSSIBLE.cost());
        settings.inbound(tenant, Optional.of(policy.partner())).ifPresent(letIn ->
            sets.connect(plain, Deciding.and(new Decision.Allowed(List.of()), letIn), source, groups));
      }
    }
    gaps(estate, sink);
  }

  /** A partner without a policy that was read may have one: listings leave it out unless asked to expand it. */
  private static void gaps(Estate estate, EdgeSink sink) {
    Set<String> read = new HashSet<>();
    estate.inventory().all(CrossTenantSynchronization.class).forEach(policy -> read.add(policy.id().tenant() + " " + policy.partner()));
    for (CrossTenantAccess partner : estate.inventory().all(CrossTenantAccess.class)) {
      Scope tenant = Scope.tenant(partner.id().tenant());
      if (!partner.partner().isEmpty() && !read.contains(tenant.id() + " " + partner.partner()) && estate.coverage().reading(tenant, POLICIES) != Reading.READ) {
        sink.gap(Gaps.of(estate, tenant, POLICIES, partner.partner(), "whether the tenant synchronises users in is not known"));
      }
    }
  }
}
