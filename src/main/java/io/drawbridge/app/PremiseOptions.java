package io.drawbridge.app;

import io.drawbridge.analysis.Assumption;
import io.drawbridge.analysis.EdgeClasses;
import io.drawbridge.analysis.Premises;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a question takes for granted and how far it may go. */
final class PremiseOptions {

  @Option(names = "--assume", paramLabel = "FACT", description = "settle a condition: KEY, KEY=VALUE, !KEY, each optionally SUBJECT:KEY…; repeatable")
  private List<String> assumptions = new ArrayList<>();

  @Option(names = "--class", paramLabel = "A,B", description = "classes of edges to follow; +A adds to the default")
  private @Nullable String classes;

  @Option(names = "--max-hops", paramLabel = "N", description = "the longest path")
  private @Nullable Integer maxHops;

  @Option(names = "--deadline", paramLabel = "TIME", description = "stop and answer with what was found: 5s, 500ms, 2m (default: 30s)")
  private @Nullable Duration deadline;

  Premises premises() {
    if (maxHops != null && maxHops < 1) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`--max-hops " + maxHops + "` leaves no path: use 1 or more");
    }
    return new Premises(
        assumptions.stream().map(Assumption::parse).toList(),
        classes == null ? EdgeClasses.DEFAULT : EdgeClasses.parse(classes),
        maxHops == null ? Premises.ANY_HOPS : maxHops,
        deadline == null ? Premises.DEFAULT.deadline() : deadline);
  }
}
