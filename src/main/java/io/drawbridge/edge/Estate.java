package io.drawbridge.edge;

import io.drawbridge.coverage.Coverage;
import io.drawbridge.inventory.Inventory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The inventory of one load with views that are computed once and shared by all rules.
 *
 * <p>Why a keyed view: a provider's package adds its authorization or network view without this class knowing of it. Used by
 * one thread.
 */
public final class Estate {

  private final Inventory inventory;
  private final Coverage coverage;
  private final Map<Class<?>, Object> views = new HashMap<>();

  public Estate(Inventory inventory, Coverage coverage) {
    this.inventory = inventory;
    this.coverage = coverage;
  }

  public Inventory inventory() {
    return inventory;
  }

  public Coverage coverage() {
    return coverage;
  }

  /** The view of a type, made at its first use; {@code make} may use other views but not its own. */
  public <T> T view(Class<T> type, Function<Estate, T> make) {
    Object known = views.get(type);
    if (known == null) {
      known = make.apply(this);
      views.put(type, known);
    }
    return type.cast(known);
  }
}
