package io.drawbridge.analysis.containment;

import io.drawbridge.engine.Image;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.NodeKind;

/** An edge that a plan has to cut somehow, and the nodes at its ends. */
record Site(Image image, int index) {

  int from() {
    return image.from(index);
  }

  int to() {
    return image.to(index);
  }

  NodeKind fromKind() {
    return image.kind(from());
  }

  NodeKind toKind() {
    return image.kind(to());
  }

  EdgeKind kind() {
    return image.edgeKind(index);
  }

  Edge edge() {
    return image.edge(index);
  }
}
