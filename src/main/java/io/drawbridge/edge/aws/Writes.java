package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Requests to IAM that write: what is known of them, and what their caller chooses.
 *
 * <p>Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Identity and Access Management".
 */
final class Writes {

  /** The policy that an escalation attaches. */
  private static final String ADMINISTRATOR_ACCESS = "arn:aws:iam::aws:policy/AdministratorAccess";

  /** Of a principal that does not exist yet the tags are chosen. */
  static final Set<String> FREE_OF_NEW = Set.of("aws:requesttag/", "aws:tagkeys", "iam:resourcetag/", "aws:resourcetag/");

  private final ResourceContext context;

  Writes(ResourceContext context) {
    this.context = context;
  }

  /**
   * A write to an existing principal, group or policy.
   *
   * @param boundaryArn of the principal's boundary, or empty
   */
  Demand to(String action, Arn arn, Map<String, String> tags, String boundaryArn) {
    SortedMap<String, List<String>> known = context.of(arn, "iam", tags);
    known.put("iam:policyarn", List.of(ADMINISTRATOR_ACCESS));
    known.put("iam:permissionsboundary", boundaryArn.isEmpty() ? List.of() : List.of(boundaryArn));
    return new Demand(action, arn.text(), arn.account(), Optional.empty(), known);
  }

  /** A write to a principal that the caller makes, without a boundary. */
  Demand toNew(String action, Arn arn) {
    SortedMap<String, List<String>> known = context.region(arn);
    known.put("iam:policyarn", List.of(ADMINISTRATOR_ACCESS));
    known.put("iam:permissionsboundary", List.of());
    return new Demand(action, arn.text(), arn.account(), Optional.empty(), known);
  }
}
