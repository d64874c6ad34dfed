package io.drawbridge.edge.aws;

import io.drawbridge.policy.Requirement;
import java.util.List;

/** The requirement that a document which exists and could not be read does not forbid the request (DESIGN §1.4). */
public final class Unreadable {

  private static final String BOUNDARY = "iam:get-policy-version";

  private Unreadable() {}

  public static Requirement ofBoundary(String arn) {
    return of(BOUNDARY, arn, "permissions boundary");
  }

  static boolean isOfBoundary(Requirement requirement) {
    return requirement.key().equals("unread:" + BOUNDARY);
  }

  /**
   * The condition that a document which could not be read permits what is asked.
   *
   * @param operation what would have read it
   * @param subject what it belongs to
   * @param noun what people call it
   */
  public static Requirement of(String operation, String subject, String noun) {
    return new Requirement("unread:" + operation, "Permits", List.of(subject), false,
        "the " + noun + " of `" + subject + "`, which could not be read, permits it");
  }
}
