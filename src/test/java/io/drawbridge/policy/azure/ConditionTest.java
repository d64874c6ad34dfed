package io.drawbridge.policy.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId.ArmId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of conditions, operator by operator; the source of each is the page that {@link ConditionParser} names. */
class ConditionTest {

  private static final String READ = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";

  @ParameterizedTest(name = "{0} over {1}: {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      @Resource[a] StringEquals 'x'                                   | x       | TRUE
      @Resource[a] StringEquals 'x'                                   | X       | FALSE
      @Resource[a] stringequals 'x'                                   | x       | TRUE
      @resource[A] StringEquals 'x'                                   | x       | TRUE
      @Resource[a] StringEqualsIgnoreCase 'x'                         | X       | TRUE
      @Resource[a] StringNotEquals 'x'                                | y       | TRUE
      @Resource[a] StringNotEquals 'x'                                | x       | FALSE
      @Resource[a] StringNotEqualsIgnoreCase 'x'                      | X       | FALSE
      @Resource[a] StringStartsWith 'in/'                             | in/a    | TRUE
      @Resource[a] StringStartsWith 'in/'                             | a/in/   | FALSE
      @Resource[a] StringNotStartsWithIgnoreCase 'in/'                | IN/a    | FALSE
      @Resource[a] StringLike 'a*c?'                                  | abcd    | TRUE
      @Resource[a] StringLike 'A*C?'                                  | abcd    | FALSE
      @Resource[a] StringLike 'a*c'                                   | abcd    | FALSE
      @Resource[a] StringLikeIgnoreCase 'A*C?'                        | abcd    | TRUE
      @Resource[a] StringLike 'a\\*'                                  | abc     | FALSE
      @Resource[a] StringLike 'a\\*'                                  | a*      | TRUE
      @Resource[a] StringNotLike 'a*'                                 | b       | TRUE
      @Resource[a] StringEquals 'it\\'s'                              | it's    | TRUE
      @Resource[a] NumericEquals 10                                   | 10      | TRUE
      @Resource[a] NumericLessThan 10                                 | 9       | TRUE
      @Resource[a] NumericLessThan 10                                 | 10      | FALSE
      @Resource[a] NumericLessThanEquals 10                           | 10      | TRUE
      @Resource[a] NumericGreaterThan 9                               | 10      | TRUE
      @Resource[a] NumericGreaterThanEquals -3                        | -3      | TRUE
      @Resource[a] NumericNotEquals 10                                | 11      | TRUE
      @Resource[a] NumericEquals 10                                   | ten     | NEITHER
      !(@Resource[a] NumericEquals 10)                                | ten     | NEITHER
      @Resource[a] BoolEquals true                                    | true    | TRUE
      @Resource[a] BoolEquals True                                    | false   | FALSE
      @Resource[a] BoolNotEquals true                                 | false   | TRUE
      @Resource[a] GuidEquals '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'  | 8E3AF657A8FF443CA75C2FE8C4BCB635     | TRUE
      @Resource[a] GuidNotEquals 8e3af657-a8ff-443c-a75c-2fe8c4bcb635 | acdd72a7-3385-48ef-bd42-f606fba81ae7 | TRUE
      @Resource[a] DateTimeEquals '2026-05-01T00:00:00.0Z'            | 2026-05-01T02:00:00+02:00 | TRUE
      @Resource[a] DateTimeGreaterThan '2026-05-01T00:00:00Z'         | 2026-05-01T00:00:00Z      | FALSE
      @Resource[a] DateTimeLessThanEquals '2026-05-01T00:00:00Z'      | 2026-05-01T00:00:00Z      | TRUE
      @Resource[a] TimeOfDayGreaterThan '08:30'                       | 08:31                     | TRUE
      @Resource[a] TimeOfDayGreaterThanEquals '08:30:00'              | 2026-05-01T07:00:00Z      | FALSE
      @Resource[a] TimeOfDayLessThan '17:00'                          | 2026-05-01T16:59:59Z      | TRUE
      @Resource[a] IpMatch '203.0.113.0/24'                           | 203.0.113.9               | TRUE
      @Resource[a] IpMatch '203.0.113.0/24'                           | 203.0.114.9               | FALSE
      @Resource[a] IpNotMatch '203.0.113.0/24'                        | 203.0.114.9               | TRUE
      @Resource[a] ForAnyOfAnyValues:StringEquals {'x', 'y'}          | y,z     | TRUE
      @Resource[a] ForAnyOfAnyValues:StringEquals {'x', 'y'}          | z       | FALSE
      @Resource[a] ForAllOfAnyValues:StringEquals {'x', 'y', 'z'}     | x,y     | TRUE
      @Resource[a] ForAllOfAnyValues:StringEquals {'x', 'z'}          | x,y     | FALSE
      @Resource[a] ForAnyOfAllValues:NumericLessThan {15, 18}         | 10,20   | TRUE
      @Resource[a] ForAnyOfAllValues:StringNotEquals {'x', 'y'}       | y       | FALSE
      @Resource[a] ForAllOfAllValues:NumericLessThan {5, 15, 18}      | 10,20   | FALSE
      @Resource[a] ForAllOfAllValues:NumericLessThan {25, 30}         | 10,20   | TRUE
      @Resource[a] ForAllOfAllValues:NumericLessThan {15, 25, 30}     | 10,20   | FALSE
      {'x'} ForAllOfAnyValues:StringEquals @Resource[a]               | x,y     | TRUE
      'x' StringEquals @Resource[a]                                   | x       | TRUE
      Exists @Resource[a]                                             | x       | TRUE
      NotExists @Resource[a]                                          | x       | FALSE
      NOT NotExists @Resource[a]                                      | x       | TRUE
      Exists @Resource[b]                                             | x       | FALSE
      @Resource[b] StringEquals 'x'                                   | x       | NEITHER
      @Resource[b] StringNotEquals 'x'                                | x       | NEITHER
      @Resource[b] StringEquals 'x' OR @Resource[a] StringEquals 'x'  | x       | TRUE
      @Request[a] StringEquals 'x'                                    | x       | NEITHER
      """)
  void comparesAsTheLanguageSays(String condition, String values, String expected) {
    assertThat(verdict(condition, values, false)).isEqualTo(named(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "T OR F AND F, TRUE", "(T OR F) AND F, FALSE", "F AND T OR T, TRUE", "F && (T || T), FALSE", "!F, TRUE", "!!F, FALSE", "NOT (T AND F), TRUE",
    "!(T) OR F, FALSE", "not T or t, TRUE", "((((T)))), TRUE", "!(!(T AND !F)), TRUE", "T AND T AND T AND F, FALSE"
  })
  void operatorsBindAsTheLanguageSays(String shape, String expected) {
    String condition = shape.replaceAll("\\b[Tt]\\b", "ActionMatches{'" + READ + "'}").replaceAll("\\bF\\b", "ActionMatches{'Microsoft.Web/*'}");
    assertThat(verdict(condition, "x", false)).isEqualTo(named(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "(", ")", "()", "!", "AND", "@Resource[a]", "@Resource[a] StringEquals", "StringEquals 'x'", "@Resource[a] StringEquals 'x", "@Resource[] StringEquals 'x'",
    "@Resource[a] StringEquals {'x','y'}", "@Resource[a] StringEquals {}", "@Resource[a] ForAnyOfAnyValues:StringEquals {'x',}", "@Resource[a] Resembles 'x'",
    "@Weather[a] StringEquals 'x'", "@Resource[a] StringEquals 'x' @Resource[a] StringEquals 'x'", "@Resource[a] StringEquals 'x' AND", "ActionMatches('x')",
    "ActionMatches{}", "Exists 'x'", "@Resource[a] NumericEquals 'ten'", "@Resource[a] NumericLike '1*'", "@Resource[a] BoolEqualsIgnoreCase true",
    "@Resource[a] NumericNotLessThan 3", "@Resource[a] GuidEquals 'x'", "@Resource[a] StringEquals 'x' # y", "(@Resource[a] StringEquals 'x'", "true"
  })
  void whatIsNoConditionDoesNotParse(String text) {
    assertThat(Condition.parse(text, "2.0")).isEmpty();
  }

  @Test
  void anUnknownVersionIsNotParsed() {
    assertThat(Condition.parse("Exists @Resource[a]", "2.0")).isPresent();
    assertThat(Condition.parse("Exists @Resource[a]", "1.0")).isEmpty();
    assertThat(Condition.parse("Exists @Resource[a]", "")).isEmpty();
  }

  @Test
  void whatIsNotKnownIsLeftOpenBothWays() {
    Verdict verdict = verdict("@Resource[a] StringEquals 'x' AND !(@Request[b] BoolEquals true)", "", true);
    assertThat(verdict.holds().of()).singleElement().satisfies(all -> {
      assertThat(all).extracting(one -> one.key() + " " + one.negated()).containsExactly("Resource[a] false", "Request[b] true");
    });
    assertThat(verdict.fails().of()).hasSize(2);
  }

  @Test
  void whatIsKnownSettlesTheUnknown() {
    String open = "@Resource[unknown] StringEquals 'x'";
    assertThat(verdict(open + " OR ActionMatches{'" + READ + "'}", "", true)).isEqualTo(Verdict.TRUE);
    assertThat(verdict(open + " AND ActionMatches{'Microsoft.Web/*'}", "", true)).isEqualTo(Verdict.FALSE);
    assertThat(verdict(open + " AND !(" + open + ")", "", true).holds().isNever()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {" AND ", " OR "})
  void tenThousandClausesAreEvaluated(String joint) {
    List<String> clauses = Collections.nCopies(10_000, "@Resource[a] StringEquals 'x'");
    assertThat(verdict(String.join(joint, clauses), "x", false)).isEqualTo(Verdict.TRUE);
    assertThat(verdict(String.join(joint, clauses), "y", false)).isEqualTo(Verdict.FALSE);
  }

  @Test
  void tenThousandOpenClausesStayBounded() {
    StringBuilder every = new StringBuilder("@Resource[k] StringEquals 'x'");
    StringBuilder mixed = new StringBuilder("@Resource[k] StringEquals 'x'");
    for (int i = 0; i < 10_000; i++) {
      every.append(" AND @Resource[k").append(i).append("] StringEquals 'x'");
      mixed.append(" AND (@Resource[k").append(i).append("] StringEquals 'x' OR @Request[k").append(i).append("] StringEquals 'x')");
    }
    for (StringBuilder text : List.of(every, mixed)) {
      Verdict verdict = verdict(text.toString(), "", true);
      assertThat(verdict.holds().isNever()).isFalse();
      assertThat(verdict.holds().isAlways()).isFalse();
      assertThat(verdict.holds().approximated()).isTrue();
      assertThat(verdict.fails().isNever()).isFalse();
    }
  }

  @Test
  void deepBracketsNeedNoDeepStack() {
    int depth = 50_000;
    String nested = "(".repeat(depth) + "@Resource[a] StringEquals 'x'" + ")".repeat(depth);
    assertThat(verdict(nested, "x", false)).isEqualTo(Verdict.TRUE);
    assertThat(verdict("!".repeat(depth + 1) + nested, "x", false)).isEqualTo(Verdict.FALSE);
    String rightmost = "(@Resource[a] StringEquals 'x' AND ".repeat(10_000) + "@Resource[a] StringEquals 'x'" + ")".repeat(10_000);
    assertThat(verdict(rightmost, "x", false)).isEqualTo(Verdict.TRUE);
    assertThat(verdict(rightmost, "", true).holds().of()).hasSize(1);
    assertThat(verdict("@Resource[a] StringEquals '" + "\\'".repeat(depth) + "'", "'".repeat(depth), false)).isEqualTo(Verdict.TRUE);
  }

  private static Verdict named(String name) {
    return switch (name) {
      case "TRUE" -> Verdict.TRUE;
      case "FALSE" -> Verdict.FALSE;
      default -> Verdict.NEITHER;
    };
  }

  private static Verdict verdict(String condition, String values, boolean othersUnknown) {
    var known = new TreeMap<String, List<String>>();
    if (!values.isEmpty()) {
      known.put("Resource[a]", Arrays.asList(values.split(",")));
    }
    var request = new AzureRequest(Set.of("p"), READ, true, new ArmId("/subscriptions/s"), List.of(), new AttributeContext("", known, othersUnknown));
    Verdict verdict = Condition.parse(condition, "2.0").orElseThrow().evaluate(new ConditionScope(request)::ask);
    return verdict;
  }
}
