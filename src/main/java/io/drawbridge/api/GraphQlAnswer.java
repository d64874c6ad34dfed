package io.drawbridge.api;

import io.drawbridge.cloud.ErrorCode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one GraphQL request.
 *
 * @param body the response as the GraphQL specification lays it out, ready for JSON
 * @param failure why there is no data at all, or null when there is
 */
public record GraphQlAnswer(Map<String, Object> body, @Nullable ErrorCode failure) {

  /** Empty when the response has data, be it partial. */
  public Optional<ErrorCode> findFailure() {
    return Optional.ofNullable(failure);
  }
}
