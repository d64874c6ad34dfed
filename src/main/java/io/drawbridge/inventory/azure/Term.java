package io.drawbridge.inventory.azure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * From when and until when something holds; without an end, for good.
 *
 * <p>A time that cannot be read bounds nothing: what was listed holds.
 */
public record Term(Optional<Instant> from, Optional<Instant> until) {

  static Term of(String from, String until) {
    return new Term(instant(from), instant(until));
  }

  public boolean holdsAt(Instant time) {
    return from.filter(time::isBefore).isEmpty() && until.filter(end -> !time.isBefore(end)).isEmpty();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
