package io.drawbridge.cloud;

/** What kind of thing went wrong; answers of the API carry the constant's name. */
public enum ErrorCode {
  /** The request itself is wrong: an unknown option, id or value. */
  USAGE,
  /** A short id fits several nodes. */
  AMBIGUOUS_ID,
  /** No node has the id. */
  UNKNOWN_ID,
  /** Neo4j or the data directory cannot be used. */
  BACKEND_UNAVAILABLE,
  /** The question derives anew and there are no bundles here. */
  NEEDS_INVENTORY,
  /** A bound of depth, size or time was passed. */
  LIMIT_EXCEEDED,
  /** A fault of ours. */
  INTERNAL
}
