package io.drawbridge.edge.aws;

import java.util.List;

/**
 * A service to which a role is passed.
 *
 * @param name of the capability: {@code pass-role-to-ec2}
 * @param trusted whom the role's trust must let in
 * @param trustActions all of which the trust must allow
 * @param passedTo what a request to pass the role says under {@code iam:PassedToService}
 * @param does one of which the role itself must be allowed to do for the service; empty when it need not be allowed anything
 */
public record Recipient(String name, String trusted, List<String> trustActions, String passedTo, Held held, List<Launch> does) {

  /** Where the service looks for the role. */
  public enum Held {
    DIRECTLY,
    /** Only a role that lies in an instance profile can be given. */
    IN_PROFILE,
    /** Of a role that lies in none, the caller makes one. */
    IN_NO_PROFILE
  }

  public Recipient {
    trustActions = List.copyOf(trustActions);
    does = List.copyOf(does);
  }

  /** A service that is trusted and passed to under one name. */
  public static Recipient of(String name, String service) {
    return new Recipient("pass-role-to-" + name, service, List.of("sts:AssumeRole"), service, Held.DIRECTLY, List.of());
  }

  public Recipient trusting(String... actions) {
    return new Recipient(name, trusted, List.of(actions), passedTo, held, does);
  }

  public Recipient passedTo(String service) {
    return new Recipient(name, trusted, trustActions, service, held, does);
  }

  public Recipient held(Held where) {
    return new Recipient(where == Held.IN_NO_PROFILE ? name + "-in-new-profile" : name, trusted, trustActions, passedTo, where, does);
  }

  /** Only roles that may do one of these things. */
  public Recipient doing(String named, Launch... what) {
    return new Recipient(name + named, trusted, trustActions, passedTo, held, List.of(what));
  }
}
