package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.ResourceLock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Read-only locks: below one, only reading is left of the control plane, keys not listed and commands not run, until somebody removes it.
 *
 * <p>So who may remove the lock as well gains what is below it. Locks never touch actions on data. Source: Azure Resource Manager, "Lock
 * your resources to protect your infrastructure" ("ReadOnly", and its examples of POST requests). <b>Not modelled:</b> a lock above what
 * the holder may unlock; locks that were never listed count as none, since they take no right from anyone.
 */
public final class Locks {

  static final Operation LOCKS = new Operation("arm", "microsoft.authorization/locks");

  private static final String UNLOCK = "Microsoft.Authorization/locks/delete";

  private final ArmScopes scopes;
  private final Set<ArmId> readOnly = new HashSet<>();

  private Locks(Estate estate) {
    scopes = ArmScopes.of(estate);
    estate.inventory().all(ResourceLock.class).stream().filter(ResourceLock::readOnly).forEach(lock -> readOnly.add(lock.place()));
  }

  public static Locks of(Estate estate) {
    return estate.view(Locks.class, Locks::new);
  }

  /** Draws a capability; what is locked, for who may unlock it. */
  public void draw(CapabilityDerivation derivation, Capability capability, List<Target> targets) {
    if (readOnly.isEmpty() || capability.dataAction() || capability.actions().stream().allMatch(Locks::reads)) {
      derivation.draw(capability, targets);
      return;
    }
    Map<Boolean, List<Target>> parts = targets.stream().collect(Collectors.partitioningBy(target -> isLocked(target.scope())));
    List<String> unlocking = new ArrayList<>(capability.actions());
    unlocking.add(UNLOCK);
    List<Target> free = parts.getOrDefault(false, List.of());
    List<Target> locked = parts.getOrDefault(true, List.of());
    if (!free.isEmpty()) {
      derivation.draw(named(capability, "-unlocked", capability.actions()), free);
    }
    if (!locked.isEmpty()) {
      derivation.draw(named(capability, "-locked", unlocking), locked);
    }
  }

  private static Capability named(Capability capability, String part, List<String> actions) {
    return new Capability(capability.name() + part, capability.technique(), capability.kind(), actions, false, capability.likelihood(),
        capability.attempts());
  }

  /** True where nothing may change. */
  public boolean isLocked(ArmId scope) {
    return !readOnly.isEmpty() && scopes.chain(scope).stream().anyMatch(readOnly::contains);
  }

  private static boolean reads(String action) {
    return ResourceId.lowerCase(action).endsWith("/read");
  }
}
