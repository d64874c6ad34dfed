package io.drawbridge.cloud;

/** What kind of thing went wrong; answers of the API carry the constant's name. */
public enum ErrorCode {
  /** The request itself is wrong: an unknown option, id or value. */
  USAGE,
  /** A short id fits several nodes. */
  AMBIGUOUS_ID,
  /** No node has the id. */
  UNKNOWN_ID,
  /** A GraphQL document does not parse or does not fit the schema. */
  INVALID_QUERY,
  /** A page is asked for after a row that is no longer there. */
  STALE_CURSOR,
  /** The request comes from where it may not, or lacks the token that it needs. */
  FORBIDDEN,
  /** The HTTP method cannot carry this request. */
  METHOD_NOT_ALLOWED,
  /** The client accepts no media type that the server speaks. */
  NOT_ACCEPTABLE,
  /** The body is of a media type that the server does not read. */
  UNSUPPORTED_MEDIA_TYPE,
  /** Another program listens on the server's port. */
  PORT_IN_USE,
  /** All searchers are at work and the queue is full. */
  BUSY,
  /** Nothing was loaded yet. */
  NO_SNAPSHOT,
  /** Neo4j or the data directory cannot be used. */
  BACKEND_UNAVAILABLE,
  /** The question derives anew and there are no bundles here. */
  NEEDS_INVENTORY,
  /** A bound of depth, size or time was passed. */
  LIMIT_EXCEEDED,
  /** A fault of ours. */
  INTERNAL
}
