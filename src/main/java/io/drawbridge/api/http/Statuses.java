package io.drawbridge.api.http;

import io.drawbridge.cloud.ErrorCode;

/** The HTTP status of a response that carries an error and no data. */
final class Statuses {

  private Statuses() {}

  static int of(ErrorCode code) {
    return switch (code) {
      case USAGE, AMBIGUOUS_ID, UNKNOWN_ID, INVALID_QUERY, STALE_CURSOR, LIMIT_EXCEEDED -> 400;
      case FORBIDDEN -> 403;
      case METHOD_NOT_ALLOWED -> 405;
      case NOT_ACCEPTABLE -> 406;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case BUSY, NO_SNAPSHOT, BACKEND_UNAVAILABLE, NEEDS_INVENTORY -> 503;
      case PORT_IN_USE, INTERNAL -> 500;
    };
  }

  /**
   * True when the status holds whatever media type the client asked for; for everything else plain JSON says 200, because
   * clients of that media type read errors from the body (GraphQL over HTTP, section 6.4.1).
   */
  static boolean isTransport(ErrorCode code) {
    return switch (code) {
      case USAGE, FORBIDDEN, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE, BUSY, PORT_IN_USE -> true;
      case AMBIGUOUS_ID, UNKNOWN_ID, INVALID_QUERY, STALE_CURSOR, LIMIT_EXCEEDED, NO_SNAPSHOT, BACKEND_UNAVAILABLE,
          NEEDS_INVENTORY, INTERNAL -> false;
    };
  }
}
