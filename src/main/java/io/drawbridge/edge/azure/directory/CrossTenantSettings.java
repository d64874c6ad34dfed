package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.azure.CrossTenantAccess;
import io.drawbridge.inventory.azure.CrossTenantAccess.Door;
import io.drawbridge.inventory.azure.CrossTenantAccess.Trust;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What tenants' cross-tenant access settings let through, and what they believe of other tenants' sign-ins.
 *
 * <p>A setting for one tenant wins over the default, each field by itself. They only restrict: never collected, the unread side is named. Sources:
 * Microsoft Entra External ID, "Cross-tenant access overview"; Microsoft Graph, crossTenantAccessPolicyConfigurationPartner. <b>Not modelled:</b>
 * direct connect, where nobody becomes a user of the tenant; restrictions of tenants, which keep a tenant's own devices from signing in elsewhere;
 * automatic redemption, for whoever controls the guest redeems by hand; which of the home's users a setting names.
 */
final class CrossTenantSettings {

  static final Operation DEFAULT = new Operation("graph", "crossTenantAccessPolicy-default");
  static final Operation PARTNERS = new Operation("graph", "crossTenantAccessPolicy-partners");

  private static final Requirement LET_THROUGH = new Requirement("entra:cross-tenant-access", "Bool", List.of("true"), false,
      "a setting for the guest's own tenant lets it in");

  private final Estate estate;
  private final Map<Pair, CrossTenantAccess> settings = new HashMap<>();
  private final Map<String, Set<Door>> doorsOfPartners = new HashMap<>();

  /** @param partner empty for the default */
  private record Pair(String tenant, String partner) {}

  private CrossTenantSettings(Estate estate) {
    this.estate = estate;
    for (CrossTenantAccess each : estate.inventory().all(CrossTenantAccess.class)) {
      settings.put(new Pair(each.id().tenant(), each.partner()), each);
      if (!each.partner().isEmpty()) {
        doorsOfPartners.computeIfAbsent(each.id().tenant(), none -> new HashSet<>()).add(each.inbound());
      }
    }
  }

  static CrossTenantSettings of(Estate estate) {
    return estate.view(CrossTenantSettings.class, CrossTenantSettings::new);
  }

  /**
   * What is asked of people of another tenant besides their sign-in; empty when nothing lets them through.
   *
   * @param home their own tenant, when it is known
   */
  Optional<List<Requirement>> inbound(String tenant, Optional<String> home) {
    List<Requirement> asked = new ArrayList<>();
    for (Operation operation : List.of(DEFAULT, PARTNERS)) {
      if (reading(tenant, operation) == Reading.UNREADABLE) {
        asked.add(new Requirement("unread:" + operation, "Absent", List.of(), false, "no setting of cross-tenant access that could not be read keeps the guest out"));
      }
    }
    Door door = home.map(known -> door(tenant, known, CrossTenantAccess::inbound)).orElseGet(() -> ofSomebody(tenant));
    boolean settled = home.isPresent() && (settings.containsKey(new Pair(tenant, home.get())) || reading(tenant, PARTNERS) == Reading.READ);
    if (door == Door.CLOSED && settled) {
      return Optional.empty();
    }
    if (door == Door.CLOSED || door == Door.SOME) {
      asked.add(LET_THROUGH);
    }
    return Optional.of(asked);
  }

  /** Whether the tenant lets its own people be guests of another at all, as far as is known. */
  boolean letsOut(String tenant, String to) {
    return door(tenant, to, CrossTenantAccess::outbound) != Door.CLOSED;
  }

  /** What counts of the sign-in at home. */
  boolean believes(String tenant, Optional<String> home, Function<Trust, Optional<Boolean>> claim) {
    Optional<Boolean> byDefault = find(tenant, "").map(CrossTenantAccess::trust).flatMap(claim);
    return home.flatMap(known -> find(tenant, known)).map(CrossTenantAccess::trust).flatMap(claim).or(() -> byDefault).orElse(false);
  }

  /** The settings that nobody asked for. */
  List<Unread> unread(String tenant) {
    return List.of(DEFAULT, PARTNERS).stream().filter(operation -> reading(tenant, operation) == Reading.NEVER_COLLECTED)
        .map(operation -> new Unread(Scope.tenant(tenant), operation.toString())).toList();
  }

  private Door door(String tenant, String partner, Function<CrossTenantAccess, Door> side) {
    return find(tenant, partner).map(side).filter(door -> door != Door.INHERITED).or(() -> find(tenant, "").map(side))
        .filter(door -> door != Door.INHERITED).orElse(Door.OPEN);
  }

  /** The home may be one of those that have settings of their own. */
  private Door ofSomebody(String tenant) {
    Door byDefault = door(tenant, "", CrossTenantAccess::inbound);
    Set<Door> others = doorsOfPartners.getOrDefault(tenant, Set.of());
    return byDefault == Door.OPEN && (others.contains(Door.CLOSED) || others.contains(Door.SOME)) ? Door.SOME : byDefault;
  }

  private Optional<CrossTenantAccess> find(String tenant, String partner) {
    return Optional.ofNullable(settings.get(new Pair(tenant, partner)));
  }

  private Reading reading(String tenant, Operation operation) {
    return estate.coverage().reading(Scope.tenant(tenant), operation);
  }
}
