package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.Unreadable;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.AccessKey;
import io.drawbridge.inventory.aws.UserCredentials;
import io.drawbridge.policy.Requirement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What users sign in with: their access keys, of which there are two at most, whether they have a password, and a second factor.
 *
 * <p>Source: IAM User Guide, "Manage access keys for IAM users" and "Generate credential reports for your AWS account".
 */
final class SignIns {

  static final Operation KEYS = Operation.parse("iam:list-access-keys");
  static final Operation REPORT = Operation.parse("iam:get-credential-report");

  private static final int MOST_KEYS = 2;

  private final Estate estate;
  private final Map<String, Integer> keys = new HashMap<>();

  private SignIns(Estate estate) {
    this.estate = estate;
    estate.inventory().all(AccessKey.class).forEach(key -> keys.merge(key.scope().id() + "/" + key.userName(), 1, Integer::sum));
  }

  static SignIns of(Estate estate) {
    return estate.view(SignIns.class, SignIns::new);
  }

  /**
   * How much is known.
   *
   * @param unread what was never collected and could stand in the way
   * @param unreadable what could not be read and must not stand in the way
   */
  record State(List<Unread> unread, List<Requirement> unreadable) {
    static final State KNOWN = new State(List.of(), List.of());
  }

  /** True when a user can have no further key. */
  boolean isFull(Arn user) {
    return keys.getOrDefault(user.account() + "/" + user.name(), 0) >= MOST_KEYS;
  }

  /** What is known of the number of a user's keys. */
  State keys(Arn user) {
    Reading reading = estate.coverage().reading(Scope.account(user.account()), KEYS, user.name());
    return reading == Reading.READ ? State.KNOWN : state(user, KEYS, reading, "list of access keys");
  }

  /** What is known of a user's password and second factor, where the report does not name the user. */
  State report(Arn user) {
    return state(user, REPORT, estate.coverage().reading(Scope.account(user.account()), REPORT), "sign-in");
  }

  /** A new password signs a user in; where a second factor is asked for, only with that. */
  State beside(UserCredentials known) {
    return known.secondFactor()
        ? new State(List.of(), List.of(new Requirement("second-factor", "Holds", List.of(known.id().text()), false,
            "the second factor of `" + known.id().name() + "` is at hand")))
        : State.KNOWN;
  }

  Optional<UserCredentials> credentials(Arn user) {
    return estate.inventory().find(UserCredentials.class, user);
  }

  private static State state(Arn user, Operation operation, Reading reading, String noun) {
    return reading == Reading.UNREADABLE ? new State(List.of(), List.of(Unreadable.of(operation.toString(), user.text(), noun)))
        : new State(List.of(new Unread(Scope.account(user.account()), operation.toString())), List.of());
  }
}
