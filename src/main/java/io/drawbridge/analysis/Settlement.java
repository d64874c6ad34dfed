package io.drawbridge.analysis;

import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.KnownKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the asker's assumptions make of atoms: each is met, not met, or still open.
 *
 * <p>A stated value is compared as IAM compares it. A key without a value is stated to be true or present: what is asked of it is
 * met, unless the operator asks for a truth value or for absence, which is compared. The first assumption that settles an atom counts.
 */
public final class Settlement {

  private final List<Assumption> assumptions;

  public Settlement(List<Assumption> assumptions) {
    this.assumptions = List.copyOf(assumptions);
  }

  /** Whether the atom is met; empty when no assumption tells. */
  public Optional<Boolean> settle(Atom atom) {
    return assumptions.stream().flatMap(assumption -> settle(atom, assumption).stream()).findFirst();
  }

  /** The atoms that are still open, in order; a condition that cannot hold has none but is never asked for. */
  public List<Atom> open(Condition condition) {
    return condition.atoms().stream().filter(atom -> settle(atom).isEmpty()).toList();
  }

  /** True when some atom is known not to be met. */
  public boolean refutes(Condition condition) {
    return condition.atoms().stream().anyMatch(atom -> settle(atom).filter(met -> !met).isPresent());
  }

  private static Optional<Boolean> settle(Atom atom, Assumption assumption) {
    Optional<String> aboutKey = aboutKey(atom, assumption.fact());
    if (aboutKey.isEmpty()) {
      return Optional.empty();
    }
    String value = aboutKey.get();
    return value.isEmpty() ? presence(atom, assumption.holds()) : value(atom, value.substring(1), assumption.holds());
  }

  /** What the fact says after the atom's key: nothing, or an equals sign and a value; empty when it is about something else. */
  private static Optional<String> aboutKey(Atom atom, String fact) {
    Optional<String> plain = afterKey(atom.key(), fact);
    if (plain.isPresent()) {
      return plain;
    }
    int colon = lower(fact).indexOf(":" + lower(atom.key()));
    if (colon < 0 || !names(fact.substring(0, colon), atom.subject().text())) {
      return Optional.empty();
    }
    return afterKey(atom.key(), fact.substring(colon + 1));
  }

  private static Optional<String> afterKey(String key, String text) {
    boolean same = text.regionMatches(true, 0, key, 0, key.length());
    String rest = same ? text.substring(key.length()) : "";
    return same && (rest.isEmpty() || rest.startsWith("=")) ? Optional.of(rest) : Optional.empty();
  }

  private static boolean names(String subject, String id) {
    return id.equals(subject) || id.endsWith("/" + subject) || id.endsWith(":" + subject);
  }

  private static Optional<Boolean> presence(Atom atom, boolean holds) {
    Requirement requirement = requirement(atom);
    String operator = lower(atom.operator());
    if (operator.contains("bool")) {
      return KnownKey.satisfies(requirement, List.of(Boolean.toString(holds)));
    }
    if (operator.equals("null")) {
      return KnownKey.satisfies(requirement, holds ? List.of("present") : List.of());
    }
    return Optional.of(holds != atom.negated());
  }

  private static Optional<Boolean> value(Atom atom, String value, boolean holds) {
    boolean only = atom.values().stream().allMatch(value::equalsIgnoreCase);
    Optional<Boolean> met = KnownKey.satisfies(requirement(atom), List.of(value));
    if (met.isEmpty() && atom.values().contains(value)) {
      met = Optional.of(!atom.negated());
    }
    return holds ? met : met.filter(ignored -> only).map(is -> !is);
  }

  private static Requirement requirement(Atom atom) {
    return new Requirement(atom.key(), atom.operator(), atom.values(), atom.negated(), atom.text());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
