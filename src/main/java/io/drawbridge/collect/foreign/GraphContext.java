package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code @odata.context} says an answer is.
 *
 * @param path without keys, selected fields and {@code $entity}: {@code groups/members}, {@code roleManagement/directory/roleAssignments}
 * @param parent the key in the path, or empty
 * @param expanded the navigation properties that the answer has inside its items, as the context lists them
 */
record GraphContext(String path, String parent, String expanded) {

  private static final Pattern KEY = Pattern.compile("\\('([^']*)'\\)");

  static Optional<GraphContext> of(JsonNode body) {
    String context = body.path("@odata.context").asText(body.path("@odata.Context").asText(""));
    int hash = context.indexOf('#');
    if (!context.contains("$metadata") || hash < 0) {
      return Optional.empty();
    }
    String path = context.substring(hash + 1).replace("/$entity", "");
    Matcher key = KEY.matcher(path);
    String parent = key.find() ? key.group(1) : "";
    String keyless = KEY.matcher(path).replaceAll("");
    int fields = keyless.startsWith("Collection(") ? -1 : keyless.indexOf('(');
    return Optional.of(fields < 0 ? new GraphContext(keyless, parent, "") : new GraphContext(keyless.substring(0, fields), parent, keyless.substring(fields)));
  }

  /** A list of members, owners and the like: the type of its items says nothing about whose list it is. */
  boolean listsObjects() {
    return switch (path) {
      case "directoryObjects", "users", "groups", "servicePrincipals", "devices", "appRoleAssignments", "oauth2PermissionGrants", "scopedRoleMemberships" -> true;
      default -> path.startsWith("Collection(") || path.startsWith("microsoft.graph.");
    };
  }

  boolean expands(String child) {
    return expanded.contains(child + "(");
  }
}
