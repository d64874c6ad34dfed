package io.drawbridge.edge.azure.access;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.azure.data.StorageRead;
import io.drawbridge.policy.azure.AttributeContext;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of a request to a scope: what its id tells, and what the asker states. */
public final class KnownAttributes {

  /** What the asker may state beside attributes: the part of the action, such as {@code Blob.List}. */
  private static final String SUB_OPERATION = "subOperation";

  private static final String CONTAINERS = "/containers/";
  private static final String SECRETS = "/secrets/";
  private static final String SECRET_NAME = "Resource[Microsoft.KeyVault/vaults/secrets:name]";

  private KnownAttributes() {}

  public static AttributeContext at(ArmId scope, SortedMap<String, List<String>> stated) {
    SortedMap<String, List<String>> known = new TreeMap<>();
    named(scope, CONTAINERS, StorageRead.CONTAINER_NAME, known);
    named(scope, SECRETS, SECRET_NAME, known);
    stated.forEach((key, values) -> known.put(key.startsWith("@") ? key.substring(1) : key, values));
    String part = stated.getOrDefault(SUB_OPERATION, List.of("")).stream().findFirst().orElse("");
    return new AttributeContext(part, known, true);
  }

  private static void named(ArmId scope, String type, String attribute, SortedMap<String, List<String>> known) {
    int at = scope.text().lastIndexOf(type);
    if (at >= 0 && scope.text().indexOf('/', at + type.length()) < 0) {
      known.put(attribute, List.of(scope.text().substring(at + type.length())));
    }
  }
}
