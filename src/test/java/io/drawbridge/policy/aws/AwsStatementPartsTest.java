package io.drawbridge.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.StatementRef;
import io.drawbridge.conformance.Conformance;
import io.drawbridge.policy.aws.Statement.ConditionClause;
import io.drawbridge.policy.aws.Statement.Matcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Elements of statements that others matched, one row each. Rows whose request names a resource by a pattern, and the two about patterns
 * that overlap, are an extension that is not modelled.
 */
class AwsStatementPartsTest {

  @Test
  void everyPartMatchesAsExpected() throws IOException {
    Map<String, String> differences = new TreeMap<>();
    int asked = 0;
    for (JsonNode row : Conformance.json("aws/iam-eval/statement-parts.json")) {
      if (row.path("kind").asText().equals("resourcePatternOverlap") || row.at("/request/resource/resource").asText().contains("*")) {
        continue;
      }
      asked++;
      boolean expected = !List.of("false", "NoMatch").contains(row.path("expected").asText());
      if (matches(row) != expected) {
        differences.put(row.path("id").asText(), "expected " + row.path("expected"));
      }
    }
    assertThat(asked).isGreaterThan(290);
    assertThat(differences.keySet()).as("differences: %s", differences).isEqualTo(Conformance.expectedFailures("statement-parts").keySet());
  }

  private static boolean matches(JsonNode row) {
    return switch (row.path("kind").asText()) {
      case "operator" -> operator(row);
      case "condition", "conditions" -> applies(row, new Conditions(context(row), variables(row)).evaluate(clauses(row)));
      case "action" -> StatementMatch.action(new Matcher(true, false, texts(row.path("element"))), action(row));
      case "notAction" -> StatementMatch.action(new Matcher(true, true, texts(row.path("element"))), action(row));
      case "resource" -> resource(row, false);
      case "notResource" -> resource(row, true);
      case "principal" -> principal(row, new Matcher(true, false, principals(row.path("element"))));
      case "principalEntry" -> principal(row, new Matcher(true, false, List.of(entry(row.path("element")))));
      case "notPrincipal" -> principal(row, new Matcher(true, true, principals(row.path("element"))));
      case "statementPrincipals" -> principal(row, statement(row.at("/element/statement")));
      default -> throw new IllegalArgumentException(row.path("kind").asText());
    };
  }

  /** An allow counts where it is possible, a deny where it is certain. */
  private static boolean applies(JsonNode row, Truth truth) {
    return row.path("effect").asText().equals("Deny") ? truth.isYes() : !truth.isNo();
  }

  private static boolean operator(JsonNode row) {
    Map<String, List<String>> known = known(row.path("context"));
    known.put("the:key", texts(row.path("contextValue")));
    var context = RequestContext.strict(known);
    var clause = new ConditionClause(row.path("operator").asText(), "the:key", texts(row.path("policyValues")));
    return !new Conditions(context, new Variables(context, true)).evaluate(clause).isNo();
  }

  private static boolean resource(JsonNode row, boolean negated) {
    var element = new Matcher(true, negated, texts(row.path("element")));
    return applies(row, StatementMatch.resource(element, row.at("/request/resource/resource").asText(), variables(row)));
  }

  private static boolean principal(JsonNode row, Matcher element) {
    JsonNode principal = row.at("/request/principal");
    AwsPrincipal caller = principal.isObject() ? new AwsPrincipal.Anonymous() : new AwsPrincipal.Iam(new Arn(principal.asText()));
    var statement = new Statement(new StatementRef(new DocumentRef("row", "row"), "", "row", ""), !row.path("effect").asText().equals("Deny"), element, Matcher.ABSENT, Matcher.ABSENT, List.of());
    return !PrincipalMatch.names(statement, caller, context(row), PrincipalMatch.ACCOUNT).isNo();
  }

  private static Matcher statement(JsonNode statement) {
    for (String element : List.of("Principal", "NotPrincipal")) {
      if (statement.has(element)) {
        return new Matcher(true, element.startsWith("Not"), List.of("AWS:" + statement.path(element).path("AWS").asText()));
      }
    }
    return Matcher.ABSENT;
  }

  private static RequestContext context(JsonNode row) {
    Map<String, List<String>> known = known(row.at("/request/context"));
    if (!row.path("mode").asText().equals("Discovery")) {
      return RequestContext.strict(known);
    }
    Map<String, List<String>> constrained = new HashMap<>();
    for (JsonNode constraint : row.path("discoveryContextKeyConstraints")) {
      String key = constraint.path("keyName").asText();
      boolean absent = constraint.path("presenceIsKnown").asBoolean() && !known.containsKey(key);
      if (absent || constraint.path("valueIsKnown").asBoolean()) {
        constrained.put(key, known.getOrDefault(key, List.of()));
      }
    }
    if (row.at("/conditions/0/key").asText().equals("s3:prefix")) {
      constrained.put("s3:prefix", known.get("s3:prefix"));
    }
    return RequestContext.discovery(constrained);
  }

  private static Variables variables(JsonNode row) {
    return new Variables(context(row), true);
  }

  private static Map<String, List<String>> known(JsonNode context) {
    Map<String, List<String>> known = new HashMap<>();
    context.properties().forEach(entry -> known.put(entry.getKey(), texts(entry.getValue())));
    return known;
  }

  private static List<ConditionClause> clauses(JsonNode row) {
    List<ConditionClause> clauses = new ArrayList<>();
    row.path("conditions").forEach(one -> clauses.add(new ConditionClause(one.path("operator").asText(), one.path("key").asText(), texts(one.path("values")))));
    return clauses;
  }

  private static String action(JsonNode row) {
    return row.at("/request/action").asText().toLowerCase(Locale.ROOT);
  }

  private static List<String> principals(JsonNode element) {
    List<String> principals = new ArrayList<>();
    element.forEach(one -> principals.add(entry(one)));
    return principals;
  }

  private static String entry(JsonNode one) {
    return one.path("type").asText() + ":" + one.path("value").asText();
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(one -> texts.add(one.asText()));
    } else {
      texts.add(node.asText());
    }
    return texts;
  }
}
