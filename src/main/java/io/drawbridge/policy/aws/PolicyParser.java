package io.drawbridge.policy.aws;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.StatementRef;
import io.drawbridge.policy.aws.Statement.ConditionClause;
import io.drawbridge.policy.aws.Statement.Matcher;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads IAM policies of any kind as strictly as AWS stores them, and never throws.
 *
 * <p>Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
public final class PolicyParser {

  private static final ObjectMapper JSON = new ObjectMapper()
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Set<String> ELEMENTS = Set.of("Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource",
      "NotResource", "Condition");
  private static final Set<String> VERSIONS = Set.of("2008-10-17", "2012-10-17");

  /** A star stands for every service, and no pattern for some; what follows may be nonsense, which AWS stores and which matches nothing. */
  private static final Pattern ACTION = Pattern.compile("\\*|(?:\\*|[^:*?]+):.*+", Pattern.DOTALL);
  private static final Set<String> PRINCIPAL_TYPES = Set.of("AWS", "Service", "Federated", "CanonicalUser");

  private static final int LONGEST_NAME = 200;
  private static final int MOST_PROBLEMS = 100;

  private final DocumentRef document;
  private final String policyName;
  private final List<Problem> problems = new ArrayList<>();

  private PolicyParser(DocumentRef document, String policyName) {
    this.document = document;
    this.policyName = policyName;
  }

  /** What came of reading a document. */
  public sealed interface Parsed {
    /** It is well formed. */
    record Policy(PolicyDocument document) implements Parsed {}

    /** AWS would not store it; there is at least one problem. */
    record Malformed(List<Problem> problems) implements Parsed {
      public Malformed {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * What is wrong and where.
   *
   * @param pointer JSON pointer in the provider's item
   */
  public record Problem(String pointer, String message) {}

  /**
   * Reads a policy given as an object, a JSON text, or a URL-encoded JSON text.
   *
   * @param pointer where the policy stands in the document
   * @param policyName what its statements without Sid are called by
   */
  public static Parsed parse(JsonNode node, DocumentRef document, String pointer, String policyName) {
    var parser = new PolicyParser(document, policyName);
    PolicyDocument policy = parser.policy(parser.object(node, pointer), pointer);
    return parser.problems.isEmpty() ? new Parsed.Policy(policy) : new Parsed.Malformed(parser.problems);
  }

  private JsonNode object(JsonNode node, String pointer) {
    if (!node.isTextual()) {
      return node;
    }
    String text = node.textValue().strip();
    try {
      String json = text.startsWith("%7B") || text.startsWith("%7b") ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
      return JSON.readTree(json);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      problem(pointer, "the policy is a text that is no JSON, or has a key twice");
      return JSON.createObjectNode();
    }
  }

  private PolicyDocument policy(JsonNode policy, String pointer) {
    if (!policy.isObject()) {
      problem(pointer, "a policy is an object with Version and Statement");
      return new PolicyDocument("", List.of());
    }
    JsonNode version = policy.path("Version");
    if (!version.isMissingNode() && !(version.isTextual() && VERSIONS.contains(version.textValue()))) {
      problem(pointer + "/Version", "the version is 2012-10-17 or 2008-10-17");
    }
    return new PolicyDocument(version.asText("2008-10-17"), statements(policy.path("Statement"), pointer + "/Statement"));
  }

  private List<Statement> statements(JsonNode node, String pointer) {
    if (node.isObject()) {
      return List.of(statement(node, pointer, 0));
    }
    if (!node.isArray() || node.isEmpty()) {
      problem(pointer, "a policy has at least one statement");
      return List.of();
    }
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      statements.add(statement(node.get(i), pointer + "/" + i, i));
    }
    return statements;
  }

  private Statement statement(JsonNode node, String pointer, int index) {
    if (!node.isObject()) {
      problem(pointer, "a statement is an object");
    }
    node.fieldNames().forEachRemaining(name -> {
      if (!ELEMENTS.contains(name)) {
        problem(below(pointer, name), "`" + shown(name) + "` is no element of a statement");
      }
    });
    String effect = node.path("Effect").asText("");
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      problem(pointer + "/Effect", "the effect is Allow or Deny, in this letter case");
    }
    String label = node.path("Sid").asText("").isEmpty() ? policyName + "#" + index : node.path("Sid").asText();
    var ref = new StatementRef(document, pointer, label, node.toString());
    Matcher actions = either(node, "Action", pointer, true);
    actions.values().stream().filter(action -> !ACTION.matcher(action).matches()).findFirst()
        .ifPresent(action -> problem(pointer + (actions.negated() ? "/NotAction" : "/Action"), "`" + shown(action) + "` is no service:Operation"));
    return new Statement(ref, effect.equals("Allow"), principals(node, pointer), actions, either(node, "Resource", pointer, false),
        conditions(node.path("Condition"), pointer + "/Condition"));
  }

