package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Unread;
import io.drawbridge.policy.Requirement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the listings of a subscription were read, there or over its whole tenant.
 *
 * <p>Assignments restrict only when they deny: never collected, what is granted counts and the unread side is named; kept from us, it
 * is a condition.
 */
public final class Readings {

  static final Operation DENIES = new Operation("arm", "microsoft.authorization/denyassignments");

  private final Estate estate;

  /** What was read for all of a subscription is asked once. */
  private final Map<Scope, Map<Operation, Reading>> known = new HashMap<>();
  private final Map<ArmId, Reading> denies = new HashMap<>();

  Readings(Estate estate) {
    this.estate = estate;
  }

  /** What must hold because the deny assignments of a scope exist and cannot be read. */
  List<Requirement> requirements(ArmId scope) {
    return denies(scope) == Reading.UNREADABLE
        ? List.of(new Requirement("unread:" + DENIES, "Absent", List.of(), false, "no deny assignment that could not be read forbids it"))
        : List.of();
  }

  /** The deny assignments of a scope, when nobody asked for them. */
  List<Unread> unread(ArmId scope) {
    return denies(scope) == Reading.NEVER_COLLECTED ? List.of(new Unread(home(scope), DENIES.toString())) : List.of();
  }

  private Reading denies(ArmId scope) {
    return denies.computeIfAbsent(scope, each -> reading(each, DENIES));
  }

  /** The best of what was read for a subscription and for its tenant. */
  public Reading reading(ArmId scope, Operation operation) {
    return known.computeIfAbsent(home(scope), none -> new HashMap<>()).computeIfAbsent(operation, each -> reading(scope, each, ""));
  }

  /** The same of a listing for each resource. */
  public Reading reading(ArmId scope, Operation operation, String resource) {
    Optional<Scope> tenant = ArmScopes.of(estate).tenant(scope).map(Scope::tenant);
    List<Reading> readings = Stream.concat(Stream.of(home(scope)), tenant.stream())
        .map(each -> estate.coverage().reading(each, operation, resource)).toList();
    if (readings.contains(Reading.READ)) {
      return Reading.READ;
    }
    return readings.contains(Reading.UNREADABLE) ? Reading.UNREADABLE : Reading.NEVER_COLLECTED;
  }

  /** Who owns what is read about a scope. */
  public static Scope home(ArmId scope) {
    return scope.subscription().map(Scope::subscription).orElse(new Scope(io.drawbridge.cloud.Cloud.AZURE, scope.text()));
  }
}
