package io.drawbridge.analysis.attackpath;

import io.drawbridge.analysis.AttackPath;
import io.drawbridge.analysis.LeftOut;
import io.drawbridge.coverage.Completeness;
import java.util.List;

/**
 * The ways there, best first: those without condition before those with, then the likelier.
 *
 * @param truncated true when a deadline or a bound stopped the search early
 */
public record AttackPathAnswer(
    PathStatus status, List<AttackPath> paths, boolean truncated, Completeness completeness, LeftOut leftOut) {

  public AttackPathAnswer {
    paths = List.copyOf(paths);
  }
}
