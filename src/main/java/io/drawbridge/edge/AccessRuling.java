package io.drawbridge.edge;

import java.util.Comparator;

/**
 * One request and what the authorization view says of it.
 *
 * @param principal an ARN, a service's host name, {@code external://…} for who is not of the estate
 * @param action as asked, or as a policy writes it: {@code s3:Get*}
 * @param resource an ARN, a pattern of ARNs, or {@code *}
 */
public record AccessRuling(String principal, String action, String resource, Ruling ruling) implements Comparable<AccessRuling> {

  private static final Comparator<AccessRuling> ORDER =
      Comparator.comparing(AccessRuling::principal).thenComparing(AccessRuling::action).thenComparing(AccessRuling::resource);

  @Override
  public int compareTo(AccessRuling other) {
    return ORDER.compare(this, other);
  }
}
