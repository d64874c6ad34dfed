package io.drawbridge.policy.azure;

import io.drawbridge.policy.azure.Clause.Operand;
import io.drawbridge.policy.azure.Condition.Step;
import io.drawbridge.policy.azure.ConditionTokens.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the language of role assignment conditions into postfix steps, without recursion.
 *
 * <p>Source: Azure RBAC, "Azure role assignment condition format and syntax". Azure asks for brackets where AND and OR meet; without
 * them AND binds closer, as in Microsoft's own open interpreter of the language.
 */
final class ConditionParser {

  private final List<Token> tokens;
  private final List<Step> steps = new ArrayList<>();
  private final Deque<Group> groups = new ArrayDeque<>();
  private int at;

  ConditionParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** What stands between two brackets: so many alternatives, the last one of so many parts. */
  private static final class Group {
    /** Whether a NOT stands before the part that is read now. */
    private boolean negated;

    private int parts;
    private int alternatives;
  }

  /** Empty when the tokens are no condition. */
  Optional<Condition> parse() {
    groups.push(new Group());
    boolean valid = operand();
    while (valid && at < tokens.size()) {
      valid = switch (sign()) {
        case "&&" -> operand();
        case "||" -> {
          endAlternative(group());
          yield operand();
        }
        case ")" -> endGroup();
        default -> false;
      };
    }
    if (!valid || groups.size() != 1) {
      return Optional.empty();
    }
    endAll(group());
    return Optional.of(new Condition(steps));
  }

  private Group group() {
    return groups.element();
  }

  /** Reads NOTs and opening brackets up to a clause, and the clause. */
  private boolean operand() {
    while (at < tokens.size()) {
      if (accept("!")) {
        group().negated = !group().negated;
      } else if (accept("(")) {
        groups.push(new Group());
      } else {
        Clause clause = clause();
        if (clause == null) {
          return false;
        }
        steps.add(new Step.Ask(clause));
        endPart();
        return true;
      }
    }
    return false;
  }

  private void endPart() {
    Group group = group();
    if (group.negated) {
      steps.add(new Step.Not());
      group.negated = false;
    }
    group.parts++;
  }

  private void endAlternative(Group group) {
    if (group.parts > 1) {
      steps.add(new Step.Join(true, group.parts));
    }
    group.parts = 0;
    group.alternatives++;
  }

  private void endAll(Group group) {
    endAlternative(group);
    if (group.alternatives > 1) {
      steps.add(new Step.Join(false, group.alternatives));
    }
  }

  private boolean endGroup() {
    if (groups.size() == 1) {
      return false;
    }
    endAll(groups.pop());
    endPart();
    return true;
  }

  private @Nullable Clause clause() {
    if (token() instanceof Token.Word(String word)) {
      switch (word.toLowerCase(Locale.ROOT)) {
        case "actionmatches" -> {
          List<String> patterns = function();
          return patterns == null ? null : new Clause.ActionMatches(patterns);
        }
        case "suboperationmatches" -> {
          List<String> patterns = function();
          return patterns == null ? null : new Clause.SubOperationMatches(patterns);
        }
        case "exists" -> {
          return exists();
        }
        case "notexists" -> {
          group().negated = !group().negated;
          return exists();
        }
        default -> {}
      }
    }
    return comparison();
  }

  private @Nullable List<String> function() {
    at++;
    return set();
  }

  private @Nullable Clause exists() {
    at++;
    return attribute() instanceof Operand.Attribute attribute ? new Clause.Exists(attribute) : null;
  }

  private @Nullable Clause comparison() {
    Operand left = value();
    if (left == null || !(token() instanceof Token.Word(String word))) {
      return null;
    }
    Optional<AttributeOperator> operator = AttributeOperator.find(word);
    at++;
    Operand right = value();
    if (operator.isEmpty() || right == null || !fits(operator.get(), left) || !fits(operator.get(), right)) {
      return null;
    }
    return new Clause.Compares(left, operator.get(), right);
  }

  /** Values of the condition itself must be of the operator's type, and one where it takes no several. */
  private static boolean fits(AttributeOperator operator, Operand operand) {
    return switch (operand) {
      case Operand.Attribute attribute -> true;
      case Operand.Values(List<String> values) -> values.stream().allMatch(operator.type()::reads)
          && (operator.quantifier() != AttributeOperator.Quantifier.NONE || values.size() == 1);
    };
  }

  private @Nullable Operand value() {
    return switch (token()) {
      case Token.Attribute attribute -> attribute();
      case Token.Text(String text) -> {
        at++;
        yield new Operand.Values(List.of(text));
      }
      case Token.Word(String word) -> {
        at++;
        yield new Operand.Values(List.of(word));
      }
      case Token.Sign sign -> {
        List<String> values = set();
        yield values == null ? null : new Operand.Values(values);
      }
    };
  }

  private @Nullable Operand attribute() {
    if (token() instanceof Token.Attribute(String source, String name)) {
      at++;
      return new Operand.Attribute(source, name);
    }
    return null;
  }

  /** One or more values in braces. */
  private @Nullable List<String> set() {
    if (!accept("{")) {
      return null;
    }
    List<String> values = new ArrayList<>();
    do {
      switch (token()) {
        case Token.Text(String text) -> values.add(text);
        case Token.Word(String word) -> values.add(word);
        case Token.Attribute attribute -> {
          return null;
        }
        case Token.Sign sign -> {
          return null;
        }
      }
      at++;
    } while (accept(","));
    return accept("}") ? values : null;
  }

  private boolean accept(String sign) {
    boolean there = token().equals(new Token.Sign(sign));
    if (there) {
      at++;
    }
    return there;
  }

  private String sign() {
    String sign = token() instanceof Token.Sign(String text) ? text : "";
    at++;
    return sign;
  }

  /** The token to be read; after the last one a sign that nothing accepts. */
  private Token token() {
    return at < tokens.size() ? tokens.get(at) : new Token.Sign("");
  }
}
