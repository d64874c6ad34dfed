package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.GithubId;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.Origin;
import java.util.List;

/**
 * From a repository to the refs, environments and pull requests that trusts name: who controls it runs a job there.
 *
 * <p><b>Not modelled:</b> branch and environment protection; none was read, so control of the repository is taken to suffice.
 */
final class GithubParts {

  static final Technique TECHNIQUE = new Technique("github-run-job", "runs a job for this place of the repository", "T1195.002",
      "protect the branch, or ask for a reviewed environment");

  private GithubParts() {}

  /**
   * Draws the step to a part; nothing for a whole repository, or for a subject that no job carries.
   *
   * @param origin of the trust that names the part
   */
  static void draw(GithubId part, Origin origin, EdgeSink sink) {
    if (part.part().isEmpty() || part.part().startsWith("subject/")) {
      return;
    }
    var named = new Evidence(Evidence.Side.FACT, origin.field("", part.text()), origin.scope(), origin.snapshot());
    sink.edge(Edge.of(part.wholeRepository(), part, EdgeKind.SPEAKS_FOR, TECHNIQUE.id(), Proof.of(List.of(named)), Likelihood.CERTAIN.cost()));
  }
}
