package io.drawbridge.coverage;

import java.util.List;

/**
 * How complete the data behind an answer was.
 *
 * @param percent operations read completely ÷ operations wanted over the scopes seen, rounded down; never 100 while a gap exists
 * @param gaps sorted, without duplicates
 */
public record Completeness(int percent, List<CoverageGap> gaps) {

  public Completeness {
    gaps = gaps.stream().distinct().sorted().toList();
    percent = gaps.isEmpty() ? percent : Math.min(percent, 99);
  }
}
