package io.drawbridge.api;

/** What the way a request came in allows it to do. */
public enum Permission {
  /** The request came by a method that must not change anything. */
  READ_BY_SAFE_METHOD,
  /** The request did not prove that it comes from the page that this server served. */
  READ,
  READ_AND_CHANGE
}
