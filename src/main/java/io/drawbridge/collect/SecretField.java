package io.drawbridge.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One row of the redaction table: a field that may hold secret material.
 *
 * @param operations {@code service:operation}; a star at the end stands for any rest
 * @param path the field's name and those of the objects around it, outermost first; lists in between count for nothing, letter case
 *     neither, and whatever lies further out may be anything
 * @param unless what spares a value: the object around it says that the value is a reference or not of this kind
 */
record SecretField(String operations, List<String> path, Unless unless) {

  /** Looks at the object that holds the field. */
  @FunctionalInterface
  interface Unless {

    Unless NEVER = around -> false;

    /** The value names where the secret lies and is not the secret itself. */
    Unless REFERENCE = around -> Set.of("PARAMETER_STORE", "SECRETS_MANAGER").contains(around.path("type").asText(""));

    /** Site configurations share one type: these names hold settings, the others switches that rules read. */
    Unless NOT_SETTINGS = around -> {
      String name = ResourceId.lowerCase(around.path("name").asText(""));
      return Set.of("appsettings", "connectionstrings", "publishingcredentials", "azurestorageaccounts", "metadata", "authsettings").stream()
          .noneMatch(name::endsWith);
    };

    boolean spares(ObjectNode around);
  }

  static SecretField of(String operations, String path) {
    return of(operations, path, Unless.NEVER);
  }

  static SecretField of(String operations, String path, Unless unless) {
    return new SecretField(operations, List.of(path.toLowerCase(Locale.ROOT).split("\\.")), unless);
  }

  String field() {
    return path.getLast();
  }

  boolean appliesTo(Operation operation) {
    String name = operation.toString();
    return operations.endsWith("*") ? name.startsWith(operations.substring(0, operations.length() - 1)) : name.equals(operations);
  }

  /**
   * Whether this row names the field.
   *
   * @param fields lower-cased names from the document's root down to the field
   */
  boolean matches(List<String> fields, ObjectNode around) {
    int from = fields.size() - path.size();
    return from >= 0 && fields.subList(from, fields.size()).equals(path) && !unless.spares(around);
  }

  /** Whether there is anything to hide in a value. */
  static boolean isEmpty(JsonNode value) {
    return value.isNull() || value.isBoolean() || (value.isContainerNode() && value.isEmpty()) || (value.isTextual() && value.asText().isEmpty());
  }
}
