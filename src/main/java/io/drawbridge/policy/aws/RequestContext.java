package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Condition keys of one request; keys are compared without letter case.
 *
 * @param known values per key; an empty list says that the key is known to be absent
 * @param othersUnknown true when a key that is not given may have any value (FORMATS §2 Discovery), false when it is absent
 */
public record RequestContext(SortedMap<String, List<String>> known, boolean othersUnknown) {

  public RequestContext {
    SortedMap<String, List<String>> lower = new TreeMap<>();
    known.forEach((key, values) -> lower.put(ResourceId.lowerCase(key), List.copyOf(values)));
    known = Collections.unmodifiableSortedMap(lower);
  }

  public static RequestContext strict(Map<String, List<String>> known) {
    return new RequestContext(new TreeMap<>(known), false);
  }

  public static RequestContext discovery(Map<String, List<String>> known) {
    return new RequestContext(new TreeMap<>(known), true);
  }

  /** The key's values; an empty list when it is known to be absent; empty when it is unknown. */
  public Optional<List<String>> values(String key) {
    List<String> values = known.get(ResourceId.lowerCase(key));
    if (values != null) {
      return Optional.of(values);
    }
    return othersUnknown ? Optional.empty() : Optional.of(List.of());
  }
}
