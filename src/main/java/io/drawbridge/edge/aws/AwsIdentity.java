package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.aws.AwsPrincipal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Somebody who asks AWS, with everything that decides what is answered.
 *
 * @param node whose control gives it: the principal itself, or the privilege of being able to make it
 * @param context the condition keys that are known of every request of its, in lower case; an empty list says that a key is absent
 */
public record AwsIdentity(ResourceId node, Arn arn, PrincipalDocuments documents, SortedMap<String, List<String>> context) {

  /** The same principal, were its documents these. */
  public AwsIdentity with(PrincipalDocuments others) {
    return new AwsIdentity(node, arn, others, context);
  }

  /** The same principal, were these its facts. */
  public AwsIdentity knowing(Map<String, List<String>> facts) {
    SortedMap<String, List<String>> all = new TreeMap<>(context);
    facts.forEach((key, values) -> all.put(ResourceId.lowerCase(key), values));
    return new AwsIdentity(node, arn, documents, all);
  }

  public AwsPrincipal.Iam principal() {
    return new AwsPrincipal.Iam(arn);
  }

  public String account() {
    return arn.account();
  }

  public boolean isUser() {
    return arn.resource().startsWith("user/");
  }
}
