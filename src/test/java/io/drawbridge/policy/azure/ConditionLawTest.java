package io.drawbridge.policy.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.policy.Alternatives;
import io.drawbridge.policy.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions made up at random: what is said without knowing an attribute holds for every value of it, and no text is too much. */
class ConditionLawTest {

  private static final int SEEDS = Integer.getInteger("drawbridge.laws", 300) * 5;
  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final List<String> ATTRIBUTES = List.of("@Resource[a:name]", "@Request[b:list]", "@Principal[c:Id]", "@Environment[UtcNow]");
  private static final List<String> WORDS = List.of("x", "y", "X", "xy");

  @Test
  void whatIsSaidWithoutKnowingHoldsForEveryValue() {
    int open = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      String text = condition(random, 2);
      Condition condition = Condition.parse(text, Condition.VERSION).orElseThrow(() -> new AssertionError(text));
      SortedMap<String, List<String>> known = known(random);
      SortedMap<String, List<String>> half = new TreeMap<>(known);
      half.keySet().removeIf(key -> random.nextBoolean());
      Verdict before = evaluate(condition, half, true);
      Verdict after = evaluate(condition, known, false);
      assertThat(after.holds().isAlways() || after.holds().isNever()).as("a whole request decides").isTrue();
      if (!before.holds().approximated()) {
        assertThat(settled(before.holds(), known)).as("seed %s: %s of %s with %s", seed, text, half, known).isEqualTo(after.holds().isAlways());
      }
      open += before.holds().isAlways() || before.holds().isNever() ? 0 : 1;
    }
    assertThat(open).isGreaterThan(SEEDS / 10);
  }

  @Test
  void brokenTextIsNoConditionAndNoFailure() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var text = new StringBuilder(condition(random, 3));
      for (int i = 0; i <= random.nextInt(4); i++) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, "(){}'@[]!&|,\\ \0".charAt(random.nextInt(15)));
          default -> text.insert(at, text.substring(at / 2, at));
        }
      }
      assertThatCode(() -> Condition.parse(text.toString(), Condition.VERSION).ifPresent(one -> evaluate(one, new TreeMap<>(), true)))
          .as("seed %s: %s", seed, text).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" AND ", " OR ", " OR !", " AND !"})
  void tenThousandClausesAreDecided(String between) {
    String text = IntStream.range(0, 10_000).mapToObj(i -> "@Resource[a:n" + i + "] StringEquals 'v" + i + "'").collect(Collectors.joining(between));
    Verdict verdict = Assertions.assertTimeoutPreemptively(BOUND, () -> evaluate(Condition.parse(text, Condition.VERSION).orElseThrow(), new TreeMap<>(), true));
    assertThat(verdict.holds().isNever() || verdict.holds().isAlways()).isFalse();
    assertThat(verdict.holds().approximated()).isTrue();
  }

  @Test
  void pairsOfTenThousandAlternativesAreDecided() {
    String text = IntStream.range(0, 5_000).mapToObj(i -> "(@Resource[a:n" + i + "] StringEquals 'v' OR @Request[b:n" + i + "] StringEquals 'w')").collect(Collectors.joining(" AND "));
    Verdict verdict = Assertions.assertTimeoutPreemptively(BOUND, () -> evaluate(Condition.parse(text, Condition.VERSION).orElseThrow(), new TreeMap<>(), true));
    assertThat(verdict.holds().isNever()).isFalse();
  }

  @Test
  void bracketsAndNegationsNestWithoutEnd() {
    String text = "!(".repeat(100_000) + "@Resource[a:name] StringEquals 'x'" + ")".repeat(100_000);
    Verdict verdict = Assertions.assertTimeoutPreemptively(BOUND, () -> evaluate(Condition.parse(text, Condition.VERSION).orElseThrow(),
        new TreeMap<>(java.util.Map.of("Resource[a:name]", List.of("x"))), false));
    assertThat(verdict.holds().isAlways()).isTrue();
  }

  private static String condition(Random random, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return clause(random);
    }
    String joined = IntStream.rangeClosed(1, 1 + random.nextInt(3)).mapToObj(i -> condition(random, depth - 1))
        .collect(Collectors.joining(random.nextBoolean() ? " AND " : " OR "));
    return (random.nextInt(4) == 0 ? "!" : "") + "(" + joined + ")";
  }

  private static String clause(Random random) {
    String attribute = one(random, ATTRIBUTES);
    String negation = random.nextInt(3) == 0 ? "Not" : "";
    return switch (random.nextInt(7)) {
      case 0 -> (random.nextBoolean() ? "Exists " : "NotExists ") + attribute;
      case 1 -> "ActionMatches{'" + one(random, List.of("Microsoft.Storage/*", "*/read", "Microsoft.Compute/*")) + "'}";
      case 2 -> "SubOperationMatches{'" + one(random, List.of("Blob.List", "Blob.*")) + "'}";
      case 3 -> attribute + " String" + negation + one(random, List.of("Equals", "StartsWith", "Like")) + (random.nextBoolean() ? "IgnoreCase" : "") + " '" + one(random, WORDS) + "'";
      case 4 -> attribute + " ForA" + one(random, List.of("nyOfAny", "llOfAny", "nyOfAll", "llOfAll")) + "Values:String" + negation + "Equals {'" + one(random, WORDS) + "', '"
          + one(random, WORDS) + "'}";
      case 5 -> attribute + " Numeric" + one(random, List.of("LessThan", "GreaterThanEquals", "Equals")) + " " + random.nextInt(3);
      default -> attribute + " DateTimeGreaterThan '2026-01-0" + (1 + random.nextInt(3)) + "T00:00:00Z'";
    };
  }

  private static SortedMap<String, List<String>> known(Random random) {
    SortedMap<String, List<String>> known = new TreeMap<>();
    for (String attribute : ATTRIBUTES) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < random.nextInt(3); i++) {
        values.add(random.nextInt(4) == 0 ? "" + random.nextInt(3) : random.nextInt(4) == 0 ? "2026-01-02T00:00:00Z" : one(random, WORDS));
      }
      known.put(attribute.substring(1), values);
    }
    return known;
  }

  private static String one(Random random, List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static Verdict evaluate(Condition condition, SortedMap<String, List<String>> known, boolean othersUnknown) {
    var request = new AzureRequest(Set.of("p"), "Microsoft.Storage/accounts/read", true, new ArmId("/subscriptions/s"), List.of(),
        new AttributeContext("Blob.List", known, othersUnknown));
    return condition.evaluate(new ConditionScope(request)::ask);
  }

  /** Whether one of the alternatives holds once everything is known. */
  private static boolean settled(Alternatives when, SortedMap<String, List<String>> known) {
    return when.of().stream().anyMatch(all -> all.stream().allMatch(requirement -> holds(requirement, known)));
  }

  private static boolean holds(Requirement requirement, SortedMap<String, List<String>> known) {
    List<String> values = known.getOrDefault(requirement.key(), List.of());
    if (requirement.operator().equals("Exists")) {
      return values.isEmpty() == requirement.negated();
    }
    AttributeOperator operator = AttributeOperator.find(requirement.operator()).orElseThrow();
    boolean readable = !values.isEmpty() && values.stream().allMatch(operator.type()::reads);
    return readable && operator.holds(values, requirement.values()) != requirement.negated();
  }
}
