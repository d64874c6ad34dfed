package io.drawbridge.edge;

import io.drawbridge.graph.Node;
import java.util.stream.Stream;

/** Turns records into nodes, or adds facts and marks to them: nodes of one id are merged. Pure, as edge rules are. */
public interface NodeRule {

  Stream<Node> derive(Estate estate);
}
