package io.drawbridge.graph;

/** Families of edges that a question may include or leave out. */
public enum EdgeClass {
  AUTHORIZATION(true, "a permission or a trust that the provider evaluates"),
  NETWORK(true, "packets arrive, at a service with a known flaw or one that lets anyone in"),
  CREDENTIAL(true, "possession of a credential"),
  STRUCTURE(true, "what follows from how things are built: membership, the identity that compute runs as"),
  NETWORK_FLAW(false, "packets arrive at a service without a known flaw"),
  VENDOR_TRUST(false, "a vendor's service was let in"),
  SAME_HUMAN(false, "two identities that probably belong to one person");

  private final boolean byDefault;
  private final String meaning;

  EdgeClass(boolean byDefault, String meaning) {
    this.byDefault = byDefault;
    this.meaning = meaning;
  }

  /** True when every question follows edges of this class unless told otherwise. */
  public boolean byDefault() {
    return byDefault;
  }

  public String meaning() {
    return meaning;
  }
}
