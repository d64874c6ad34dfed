package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.NodeRule;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import java.util.stream.Stream;

/** The internet: always there, whether or not anything is exposed to it. */
final class InternetNode implements NodeRule {

  @Override
  public Stream<Node> derive(Estate estate) {
    return Stream.of(Node.of(ExternalId.INTERNET, NodeKind.INTERNET, NodeKind.INTERNET.title(), Scope.WORLD));
  }
}
