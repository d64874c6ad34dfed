package io.drawbridge.policy.azure;

import java.util.List;

/** One question of a condition. */
sealed interface Clause {

  /** Whether the action being checked fits one of the patterns. */
  record ActionMatches(List<String> patterns) implements Clause {
    public ActionMatches {
      patterns = List.copyOf(patterns);
    }
  }

  /** Whether the part of the action being checked, such as {@code Blob.List}, fits one of the patterns. */
  record SubOperationMatches(List<String> patterns) implements Clause {
    public SubOperationMatches {
      patterns = List.copyOf(patterns);
    }
  }

  /** Whether an attribute is there. */
  record Exists(Operand.Attribute attribute) implements Clause {}

  /** A comparison of two operands. */
  record Compares(Operand left, AttributeOperator operator, Operand right) implements Clause {}

  /** A side of a comparison. */
  sealed interface Operand {

    /**
     * An attribute.
     *
     * @param source {@code Resource}, {@code Request}, {@code Principal} or {@code Environment}
     */
    record Attribute(String source, String name) implements Operand {
      String key() {
        return source + "[" + name + "]";
      }
    }

    /** What the condition itself holds. */
    record Values(List<String> values) implements Operand {
      public Values {
        values = List.copyOf(values);
      }
    }
  }
}
