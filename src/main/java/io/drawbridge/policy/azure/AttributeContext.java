package io.drawbridge.policy.azure;

import io.drawbridge.cloud.ResourceId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an ABAC condition can ask of one request.
 *
 * @param subOperation empty when none
 * @param known values by {@code Source[attribute]} with source Request, Resource, Principal or Environment and the attribute's
 *     name as it stands in the brackets, compared without letter case but for the names of tags; an empty list: known to be absent
 * @param othersUnknown true when an attribute that is not given may have any value, false when it is absent
 */
public record AttributeContext(String subOperation, SortedMap<String, List<String>> known, boolean othersUnknown) {

  /** Nothing known: a condition is left open. */
  public static final AttributeContext UNKNOWN = new AttributeContext("", new TreeMap<>(), true);

  private static final String CASE_SENSITIVE = "<$key_case_sensitive$>";

  public AttributeContext {
    SortedMap<String, List<String>> byName = new TreeMap<>();
    known.forEach((key, values) -> byName.put(normal(key), List.copyOf(values)));
    known = Collections.unmodifiableSortedMap(byName);
  }

  /** The attribute's values; an empty list when it is absent; empty when it is unknown. */
  Optional<List<String>> values(String key) {
    List<String> values = known.get(normal(key));
    if (values != null) {
      return Optional.of(values);
    }
    return othersUnknown ? Optional.empty() : Optional.of(List.of());
  }

  private static String normal(String key) {
    int tag = key.contains(CASE_SENSITIVE) ? key.indexOf(':') + 1 : key.length();
    return ResourceId.lowerCase(key.substring(0, tag)) + key.substring(tag);
  }
}
