package io.drawbridge.edge;

import java.util.Comparator;

/**
 * One request and what the authorization view says of it.
 *
 * @param principal an ARN, an {@code entra://} id, a service's host name, {@code external://…} for who is not of the estate
 * @param action as asked, or as a policy or a role writes it: {@code s3:Get*}
 * @param dataAction whether Azure asks for it on data, not on management
 * @param resource an ARN, a pattern of ARNs, {@code *}, an ARM id, or what a directory role is over
 */
public record AccessRuling(String principal, String action, boolean dataAction, String resource, Ruling ruling) implements Comparable<AccessRuling> {

  private static final Comparator<AccessRuling> ORDER =
      Comparator.comparing(AccessRuling::principal).thenComparing(AccessRuling::action).thenComparing(AccessRuling::dataAction)
          .thenComparing(AccessRuling::resource);

  /** A request to a cloud that does not tell data from its management. */
  public AccessRuling(String principal, String action, String resource, Ruling ruling) {
    this(principal, action, false, resource, ruling);
  }

  @Override
  public int compareTo(AccessRuling other) {
    return ORDER.compare(this, other);
  }
}
