package io.drawbridge.analysis;

import io.drawbridge.engine.Image;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;

/** Nodes that somebody may have meant who wrote a text that names none: those that contain it, and those a typo or two away. */
final class NearNames {

  private static final int MOST_TYPOS = 2;
  private static final int LONGEST_COMPARED = 100;

  private record Near(int distance, int node) {}

  private NearNames() {}

  /** The nearest first, then by id. */
  static int[] of(Image image, String text, int most) {
    String wanted = text.toLowerCase(Locale.ROOT);
    var near = new TreeSet<>(Comparator.comparingInt(Near::distance).thenComparingInt(Near::node));
    for (int node = 0; node < image.nodeCount(); node++) {
      int distance = image.isSet(node) ? Integer.MAX_VALUE : distance(image, node, wanted);
      if (distance <= MOST_TYPOS) {
        near.add(new Near(distance, node));
      }
      if (near.size() > most) {
        near.pollLast();
      }
    }
    return near.stream().mapToInt(Near::node).toArray();
  }

  private static int distance(Image image, int node, String wanted) {
    String name = image.name(node).toLowerCase(Locale.ROOT);
    if (name.contains(wanted) || image.idText(node).toLowerCase(Locale.ROOT).contains(wanted)) {
      return MOST_TYPOS;
    }
    boolean comparable = Math.abs(name.length() - wanted.length()) <= MOST_TYPOS && wanted.length() <= LONGEST_COMPARED
        && wanted.length() > MOST_TYPOS;
    return comparable ? edits(name, wanted) : Integer.MAX_VALUE;
  }

  /** How many characters have to be added, dropped or replaced. */
  private static int edits(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column < current.length; column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return above[to.length()];
  }
}
