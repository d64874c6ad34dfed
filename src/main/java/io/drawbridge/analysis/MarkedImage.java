package io.drawbridge.analysis;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.ImageBuilder;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.StatedMark;
import io.drawbridge.graph.StatedMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An image in which nodes are what people say of them.
 *
 * <p>Why over the image and not within the load: what rules derive stays as it is, so that a statement can be taken back, and a load that
 * knows nothing of statements loses none. Made in one walk over the image; none is made while nobody said anything.
 *
 * @param problems statements about nodes that are not there, with those that may be meant
 */
public record MarkedImage(Image image, List<String> problems) {

  public MarkedImage {
    problems = List.copyOf(problems);
  }

  /**
   * Puts statements over an image.
   *
   * @param stated those that go over others come last
   */
  public static MarkedImage of(Image image, List<StatedMark> stated) {
    var marks = new StatedMarks();
    List<String> problems = new ArrayList<>();
    for (StatedMark one : stated) {
      try {
        marks.add(NodeFinder.find(image, one.id()), one);
      } catch (DrawbridgeException unknown) {
        problems.add(one.place() + ": " + unknown.message());
      }
    }
    return new MarkedImage(stated.size() == problems.size() ? image : marked(image, marks), problems);
  }

  private static Image marked(Image image, StatedMarks marks) {
    List<Node> nodes = IntStream.range(0, image.nodeCount()).mapToObj(image::node).toList();
    List<Edge> edges = IntStream.range(0, image.edgeCount()).mapToObj(image::edge).toList();
    return ImageBuilder.of(new Graph(marks.over(nodes), edges), image.snapshot(), image.completeness());
  }
}
