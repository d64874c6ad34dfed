package io.drawbridge.analysis;

import io.drawbridge.cloud.Severity;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeFamily;
import java.util.List;

/**
 * How bad a route is: critical when it leads, without condition and likely enough, from where attackers start to what must not
 * fall; one step less for each of these that it lacks.
 *
 * <p>Not modelled: how sensitive one data store is compared with another, other than by its mark.
 */
final class PathRisk {

  private static final List<Severity> WORST_FIRST = List.of(Severity.values());
  private static final double LIKELY = 0.2;
  private static final double UNLIKELY = 0.04;

  private PathRisk() {}

  static Severity of(Route route) {
    int lacking = 0;
    lacking += isExposed(route.entry()) ? 0 : 1;
    lacking += isPrize(route.target()) ? 0 : 1;
    lacking += route.isConditional() ? 1 : 0;
    lacking += route.likelihood() >= LIKELY ? 0 : 1;
    lacking += route.likelihood() >= UNLIKELY ? 0 : 1;
    return WORST_FIRST.get(Math.min(lacking, WORST_FIRST.size() - 1));
  }

  private static boolean isExposed(Node entry) {
    return entry.kind().family() == NodeFamily.EXTERNAL || entry.is(Mark.Role.ENTRY_POINT);
  }

  private static boolean isPrize(Node target) {
    return target.kind().family() == NodeFamily.PRIVILEGE || target.is(Mark.Role.CROWN_JEWEL);
  }
}
