package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.GithubId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Technique;
import java.util.List;

/** From every repository to the parts of it that a trust of either cloud names. */
final class GithubPartRule implements EdgeRule {

  @Override
  public List<Operation> reads() {
    return List.of();
  }

  @Override
  public List<Technique> techniques() {
    return List.of(GithubParts.TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    GithubRepositories repositories = GithubRepositories.of(estate);
    for (GithubId repository : repositories.all()) {
      for (GithubId part : repositories.parts(repository)) {
        repositories.namedBy(part).forEach(origin -> GithubParts.draw(part, origin, sink));
      }
    }
  }
}
