package io.drawbridge.cloud;

import java.util.Comparator;

/**
 * What one collector reads at a time and what owns its facts: an AWS account, an Azure subscription or management group, an
 * Entra tenant, or the world outside.
 *
 * @param id the 12-digit account, the lower-cased ARM id, or the lower-cased tenant GUID
 */
public record Scope(Cloud cloud, String id) implements Comparable<Scope> {

  /** The scope of everything that no estate owns: the internet, foreign issuers, vendors. */
  public static final Scope WORLD = new Scope(Cloud.EXTERNAL, "world");

  private static final Comparator<Scope> ORDER = Comparator.comparing(Scope::cloud).thenComparing(Scope::id);

  public Scope {
    id = cloud == Cloud.AWS ? id : ResourceId.lowerCase(id);
  }

  public static Scope account(String accountId) {
    return new Scope(Cloud.AWS, accountId);
  }

  /** The scope of a subscription, given its GUID. */
  public static Scope subscription(String subscriptionId) {
    return new Scope(Cloud.AZURE, "/subscriptions/" + subscriptionId);
  }

  public static Scope tenant(String tenantId) {
    return new Scope(Cloud.ENTRA, tenantId);
  }

  @Override
  public int compareTo(Scope other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return id;
  }
}
