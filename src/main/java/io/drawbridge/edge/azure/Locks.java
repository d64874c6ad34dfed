package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.azure.ResourceLock;
import io.drawbridge.policy.Requirement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Read-only locks: below one, only reading is left of the control plane, keys not listed and commands not run, until somebody removes it.
 *
 * <p>So who may remove the locks as well gains what is below them ({@link Unlocking}). They take no right from anyone, they only restrict: never
 * listed, what is granted counts and the unread side is named; kept from us, it is a condition. Locks never touch actions on data. Source:
 * Azure Resource Manager, "Lock your resources to protect your infrastructure" ("ReadOnly", and its examples of POST requests).
 */
public final class Locks {

  public static final Operation LOCKS = new Operation("arm", "microsoft.authorization/locks");

  private final ArmScopes scopes;
  private final Readings readings;
  private final Set<ArmId> readOnly = new HashSet<>();
  private final Map<ArmId, List<ArmId>> over = new HashMap<>();

  private Locks(Estate estate) {
    scopes = ArmScopes.of(estate);
    readings = AzureAuthorization.of(estate).readings();
    estate.inventory().all(ResourceLock.class).stream().filter(ResourceLock::readOnly).forEach(lock -> readOnly.add(lock.place()));
  }

  public static Locks of(Estate estate) {
    return estate.view(Locks.class, Locks::new);
  }

  /** True for what a lock refuses. */
  static boolean refuse(Capability capability) {
    return !capability.dataAction() && refuse(capability.actions());
  }

  /** The same of actions, none of which is on data. */
  static boolean refuse(List<String> actions) {
    return !actions.stream().allMatch(Locks::reads);
  }

  /** Where the locks lie that hold a scope, nearest first: each must be removed before anything changes. */
  List<ArmId> over(ArmId scope) {
    return readOnly.isEmpty() ? List.of() : over.computeIfAbsent(scope, each -> scopes.chain(each).stream().filter(readOnly::contains).toList());
  }

  /** What must hold because locks of a scope exist and cannot be read. */
  List<Requirement> requirements(ArmId scope) {
    return readings.reading(scope, LOCKS) == Reading.UNREADABLE
        ? List.of(new Requirement("unread:" + LOCKS, "Absent", List.of(), false, "no lock that could not be read forbids it"))
        : List.of();
  }

  /** The locks of a scope, when nobody asked for them. */
  List<Unread> unread(ArmId scope) {
    return readings.reading(scope, LOCKS) == Reading.NEVER_COLLECTED ? List.of(new Unread(Readings.home(scope), LOCKS.toString())) : List.of();
  }

  private static boolean reads(String action) {
    return ResourceId.lowerCase(action).endsWith("/read");
  }
}
