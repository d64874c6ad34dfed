package io.drawbridge.edge.aws;

import io.drawbridge.policy.aws.NamedPolicy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One request that must be allowed.
 *
 * @param arn of the resource; one that ends in a slash stands for anything below it that can be named
 * @param account that owns the resource
 * @param policy the resource's own
 * @param context what is known of the request because of the resource, in lower case
 */
public record Demand(String action, String arn, String account, Optional<NamedPolicy> policy, SortedMap<String, List<String>> context) {

  public Demand {
    context = Collections.unmodifiableSortedMap(new TreeMap<>(context));
  }

  public Demand under(Optional<NamedPolicy> other) {
    return new Demand(action, arn, account, other, context);
  }

  boolean isBelow() {
    return arn.endsWith("/");
  }
}
