package io.drawbridge.edge.aws.iam;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A change of the documents that decide about a principal, or of the facts that they ask for.
 *
 * <p>Source: IAM API reference, the actions by name.
 */
enum Rewrite {
  /** Attaches a policy of AWS's that allows everything. */
  ATTACH("iam:Attach%sPolicy"),
  /** Writes an inline policy. */
  INLINE("iam:Put%sPolicy"),
  /** Attaches a policy to a group of the user's. */
  GROUP_ATTACH("iam:AttachGroupPolicy"),
  /** Writes an inline policy of a group of the user's. */
  GROUP_INLINE("iam:PutGroupPolicy"),
  /** Writes a new default version of a policy that applies. */
  VERSION("iam:CreatePolicyVersion"),
  /** Makes an older version of a policy that applies the default. */
  OLD_VERSION("iam:SetDefaultPolicyVersion"),
  /** Takes the boundary off. */
  UNBOUND("iam:Delete%sPermissionsBoundary"),
  /** Puts a boundary that permits everything in the place of the one there is. */
  REBOUND("iam:Put%sPermissionsBoundary"),
  /** Writes a new version of the boundary. */
  BOUNDARY_VERSION("iam:CreatePolicyVersion"),
  /** Gives itself a second factor, which its policies ask for. */
  FACTOR("iam:EnableMFADevice"),
  /** Writes a tag that policies ask for. */
  TAG("iam:Tag%s"),
  /** Takes a session under a tag that the role's policies ask for. */
  SESSION_TAG("sts:TagSession");

  static final Set<Rewrite> OF_BOUNDARY = Collections.unmodifiableSet(EnumSet.of(UNBOUND, REBOUND, BOUNDARY_VERSION));

  private final String action;

  Rewrite(String action) {
    this.action = action;
  }

  /** The action that changes a user or a role. */
  String action(boolean ofUser) {
    return action.formatted(ofUser ? "User" : "Role");
  }

  /** True when it changes what limits the principal and not what its own policies say. */
  boolean isOfBoundary() {
    return OF_BOUNDARY.contains(this);
  }
}
