package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.azure.CrossTenantDefault;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tenant or provider of a guest's mail domain signs in as the guest.
 *
 * <p>Settings of cross-tenant access only restrict: never collected, the unread side is named; where they keep guests out, that a partner's own
 * setting lets the guest in is a condition. Sources: Microsoft Entra External ID, "Properties of a B2B guest user"; "Cross-tenant access
 * overview". <b>Not modelled:</b> which of Entra, a Microsoft account or a passcode by mail a guest signs in with; the home tenant's outbound
 * settings.
 */
final class GuestHome implements EdgeRule {

  private static final Operation DEFAULT = new Operation("graph", "crossTenantAccessPolicy-default");
  private static final Requirement PARTNER = new Requirement("entra:cross-tenant-access", "Bool", List.of("true"), false,
      "a setting for the guest's own tenant lets it in");

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "users"), DEFAULT);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.GUEST_HOME);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Set<String> blocked = estate.inventory().all(CrossTenantDefault.class).stream().filter(CrossTenantDefault::guestsBlocked)
        .map(settings -> settings.id().tenant()).collect(Collectors.toSet());
    for (EntraUser guest : estate.inventory().all(EntraUser.class)) {
      if (guest.accountEnabled() && guest.external()) {
        home(guest).ifPresent(home -> draw(estate, guest, home, blocked.contains(guest.id().tenant()), sink));
      }
    }
  }

  private static void draw(Estate estate, EntraUser guest, ExternalId home, boolean blocked, EdgeSink sink) {
    Scope tenant = Scope.tenant(guest.id().tenant());
    boolean never = estate.coverage().reading(tenant, DEFAULT) == Reading.NEVER_COLLECTED;
    Proof proof = Observed.fact(guest, "/userPrincipalName", guest.userPrincipalName())
        .and(new Proof(List.of(), never ? List.of(new Unread(tenant, DEFAULT.toString())) : List.of()));
    Edge plain = Edge.of(home, guest.id(), EdgeKind.CAN_FEDERATE, EntraTechniques.GUEST_HOME.id(), proof, Likelihood.CERTAIN.cost());
    DecisionEdges.of(plain, Deciding.and(new Decision.Allowed(List.of()), requirements(estate, tenant, blocked)), home).forEach(sink::edge);
  }

  private static List<Requirement> requirements(Estate estate, Scope tenant, boolean blocked) {
    if (estate.coverage().reading(tenant, DEFAULT) == Reading.UNREADABLE) {
      return List.of(new Requirement("unread:" + DEFAULT, "Absent", List.of(), false, "no setting of cross-tenant access that could not be read keeps the guest out"));
    }
    return blocked ? List.of(PARTNER) : List.of();
  }

  /** By the mail address, or the one that the guest's name is made of: {@code alice_reef.example#EXT#@…}. */
  private static Optional<ExternalId> home(EntraUser guest) {
    String name = ResourceId.lowerCase(guest.userPrincipalName());
    String address = guest.mails().isEmpty() ? name.substring(0, name.indexOf("#ext#")).replaceFirst("_(?=[^_]*$)", "@") : guest.mails().getFirst();
    String domain = ResourceId.lowerCase(address.substring(address.lastIndexOf('@') + 1));
    return domain.isEmpty() ? Optional.empty() : Optional.of(new ExternalId("entra", domain));
  }
}
