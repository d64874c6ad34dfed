package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Condition keys of one request; keys are compared without letter case.
 *
 * <p>Why in layers: what is known of a caller is the same for all its requests, and is not copied for each.
 *
 * @param layers values per key in lower case, where an empty list says that the key is known to be absent; of a key that several have, the
 *     first counts
 * @param othersUnknown true when a key that is not given may have any value (FORMATS §2 Discovery), false when it is absent
 */
public record RequestContext(List<Map<String, List<String>>> layers, boolean othersUnknown) {

  public RequestContext {
    layers = List.copyOf(layers);
  }

  public static RequestContext strict(Map<String, List<String>> known) {
    return new RequestContext(List.of(lowerCase(known)), false);
  }

  public static RequestContext discovery(Map<String, List<String>> known) {
    return new RequestContext(List.of(lowerCase(known)), true);
  }

  /** The values with their keys as they are compared. */
  public static Map<String, List<String>> lowerCase(Map<String, List<String>> known) {
    Map<String, List<String>> lower = HashMap.newHashMap(known.size());
    known.forEach((key, values) -> lower.put(ResourceId.lowerCase(key), List.copyOf(values)));
    return lower;
  }

  /** The key's values; an empty list when it is known to be absent; empty when it is unknown. */
  public Optional<List<String>> values(String key) {
    String lower = ResourceId.lowerCase(key);
    for (Map<String, List<String>> layer : layers) {
      List<String> values = layer.get(lower);
      if (values != null) {
        return Optional.of(values);
      }
    }
    return othersUnknown ? Optional.empty() : Optional.of(List.of());
  }
}
