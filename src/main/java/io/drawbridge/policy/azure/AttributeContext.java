package io.drawbridge.policy.azure;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an ABAC condition can ask of one request.
 *
 * @param subOperation empty when none
 * @param known values by {@code Source[attribute]} with source Request, Resource, Principal or Environment and the attribute's
 *     name as it stands in the brackets
 * @param othersUnknown true when an attribute that is not given may have any value, false when it is absent
 */
public record AttributeContext(String subOperation, SortedMap<String, List<String>> known, boolean othersUnknown) {

  /** Nothing known: a condition is left open. */
  public static final AttributeContext UNKNOWN = new AttributeContext("", new TreeMap<>(), true);

  public AttributeContext {
    known = Collections.unmodifiableSortedMap(new TreeMap<>(known));
  }
}