  private Matcher either(JsonNode statement, String element, String pointer, boolean required) {
    JsonNode plain = statement.path(element);
    JsonNode not = statement.path("Not" + element);
    if (!plain.isMissingNode() && !not.isMissingNode()) {
      problem(pointer, "a statement has " + element + " or Not" + element + ", not both");
    }
    if (plain.isMissingNode() && not.isMissingNode()) {
      if (required) {
        problem(pointer, "a statement has " + element + " or Not" + element);
      }
      return Matcher.ABSENT;
    }
    boolean negated = plain.isMissingNode();
    String at = pointer + (negated ? "/Not" : "/") + element;
    List<String> values = texts(negated ? not : plain, at);
    if (values.isEmpty()) {
      problem(at, "an element names at least one thing");
    }
    return new Matcher(true, negated, values);
  }

  private Matcher principals(JsonNode statement, String pointer) {
    JsonNode plain = statement.path("Principal");
    JsonNode not = statement.path("NotPrincipal");
    if (plain.isMissingNode() && not.isMissingNode()) {
      return Matcher.ABSENT;
    }
    if (!plain.isMissingNode() && !not.isMissingNode()) {
      problem(pointer, "a statement has Principal or NotPrincipal, not both");
    }
    boolean negated = plain.isMissingNode();
    return new Matcher(true, negated, principalValues(negated ? not : plain, pointer + (negated ? "/NotPrincipal" : "/Principal")));
  }

  private List<String> principalValues(JsonNode node, String pointer) {
    if (node.isTextual() && node.textValue().equals("*")) {
      return List.of("*");
    }
    if (!node.isObject() || node.isEmpty()) {
      problem(pointer, "a principal is `*` or an object with AWS, Service, Federated or CanonicalUser");
      return List.of();
    }
    List<String> values = new ArrayList<>();
    node.properties().forEach(entry -> {
      if (!PRINCIPAL_TYPES.contains(entry.getKey())) {
        problem(below(pointer, entry.getKey()), "`" + shown(entry.getKey()) + "` is no type of principal");
      }
      texts(entry.getValue(), below(pointer, entry.getKey())).forEach(value -> values.add(entry.getKey() + ":" + value));
    });
    values.stream().filter(value -> value.startsWith("AWS:") && value.indexOf('*') >= 0 && !value.equals("AWS:*")).findFirst()
        .ifPresent(value -> problem(pointer, "`" + shown(value) + "`: a star stands for everybody, not for a part of a name"));
    return values;
  }

  private List<ConditionClause> conditions(JsonNode node, String pointer) {
    if (node.isMissingNode()) {
      return List.of();
    }
    if (!node.isObject()) {
      problem(pointer, "a condition is an object of operators");
      return List.of();
    }
    List<ConditionClause> clauses = new ArrayList<>();
    node.properties().forEach(operator -> {
      String at = below(pointer, operator.getKey());
      if (ConditionOperator.find(operator.getKey()).isEmpty()) {
        problem(at, "`" + shown(operator.getKey()) + "` is no condition operator");
      }
      if (!operator.getValue().isObject()) {
        problem(at, "an operator holds an object of condition keys");
      }
      operator.getValue().properties().forEach(key ->
          clauses.add(new ConditionClause(operator.getKey(), key.getKey(), texts(key.getValue(), below(at, key.getKey())))));
    });
    return clauses;
  }

  /** A scalar or an array of scalars; Booleans and numbers as AWS writes them back. */
  private List<String> texts(JsonNode node, String pointer) {
    if (node.isArray()) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        values.add(scalar(node.get(i), pointer + "/" + i));
      }
      return List.copyOf(new java.util.LinkedHashSet<>(values));
    }
    return List.of(scalar(node, pointer));
  }

  private String scalar(JsonNode node, String pointer) {
    if (!node.isValueNode() || node.isNull()) {
      problem(pointer, "a value is a text, a number or a Boolean");
    }
    return node.asText("");
  }

  /** A JSON pointer one level further down; of a name that somebody made long only the beginning. */
  private static String below(String pointer, String name) {
    return pointer + "/" + shown(name).replace("~", "~0").replace("/", "~1");
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
  }

  private void problem(String pointer, String message) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Problem(pointer, message));
    }
  }
}
