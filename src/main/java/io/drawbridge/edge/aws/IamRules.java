package io.drawbridge.edge.aws;

import io.drawbridge.edge.EdgeRule;
import java.util.List;
import java.util.stream.Stream;

/** Tables of ways in which one principal takes another. */
final class IamRules {

  static final List<EdgeRule> ALL = Stream.<List<? extends EdgeRule>>of(PrincipalTakeover.ALL, Strengthening.ALL).<EdgeRule>flatMap(List::stream).toList();

  private IamRules() {}
}
