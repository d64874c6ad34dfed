package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What is known of a request because of the resource it names, limited to keys that some policy mentions.
 *
 * @param mentioned in lower case
 */
public record ResourceContext(SortedSet<String> mentioned) {

  private static final String GLOBAL_TAG = "aws:resourcetag/";

  /**
   * Region and tags.
   *
   * @param service whose own tag key is set as well: {@code ec2:ResourceTag/…}
   */
  public SortedMap<String, List<String>> of(Arn arn, String service, Map<String, String> tags) {
    SortedMap<String, List<String>> known = region(arn);
    tags.forEach((key, value) -> tag(known, service, ResourceId.lowerCase(key), List.of(value)));
    for (String key : mentioned) {
      int at = key.indexOf("resourcetag/");
      if (at > 0 && (key.startsWith("aws:") || key.startsWith(service + ":"))) {
        known.putIfAbsent(key, List.of());
      }
    }
    return known;
  }

  /** Region alone, where tags were not read. */
  public SortedMap<String, List<String>> region(Arn arn) {
    SortedMap<String, List<String>> known = new TreeMap<>();
    if (mentioned.contains("aws:requestedregion") && !arn.region().isEmpty()) {
      known.put("aws:requestedregion", List.of(arn.region()));
    }
    return known;
  }

  private void tag(SortedMap<String, List<String>> known, String service, String key, List<String> value) {
    for (String full : List.of(GLOBAL_TAG + key, service + ":resourcetag/" + key)) {
      if (mentioned.contains(full)) {
        known.put(full, value);
      }
    }
  }
}
