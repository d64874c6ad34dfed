package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.policy.AddressBlock;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.ConditionOperator.Base;
import io.drawbridge.policy.aws.ConditionOperator.Quantifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a requirement leaves to a key of one value.
 *
 * @param absent whether the key may be absent
 * @param inside whether a value has to be of the form, or has to be none of it
 */
record Shape(boolean absent, boolean inside, Form form) {

  /** Keys of several values: one value that fits says nothing of the others. Source: IAM User Guide, "Multivalued context keys". */
  private static final Set<String> MANY =
      Set.of("aws:calledvia", "aws:principalorgpaths", "aws:resourceorgpaths", "aws:sourceorgpaths", "aws:vpceorgpaths", "aws:tagkeys",
          "aws:principalservicenameslist", "dynamodb:attributes", "dynamodb:leadingkeys", "kms:encryptioncontextkeys");

  /** The shape of a requirement; empty when it hangs on other keys, or its key has several values. */
  static Optional<Shape> of(Requirement requirement) {
    Optional<ConditionOperator> operator = ConditionOperator.find(requirement.operator());
    boolean variable = requirement.values().stream().anyMatch(value -> value.contains("${"));
    if (operator.isEmpty() || variable || operator.get().quantifier() != Quantifier.NONE || MANY.contains(ResourceId.lowerCase(requirement.key()))) {
      return Optional.empty();
    }
    Base base = operator.get().base();
    if (base == Base.NULL) {
      boolean absent = requirement.values().contains("true") != requirement.negated();
      return Optional.of(new Shape(absent, !absent, new Form.Everything()));
    }
    boolean absent = (operator.get().ifExists() || base.negated()) != requirement.negated();
    return Optional.of(new Shape(absent, base.negated() == requirement.negated(), form(base, requirement.values())));
  }

  private static Form form(Base base, List<String> values) {
    return switch (base) {
      case STRING_EQUALS, STRING_NOT_EQUALS -> new Form.Exact(values);
      case BOOL -> new Form.Exact(values.stream().map(ResourceId::lowerCase).toList());
      case STRING_LIKE, STRING_NOT_LIKE -> new Form.Like(values, false);
      case ARN_EQUALS, ARN_NOT_EQUALS, ARN_LIKE, ARN_NOT_LIKE -> new Form.Like(values, true);
      case IP_ADDRESS, NOT_IP_ADDRESS -> new Form.Blocks(values.stream().map(AddressBlock::parse).flatMap(Optional::stream).toList());
      case NUMERIC_LESS_THAN, DATE_LESS_THAN -> side(base, false, false, values);
      case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> side(base, false, true, values);
      case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> side(base, true, false, values);
      case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> side(base, true, true, values);
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE, BINARY_EQUALS, NUMERIC_EQUALS, NUMERIC_NOT_EQUALS, DATE_EQUALS,
          DATE_NOT_EQUALS, NULL -> new Form.Opaque();
    };
  }

  private static Form side(Base base, boolean above, boolean inclusive, List<String> values) {
    Optional<BigDecimal> limit = values.size() == 1 ? Values.limit(base, values.getFirst()) : Optional.empty();
    return limit.<Form>map(one -> new Form.Side(above, inclusive, one)).orElseGet(Form.Opaque::new);
  }

  /** True only if whatever meets this meets the other. */
  boolean implies(Shape other) {
    if (absent && !other.absent) {
      return false;
    }
    if (isOnlyAbsence()) {
      return true;
    }
    if (inside) {
      return other.inside ? other.form.covers(form) : form.disjoint(other.form);
    }
    return other.inside ? other.form instanceof Form.Everything : form.covers(other.form);
  }

  /** True only if nothing meets both. */
  boolean excludes(Shape other) {
    return implies(new Shape(!other.absent, !other.inside, other.form));
  }

  private boolean isOnlyAbsence() {
    return !inside && form instanceof Form.Everything;
  }
}
