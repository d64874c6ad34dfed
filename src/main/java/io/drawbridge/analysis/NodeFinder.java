package io.drawbridge.analysis;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.Image;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the node that somebody means by an id, a name, or the end of an id (FORMATS §4).
 *
 * <p>An exact id wins, then an exact name, then a unique end after a slash or a colon, as written or in lower case. Capability sets
 * are found by their exact id alone: nobody means one by its end.
 */
public final class NodeFinder {

  private static final int MOST_CANDIDATES = 10;

  private final Image image;
  private final String text;

  private NodeFinder(Image image, String text) {
    this.image = image;
    this.text = text;
  }

  /**
   * The node that the text means.
   *
   * @throws DrawbridgeException when no node or several are meant
   */
  public static ResourceId find(Image image, String shortenedId) {
    if (shortenedId.isBlank()) {
      throw new DrawbridgeException(ErrorCode.USAGE, "an id is empty: write a node's id, its name, or the end of its id");
    }
    return new NodeFinder(image, shortenedId.strip()).find();
  }

  private ResourceId find() {
    Optional<ResourceId> exact = exact();
    if (exact.isPresent()) {
      return exact.get();
    }
    byte[] name = utf8(text);
    int[] found = scan(node -> image.isNamed(node, name));
    if (found.length == 0) {
      found = scanEnds(text);
    }
    if (found.length == 0) {
      found = scanEnds(text.toLowerCase(Locale.ROOT));
    }
    return only(found);
  }

  private Optional<ResourceId> exact() {
    Optional<ResourceId> id;
    try {
      id = ResourceId.parse(text);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    OptionalInt node = id.map(image::find).orElse(OptionalInt.empty());
    return node.isPresent() ? id : Optional.empty();
  }

  private int[] scanEnds(String end) {
    byte[] afterSlash = utf8("/" + end);
    byte[] afterColon = utf8(":" + end);
    return scan(node -> image.idEndsWith(node, afterSlash) || image.idEndsWith(node, afterColon));
  }

  private int[] scan(IntPredicate meant) {
    return IntStream.range(0, image.nodeCount()).filter(node -> meant.test(node) && !image.isSet(node)).toArray();
  }

  private ResourceId only(int[] found) {
    if (found.length == 1) {
      return image.id(found[0]);
    }
    if (found.length == 0) {
      throw new DrawbridgeException(ErrorCode.UNKNOWN_ID, "no node is `" + text + "` by id, name or the end of its id" + near());
    }
    String more = found.length > MOST_CANDIDATES ? " and " + (found.length - MOST_CANDIDATES) + " more" : "";
    throw new DrawbridgeException(ErrorCode.AMBIGUOUS_ID,
        "`" + text + "` fits " + found.length + " nodes: write one of " + listed(found) + more);
  }

  private String near() {
    int[] near = NearNames.of(image, text, MOST_CANDIDATES);
    return near.length == 0 ? ": `edges` lists what there is" : ": did you mean " + listed(near) + "?";
  }

  private String listed(int[] nodes) {
    List<String> ids = new ArrayList<>();
    IntStream.of(nodes).limit(MOST_CANDIDATES).forEach(node -> ids.add("`" + image.idText(node) + "`"));
    return ids.stream().collect(Collectors.joining(", "));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
