package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * Requests to IAM that write: what is known of them, and what their caller chooses.
 *
 * <p>Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Identity and Access Management".
 */
final class Writes {

  /** The policy that an escalation attaches, after its partition. */
  private static final String ADMINISTRATOR_ACCESS = ":iam::aws:policy/AdministratorAccess";

  /** The requests that name a managed policy beside their resource. */
  private static final Pattern ATTACHMENT = Pattern.compile("iam:(Attach|Detach)\\w+Policy");

  /** Of a principal that does not exist yet the tags are chosen. */
  static final Set<String> FREE_OF_NEW = Set.of("aws:requesttag/", "aws:tagkeys", "iam:resourcetag/", "aws:resourcetag/");

  private final ResourceContext context;

  Writes(ResourceContext context) {
    this.context = context;
  }

  /**
   * A write to an existing principal or group.
   *
   * @param boundaryArn of the principal's boundary, or empty
   */
  Demand to(String action, Arn arn, Map<String, String> tags, String boundaryArn) {
    return with(action, arn, tags, boundaryArn, everything(arn));
  }

  private static String everything(Arn principal) {
    return "arn:" + principal.partition() + ADMINISTRATOR_ACCESS;
  }

  /** Takes a policy off. */
  Demand detaching(String action, Arn arn, Map<String, String> tags, String boundaryArn, String policyArn) {
    return with(action, arn, tags, boundaryArn, policyArn);
  }

  /** Puts a boundary that permits everything in the place of another. */
  Demand bounding(String action, Arn arn, Map<String, String> tags) {
    return with(action, arn, tags, everything(arn), "");
  }

  /** A write to a managed policy, whose tags no answer tells. */
  Demand toPolicy(String action, Arn policy) {
    SortedMap<String, List<String>> known = context.region(policy);
    known.put("iam:policyarn", List.of());
    known.put("iam:permissionsboundary", List.of());
    return new Demand(action, policy.text(), policy.account(), Optional.empty(), known);
  }

  private Demand with(String action, Arn arn, Map<String, String> tags, String boundaryArn, String policyArn) {
    SortedMap<String, List<String>> known = context.of(arn, "iam", tags);
    boolean named = ATTACHMENT.matcher(action).matches() && !policyArn.isEmpty();
    known.put("iam:policyarn", named ? List.of(policyArn) : List.of());
    known.put("iam:permissionsboundary", boundaryArn.isEmpty() ? List.of() : List.of(boundaryArn));
    return new Demand(action, arn.text(), arn.account(), Optional.empty(), known);
  }

  /** A write to a principal that the caller makes, without a boundary. */
  Demand toNew(String action, Arn arn) {
    SortedMap<String, List<String>> known = context.region(arn);
    known.put("iam:policyarn", ATTACHMENT.matcher(action).matches() ? List.of(everything(arn)) : List.of());
    known.put("iam:permissionsboundary", List.of());
    return new Demand(action, arn.text(), arn.account(), Optional.empty(), known);
  }
}
