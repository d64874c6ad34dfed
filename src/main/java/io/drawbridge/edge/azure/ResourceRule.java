package io.drawbridge.edge.azure;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Technique;
import java.util.List;
import java.util.stream.Stream;

/** Draws a table of ways. */
public record ResourceRule(List<Ways> table) implements EdgeRule {

  public ResourceRule {
    table = List.copyOf(table);
  }

  @Override
  public List<Operation> reads() {
    return Stream.of(AzureAuthorization.READS.stream(), Stream.of(Locks.LOCKS), table.stream().flatMap(ways -> ways.reads().stream()))
        .flatMap(reads -> reads).distinct().toList();
  }

  @Override
  public List<Technique> techniques() {
    return table.stream().flatMap(ways -> ways.ways().stream()).map(Way::technique).distinct().toList();
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var derivation = new CapabilityDerivation(estate, sink);
    for (Ways ways : table) {
      List<Target> targets = ways.targets().of(estate, sink);
      if (!targets.isEmpty()) {
        ways.ways().forEach(way ->
            (way.elsewhere().isEmpty() ? derivation : withErrand(estate, derivation, way)).draw(way.capability(ways.set(), ways.kind()), targets));
      }
    }
  }

  private static CapabilityDerivation withErrand(Estate estate, CapabilityDerivation derivation, Way way) {
    return derivation.needing(new Elsewhere(estate, List.of(Errand.inGroup(estate, way.elsewhere()))));
  }
}
