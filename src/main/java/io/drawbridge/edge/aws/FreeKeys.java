package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.Glob;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.Statement;
import io.drawbridge.policy.aws.Statement.ConditionClause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The condition keys of a request that its caller chooses, with the values worth trying: those that statements name, one that no
 * statement names, and none at all.
 *
 * <p>Why so few values suffice: conditions on one key only tell apart the values that they name. <b>Not modelled:</b> more than {@value
 * #MOST} combinations are not tried.
 */
public final class FreeKeys {

  private static final int MOST = 128;

  /** What a caller calls itself when nothing asks for a name. */
  private static final String ANYTHING = "drawbridge";

  /** What every caller of STS chooses. */
  public static final Set<String> OF_SESSIONS = Set.of("sts:rolesessionname", "sts:durationseconds");

  private static final List<String> DURATIONS = List.of("3600", "900", "43200");

  private final SortedMap<String, List<List<String>>> candidates;

  private FreeKeys(SortedMap<String, List<List<String>>> candidates) {
    this.candidates = candidates;
  }

  /**
   * What came out best.
   *
   * @param chosen the values, when any statement asked for them
   */
  record Choice(Decision decision, SortedMap<String, List<String>> chosen) {

    Optional<String> shown() {
      List<String> parts = new ArrayList<>();
      chosen.forEach((key, values) -> parts.add(key + (values.isEmpty() ? " left out" : "=" + String.join(",", values))));
      return parts.isEmpty() || !decision.possible() ? Optional.empty() : Optional.of("the caller chooses " + String.join(", ", parts));
    }
  }

  /**
   * @param policies whose conditions say which values matter
   * @param free keys in lower case; one that ends in a slash or colon stands for all that begin with it
   * @param action statements that do not speak of it are left aside
   * @param known the caller's context, for values with variables
   */
  static FreeKeys of(Collection<NamedPolicy> policies, Set<String> free, String action, Map<String, List<String>> known) {
    SortedMap<String, SortedSet<String>> named = new TreeMap<>();
    for (NamedPolicy policy : policies) {
      for (Statement statement : policy.document().statements()) {
        if (statement.speaksOf(action)) {
          statement.conditions().forEach(clause -> collect(clause, free, known, named));
        }
      }
    }
    SortedMap<String, List<List<String>>> candidates = new TreeMap<>();
    named.forEach((key, values) -> candidates.put(key, values(key, values)));
    return new FreeKeys(candidates);
  }

  boolean isEmpty() {
    return candidates.isEmpty();
  }

  /** Tries the values and keeps the first that is allowed outright, or else the one that asks least. */
  Choice choose(Function<SortedMap<String, List<String>>, Decision> decide) {
    Choice best = null;
    for (SortedMap<String, List<String>> one : combinations()) {
      var choice = new Choice(decide.apply(one), one);
      if (best == null || rank(choice.decision()) < rank(best.decision())) {
        best = choice;
      }
      if (rank(best.decision()) == 0) {
        break;
      }
    }
    return java.util.Objects.requireNonNull(best);
  }

  public static int rank(Decision decision) {
    return switch (decision) {
      case Decision.Allowed allowed -> 0;
      case Decision.Conditional conditional -> conditional.alternatives().getFirst().requirements().size();
      case Decision.Denied denied -> Integer.MAX_VALUE;
    };
  }

  private List<SortedMap<String, List<String>>> combinations() {
    List<SortedMap<String, List<String>>> all = new ArrayList<>(List.of(new TreeMap<>()));
    for (var entry : candidates.entrySet()) {
      List<SortedMap<String, List<String>>> longer = new ArrayList<>();
      for (SortedMap<String, List<String>> one : all) {
        for (List<String> value : entry.getValue()) {
          if (longer.size() < MOST) {
            SortedMap<String, List<String>> more = new TreeMap<>(one);
            more.put(entry.getKey(), value);
            longer.add(more);
          }
        }
      }
      all = longer;
    }
    return all;
  }

  private static void collect(ConditionClause clause, Set<String> free, Map<String, List<String>> known, SortedMap<String, SortedSet<String>> named) {
    String key = ResourceId.lowerCase(clause.key());
    boolean chosen = free.contains(key)
        || free.stream().anyMatch(prefix -> (prefix.endsWith("/") || prefix.endsWith(":")) && key.startsWith(prefix));
    if (chosen) {
      named.computeIfAbsent(key, none -> new TreeSet<>())
          .addAll(clause.values().stream().map(value -> PatternText.fill(value, known)).toList());
    }
  }

  private static List<List<String>> values(String key, SortedSet<String> named) {
    List<List<String>> values = new ArrayList<>();
    for (String text : named) {
      values.add(List.of(text));
      new Glob(text).witness("", ANYTHING).filter(witness -> !named.contains(witness)).ifPresent(witness -> values.add(List.of(witness)));
    }
    if (key.equals("sts:durationseconds")) {
      DURATIONS.forEach(seconds -> values.add(List.of(seconds)));
    } else {
      values.add(List.of(ANYTHING));
    }
    if (!key.equals("sts:rolesessionname") && !key.equals("sts:durationseconds")) {
      values.add(List.of());
    }
    return values;
  }

  /** The values as they are tried, for tests. */
  Map<String, List<List<String>>> candidates() {
    return candidates;
  }
}
