package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.coverage.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the table of AWS operations: how an answer is told by its content.
 *
 * @param needsSubject whether the answer does not say which resource it is about
 * @param fields any one of them identifies the answer
 */
record AwsOperation(Operation operation, boolean needsSubject, List<Field> fields) {

  private static final Set<String> GLOBAL = Set.of("iam", "sts", "organizations", "s3", "s3control", "route53", "cloudfront");

  /**
   * A top-level field of the answer.
   *
   * @param marker a field that its first item has, where several operations use the same name; {@value #PLAIN} when the item is a plain
   *     value; empty when none is needed
   */
  record Field(String name, String marker) {

    private static final String PLAIN = "=";

    static Field parse(String text) {
      int bracket = text.indexOf('[');
      return bracket < 0 ? new Field(text, "") : new Field(text.substring(0, bracket), text.substring(bracket + 1, text.length() - 1));
    }

    boolean isIn(JsonNode body) {
      JsonNode value = body.path(name);
      if (value.isMissingNode() || marker.isEmpty()) {
        return !value.isMissingNode();
      }
      JsonNode item = value.isArray() ? value.path(0) : value;
      return (value.isArray() && value.isEmpty()) || (marker.equals(PLAIN) ? item.isValueNode() : item.has(marker));
    }
  }

  /** Reads a row: {@code service operation[!] Field|Field[marker]}; the mark of exclamation says that a subject is needed. */
  static AwsOperation parse(String row) {
    String[] parts = row.strip().split("\\s+", -1);
    boolean needsSubject = parts[1].endsWith("!");
    String name = needsSubject ? parts[1].substring(0, parts[1].length() - 1) : parts[1];
    return new AwsOperation(new Operation(parts[0], name), needsSubject, List.of(parts[2].split("\\|")).stream().map(Field::parse).toList());
  }

  boolean isGlobal() {
    return GLOBAL.contains(operation.service());
  }

  boolean fits(JsonNode body) {
    return fieldsIn(body) > 0;
  }

  int fieldsIn(JsonNode body) {
    return (int) fields.stream().filter(field -> field.isIn(body)).count();
  }

  /** Whether the operation lists: an answer without the list then lists nothing. */
  boolean isListing() {
    return operation.name().startsWith("list-") || operation.name().startsWith("describe-");
  }

  /** How many things an answer lists. */
  int items(JsonNode body) {
    Optional<JsonNode> list = fields.stream().map(field -> body.path(field.name())).filter(JsonNode::isArray).findFirst();
    if (list.isEmpty()) {
      return body.isEmpty() ? 0 : 1;
    }
    int all = 0;
    for (Field field : fields) {
      all += body.path(field.name()).isArray() ? body.path(field.name()).size() : 0;
    }
    return all;
  }
}
