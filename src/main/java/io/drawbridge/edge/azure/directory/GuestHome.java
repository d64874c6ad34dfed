package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.AccessPolicies;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.CrossTenantAccess.Trust;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user at home, or whoever rules the home, signs in as the guest.
 *
 * <p>Cross-tenant access must let it through, here and at home, and Conditional Access asks of it what it asks of guests; what was done at home
 * counts as far as this tenant believes it. Sources: Microsoft Entra External ID, "Properties of a B2B guest user"; "Cross-tenant access overview";
 * "Authentication and Conditional Access for External ID". <b>Not modelled:</b> which of Entra, a Microsoft account or a passcode by mail a guest
 * signs in with.
 */
final class GuestHome implements EdgeRule {

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "users"), CrossTenantSettings.DEFAULT, CrossTenantSettings.PARTNERS, HomeTenants.INFORMATION, SignInConditions.POLICIES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.GUEST_HOME);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (EntraUser guest : estate.inventory().all(EntraUser.class)) {
      if (guest.accountEnabled() && guest.external()) {
        HomeTenants.of(estate).source(guest).ifPresent(source -> draw(estate, guest, source, sink));
      }
    }
  }

  private static void draw(Estate estate, EntraUser guest, ResourceId source, EdgeSink sink) {
    String tenant = guest.id().tenant();
    Optional<String> home = HomeTenants.of(estate).tenant(guest);
    CrossTenantSettings settings = CrossTenantSettings.of(estate);
    if (home.isPresent() && !settings.letsOut(home.get(), tenant)) {
      return;
    }
    Proof proof = Observed.fact(guest, "/userPrincipalName", guest.userPrincipalName())
        .and(new Proof(List.of(), Stream.concat(settings.unread(tenant).stream(), SignInConditions.of(estate).unread(tenant).stream()).toList()));
    Edge plain = Edge.of(source, guest.id(), EdgeKind.CAN_FEDERATE, EntraTechniques.GUEST_HOME.id(), proof, Likelihood.CERTAIN.cost());
    settings.inbound(tenant, home).ifPresent(letIn -> asked(estate, guest, home).ifPresent(asked -> DecisionEdges.of(plain,
        Deciding.and(Deciding.and(new Decision.Allowed(List.of()), letIn), asked), source).forEach(sink::edge)));
  }

  /** What Conditional Access asks of the guest and its home has not already seen to. */
  private static Optional<List<Requirement>> asked(Estate estate, EntraUser guest, Optional<String> home) {
    CrossTenantSettings settings = CrossTenantSettings.of(estate);
    List<Requirement> done = new ArrayList<>();
    if (settings.believes(guest.id().tenant(), home, Trust::mfa)) {
      done.add(AccessPolicies.MFA);
    }
    if (settings.believes(guest.id().tenant(), home, Trust::compliant)) {
      done.add(AccessPolicies.COMPLIANT_DEVICE);
    }
    if (settings.believes(guest.id().tenant(), home, Trust::joined)) {
      done.add(AccessPolicies.JOINED_DEVICE);
    }
    return SignInConditions.of(estate).of(guest).map(asked -> asked.stream().filter(each -> !done.contains(each)).toList());
  }
}
