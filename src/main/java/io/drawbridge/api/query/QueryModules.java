package io.drawbridge.api.query;

import io.drawbridge.analysis.NodeFinder;
import io.drawbridge.analysis.attackpath.AttackPathSearch;
import io.drawbridge.analysis.blastradius.BlastRadiusSearch;
import io.drawbridge.analysis.containment.ContainmentPlanner;
import io.drawbridge.api.QueryModule;
import java.util.List;

/** Every topic of the schema. */
public final class QueryModules {

  private QueryModules() {}

  /** The modules of one service; they remember its latest answers, so services do not share them. */
  public static List<QueryModule> all() {
    return List.of(
        new SharedTypes(),
        new AttackPaths(new Answers<>(AttackPathSearch::answer), NodeFinder::find),
        new BlastRadius(new Answers<>(BlastRadiusSearch::answer), NodeFinder::find),
        new Containment(ContainmentPlanner::answer, NodeFinder::find),
        new Nodes(NodeFinder::find),
        new Marking(NodeFinder::find),
        new AccessQuestions(),
        new Snapshots(),
        new VocabularyTables());
  }
}
