package io.drawbridge.api;

import java.time.Duration;

/**
 * What one request may cost.
 *
 * @param depth nesting of fields
 * @param fields fields after fragments are expanded
 * @param complexity the sum of the fields' costs, see the schema's {@code @cost}
 * @param deadline after which the request is answered with an error
 */
public record Limits(int depth, int fields, int complexity, Duration deadline) {

  public static final Limits DEFAULT = new Limits(20, 5_000, 50_000, Duration.ofSeconds(30));
}
