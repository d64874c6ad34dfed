package io.drawbridge.analysis.containment;

import io.drawbridge.engine.Image;
import io.drawbridge.graph.NodeFamily;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Who administers a scope takes back what was done in it: a plan has to keep the attacker from those powers as well. */
final class Powers {

  private Powers() {}

  /** The powers over the scopes that nodes live in. */
  static BitSet over(Image image, IntStream nodes) {
    var scopes = new BitSet();
    nodes.forEach(node -> scopes.set(image.scopeIndex(node)));
    var powers = new BitSet();
    for (int node = 0; node < image.nodeCount() && !scopes.isEmpty(); node++) {
      powers.set(node, image.kind(node).family() == NodeFamily.PRIVILEGE && scopes.get(image.scopeIndex(node)));
    }
    return powers;
  }
}
