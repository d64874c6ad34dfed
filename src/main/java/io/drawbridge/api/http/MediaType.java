package io.drawbridge.api.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The media types that GraphQL answers come in, and the choice between them by the client's {@code Accept}. */
enum MediaType {
  GRAPHQL("application/graphql-response+json"),
  JSON("application/json");

  private static final String QUALITY = "q=";

  private final String name;

  MediaType(String name) {
    this.name = name;
  }

  /** As a response names it. */
  String header() {
    return name + "; charset=utf-8";
  }

  /**
   * The client's preferred type; plain JSON for a client that names none, as older clients do.
   *
   * @return empty when the client accepts neither
   */
  static Optional<MediaType> preferred(@Nullable String accept) {
    if (accept == null || accept.isBlank()) {
      return Optional.of(JSON);
    }
    return Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
        .map(MediaType::range)
        .filter(range -> range.quality > 0)
        .sorted(Comparator.comparingDouble(Range::quality).reversed())
        .flatMap(range -> range.fits().stream())
        .findFirst();
  }

  private static Range range(String text) {
    String[] parts = text.split(";");
    double quality = 1;
    for (String parameter : List.of(parts).subList(1, parts.length)) {
      if (parameter.strip().startsWith(QUALITY)) {
        quality = quality(parameter.strip().substring(QUALITY.length()));
      }
    }
    return new Range(parts[0].strip(), quality);
  }

  private static double quality(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private record Range(String name, double quality) {
    Optional<MediaType> fits() {
      return switch (name) {
        case "*/*", "application/*", "application/json" -> Optional.of(JSON);
        case "application/graphql-response+json" -> Optional.of(GRAPHQL);
        default -> Optional.empty();
      };
    }
  }
}
