package io.drawbridge.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Atoms that must hold together; alternatives are parallel edges.
 *
 * @param atoms sorted, without duplicates; empty when nothing is asked
 */
public record Condition(List<Atom> atoms) implements Comparable<Condition> {

  public static final Condition NONE = new Condition(List.of());

  public Condition {
    atoms = atoms.stream().distinct().sorted().toList();
  }

  public static Condition of(Atom... atoms) {
    return new Condition(List.of(atoms));
  }

  public boolean isNone() {
    return atoms.isEmpty();
  }

  public Condition and(Condition other) {
    List<Atom> both = new ArrayList<>(atoms);
    both.addAll(other.atoms);
    return new Condition(both);
  }

  @Override
  public int compareTo(Condition other) {
    for (int i = 0; i < Math.min(atoms.size(), other.atoms.size()); i++) {
      int byAtom = atoms.get(i).compareTo(other.atoms.get(i));
      if (byAtom != 0) {
        return byAtom;
      }
    }
    return Integer.compare(atoms.size(), other.atoms.size());
  }
}
