package io.drawbridge.policy.azure;

import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.azure.Clause.Operand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers the clauses of a condition for one request.
 *
 * <p>A comparison with an attribute that is absent, or with a value of another type, is neither true nor false, even turned around by a
 * NOT: as in Microsoft's own open interpreter of the language, where it is an error. <b>Not modelled:</b> attributes that follow from
 * the resource's id, such as a container's name: who asks gives them.
 */
record ConditionScope(AzureRequest request) {

  Verdict ask(Clause clause) {
    return switch (clause) {
      case Clause.ActionMatches(List<String> patterns) -> Verdict.of(ActionPattern.any(patterns, request.action()));
      case Clause.SubOperationMatches(List<String> patterns) -> Verdict.of(
          !subOperation().isEmpty() && ActionPattern.any(patterns, subOperation()));
      case Clause.Exists(Operand.Attribute attribute) -> values(attribute)
          .map(values -> Verdict.of(!values.isEmpty()))
          .orElseGet(() -> Verdict.open(new Requirement(attribute.key(), "Exists", List.of(), false, "`" + attribute.key() + "` is there")));
      case Clause.Compares compares -> compare(compares);
    };
  }

  private Verdict compare(Clause.Compares clause) {
    Optional<List<String>> left = values(clause.left());
    Optional<List<String>> right = values(clause.right());
    if (left.isEmpty()) {
      return Verdict.open(requirement(clause.left(), clause.operator(), clause.right()));
    }
    if (right.isEmpty()) {
      return Verdict.open(requirement(clause.right(), clause.operator(), clause.left()));
    }
    boolean comparable = readable(clause.operator(), left.get()) && readable(clause.operator(), right.get());
    return comparable ? Verdict.of(clause.operator().holds(left.get(), right.get())) : Verdict.NEITHER;
  }

  private static boolean readable(AttributeOperator operator, List<String> values) {
    return !values.isEmpty() && values.stream().allMatch(operator.type()::reads);
  }

  private Optional<List<String>> values(Operand operand) {
    return switch (operand) {
      case Operand.Values(List<String> values) -> Optional.of(values);
      case Operand.Attribute attribute -> attribute.key().equalsIgnoreCase("Request[subOperation]") && !subOperation().isEmpty()
          ? Optional.of(List.of(subOperation()))
          : request.attributes().values(attribute.key());
    };
  }

  private String subOperation() {
    return request.attributes().subOperation();
  }

  private static Requirement requirement(Operand open, AttributeOperator operator, Operand other) {
    String key = open instanceof Operand.Attribute attribute ? attribute.key() : "";
    List<String> values = switch (other) {
      case Operand.Attribute attribute -> List.of("@" + attribute.key());
      case Operand.Values(List<String> given) -> given;
    };
    String shown = values.stream().map(value -> "`" + value + "`").collect(Collectors.joining(" or "));
    return new Requirement(key, operator.written(), values, false, "`" + key + "` " + operator.written() + " " + shown);
  }
}
