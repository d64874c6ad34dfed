package io.drawbridge.analysis;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.Deadline;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.Rows;
import io.drawbridge.engine.Sweep;
import io.drawbridge.engine.Term;
import io.drawbridge.engine.TermMask;
import io.drawbridge.engine.TermMask.Follow;
import io.drawbridge.engine.Terrain;
import io.drawbridge.graph.EdgeClass;
import io.drawbridge.graph.EdgeKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * An image as one question sees it: its premises applied to every term, once.
 *
 * <p>The step out of a capability set belongs to no class of its own: who may enter has what is inside.
 *
 * @param all what may hold, everywhere
 */
public record Ground(Image image, EdgeClasses classes, Settlement settlement, Terrain all) {

  public static Ground of(Image image, Premises premises) {
    var settlement = new Settlement(premises.assumptions());
    TermMask mask = TermMask.of(image, term -> follow(term, premises.classes(), settlement));
    Terrain all = Terrain.of(image, mask, premises.maxHops(), Deadline.after(premises.deadline()));
    return new Ground(image, premises.classes(), settlement, all);
  }

  /**
   * The nodes of ids, in their order.
   *
   * @throws DrawbridgeException when one is no node, or is a capability set, which nobody can hold
   */
  public int[] nodes(Collection<? extends ResourceId> ids) {
    return ids.stream().mapToInt(this::node).toArray();
  }

  /** How many edges lead out of what was reached by classes that the question does not follow. */
  public LeftOut leftOut(Sweep reached) {
    Map<EdgeClass, Integer> counts = new EnumMap<>(EdgeClass.class);
    boolean[] out = new boolean[image.termCount()];
    for (int term = 0; term < out.length; term++) {
      out[term] = !follows(image.decodeTerm(term), classes);
    }
    Rows rows = image.forward();
    reached.forEachReached(node -> {
      for (int row = rows.start(node); row < rows.end(node); row++) {
        if (out[rows.term(row)]) {
          counts.merge(image.edgeKind(rows.edge(row)).edgeClass(), 1, Integer::sum);
        }
      }
    });
    return new LeftOut(counts);
  }

  private int node(ResourceId id) {
    int node = image.find(id).orElseThrow(() -> new DrawbridgeException(ErrorCode.UNKNOWN_ID, "no node has the id `" + id.text() + "`"));
    if (image.isSet(node)) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`" + id.text() + "` is a set of resources: name one of them");
    }
    return node;
  }

  private static Follow follow(Term term, EdgeClasses classes, Settlement settlement) {
    if (!follows(term, classes) || settlement.refutes(term.condition())) {
      return Follow.NEVER;
    }
    return settlement.open(term.condition()).isEmpty() ? Follow.ALWAYS : Follow.CONDITIONALLY;
  }

  private static boolean follows(Term term, EdgeClasses classes) {
    EdgeClass edgeClass = term.kind().edgeClass();
    boolean flawFromInternet = edgeClass == EdgeClass.NETWORK_FLAW && term.fromInternet() && classes.flawsFromInternet();
    return term.kind() == EdgeKind.IN_SET || flawFromInternet || classes.followed().contains(edgeClass);
  }
}
