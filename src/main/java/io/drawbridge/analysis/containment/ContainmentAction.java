package io.drawbridge.analysis.containment;

import java.time.Duration;

/**
 * The reversible actions that plans are made of, with how long each takes to bite and how much it disturbs the owner.
 *
 * <p>An action stands here only if what it cuts follows from the graph alone. <b>Not modelled:</b> removing a role assignment or a
 * statement of a policy, because an edge's proof names one grant that suffices and others may be left; a vault's network rules and
 * a subnet's filters, because an edge does not say where its holder stands.
 */
public enum ContainmentAction {
  /** The key no longer signs requests; sessions that it opened stay. */
  DISABLE_ACCESS_KEY(Duration.ofMinutes(1), 2, "whatever signs its requests with the key"),
  /** An inline policy that denies the user everything, whoever signs in as it. */
  QUARANTINE_USER(Duration.ofMinutes(1), 6, "everything that works as the user"),
  /** An inline policy that denies the role everything, sessions already issued included. */
  QUARANTINE_ROLE(Duration.ofMinutes(1), 10, "everything that works as the role"),
  /** An inline policy that denies whatever was issued before now. */
  REVOKE_ROLE_SESSIONS(Duration.ofMinutes(1), 2, "sessions of the role until they are opened anew"),
  DENY_ROLE_ASSUMPTION(Duration.ofMinutes(1), 3, "every role assumption by the identity"),
  DENY_SECRET_READS(Duration.ofMinutes(1), 3, "every read of secrets and parameters by the identity"),
  DENY_PASSING_ROLES(Duration.ofMinutes(1), 1, "every start of compute under a role by the identity"),
  DENY_WEB_IDENTITY_TOKENS(Duration.ofMinutes(1), 2, "every exchange of an AWS token elsewhere by the identity"),
  REMOVE_USER_FROM_GROUP(Duration.ofMinutes(1), 3, "what the user may do as a member of the group"),
  /** A trust policy that lets nobody in. */
  CLOSE_ROLE_TRUST(Duration.ofMinutes(1), 8, "every new session of the role"),
  /** The instance obtains no credentials any more; those it has last up to six hours. */
  DISABLE_INSTANCE_METADATA(Duration.ofHours(6), 5, "what the instance does with its role, once its credentials expire"),
  STOP_INSTANCE(Duration.ofHours(6), 12, "what the instance serves"),
  /** No invocation runs; credentials of those before last up to twelve hours. */
  STOP_FUNCTION(Duration.ofHours(12), 9, "every invocation of the function"),
  /** Nobody signs in as the user; access tokens last up to ninety minutes. */
  DISABLE_ENTRA_USER(Duration.ofMinutes(90), 6, "every sign-in of the user"),
  DISABLE_SERVICE_PRINCIPAL(Duration.ofMinutes(90), 8, "every sign-in of the application"),
  REMOVE_GROUP_MEMBER(Duration.ofMinutes(90), 3, "what the member may do through the group"),
  REMOVE_OWNER(Duration.ofMinutes(5), 1, "what the owner does as an owner"),
  REMOVE_DIRECTORY_ROLE(Duration.ofMinutes(90), 4, "what the holder does with the role"),
  /** Tokens already exchanged last up to ninety minutes. */
  REMOVE_FEDERATED_CREDENTIAL(Duration.ofMinutes(90), 4, "every sign-in by a token of that issuer and subject"),
  REMOVE_VAULT_ACCESS_POLICY(Duration.ofMinutes(10), 3, "what the principal itself reads in the vault"),
  /** The machine obtains no tokens any more; those it has last up to a day. */
  STOP_VIRTUAL_MACHINE(Duration.ofHours(24), 12, "what the machine serves");

  private final Duration delay;
  private final int disruption;
  private final String breaks;

  ContainmentAction(Duration delay, int disruption, String breaks) {
    this.delay = delay;
    this.disruption = disruption;
    this.breaks = breaks;
  }

  /** How long what it cuts may go on, by the provider's own documentation. */
  Duration delay() {
    return delay;
  }

  /** How much of the owner's work it touches, besides workloads: weights that only compare. */
  int disruption() {
    return disruption;
  }

  /** What stops working for the owner. */
  String breaks() {
    return breaks;
  }
}
