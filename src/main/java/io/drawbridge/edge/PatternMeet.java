package io.drawbridge.edge;

import io.drawbridge.cloud.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * What two patterns have in common, as the patterns that together are it.
 *
 * <p>Two patterns of one star each meet in one pattern, or in a few where what the one ends with and the other begins with overlap; of more
 * stars, in every order of what stands between them. What both begin and end with is set aside; the walk then goes through pairs of places
 * of the two, and each pair is solved once. <b>Not modelled:</b> more than {@value #MOST} patterns of one meeting; of patterns for which that
 * would be more than {@value #CELLS} pairs, all but the one in which the first begins and the second ends.
 */
public final class PatternMeet {

  /** So many patterns are kept of one meeting. */
  public static final int MOST = 32;

  private static final int CELLS = 8_100;

  private final String one;
  private final String other;
  private final boolean letterCase;
  private final SequencedSet<String>[][] known;

  @SuppressWarnings("unchecked")
  private PatternMeet(String one, String other, boolean letterCase) {
    this.one = one;
    this.other = other;
    this.letterCase = letterCase;
    this.known = (SequencedSet<String>[][]) new SequencedSet<?>[one.length() + 1][other.length() + 1];
  }

  public static List<String> ofResources(String one, String other) {
    return meet(one, other, true);
  }

  /** Actions are compared without letter case. */
  public static List<String> ofActions(String one, String other) {
    return meet(one, other, false);
  }

  /** True when the first takes in all of the second. */
  public static boolean covers(String pattern, String other) {
    return new PatternCover(pattern).takesIn(other);
  }

  public static boolean coversAction(String pattern, String other) {
    return covers(ResourceId.lowerCase(pattern), ResourceId.lowerCase(other));
  }

  private static List<String> meet(String one, String other, boolean letterCase) {
    if (letterCase ? covers(one, other) : coversAction(one, other)) {
      return List.of(other);
    }
    if (letterCase ? covers(other, one) : coversAction(other, one)) {
      return List.of(one);
    }
    return narrowed(one.replaceAll("\\*+", "*"), other.replaceAll("\\*+", "*"), letterCase);
  }

  /** Sets aside what both begin and end with. */
  private static List<String> narrowed(String one, String other, boolean letterCase) {
    int shorter = Math.min(one.length(), other.length());
    int start = 0;
    while (start < shorter && isSame(one.charAt(start), other.charAt(start), letterCase)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start && isSame(one.charAt(one.length() - 1 - end), other.charAt(other.length() - 1 - end), letterCase)) {
      end++;
    }
    String before = one.substring(0, start);
    String after = one.substring(one.length() - end);
    String mine = one.substring(start, one.length() - end);
    String its = other.substring(start, other.length() - end);
    Collection<String> meets = (mine.length() + 1) * (its.length() + 1) <= CELLS ? new PatternMeet(mine, its, letterCase).from(0, 0) : crossing(mine, its);
    return widest(meets.stream().map(meet -> before + meet + after).toList());
  }

  private static boolean isSame(char mine, char its, boolean letterCase) {
    return mine != '*' && mine != '?' && (mine == its || (!letterCase && isSameLetter(mine, its)));
  }

  private static boolean isSameLetter(char mine, char its) {
    return ResourceId.lowerCase(String.valueOf(mine)).equals(ResourceId.lowerCase(String.valueOf(its)));
  }

  /** Of long patterns, the one that begins as the one and ends as the other. */
  private static List<String> crossing(String one, String other) {
    return Stream.of(joined(one, other), joined(other, one)).flatMap(List::stream).toList();
  }

  private static List<String> joined(String begins, String ends) {
    int star = ends.indexOf('*');
    boolean fits = begins.endsWith("*") && star >= 0 && covers(ends.substring(0, star + 1), begins);
    return fits ? List.of(begins + ends.substring(star + 1)) : List.of();
  }

  /** Those that no other takes in. */
  private static List<String> widest(Collection<String> patterns) {
    List<String> kept = new ArrayList<>();
    for (String pattern : patterns) {
      if (kept.stream().noneMatch(wider -> covers(wider, pattern))) {
        kept.removeIf(narrower -> covers(pattern, narrower));
        kept.add(pattern);
      }
    }
    return kept;
  }

  /** What the rest of the one has in common with the rest of the other. */
  private SequencedSet<String> from(int i, int j) {
    if (known[i][j] == null) {
      SequencedSet<String> found = new LinkedHashSet<>();
      walk(i, j, found);
      known[i][j] = found;
    }
    return known[i][j];
  }

  private void walk(int i, int j, SequencedSet<String> found) {
    if (i == one.length() && j == other.length()) {
      found.add("");
      return;
    }
    boolean star = i < one.length() && one.charAt(i) == '*';
    boolean otherStar = j < other.length() && other.charAt(j) == '*';
    if (star && otherStar) {
      add("*", from(i + 1, j), found);
      add("*", from(i, j + 1), found);
    } else if (star) {
      add("", from(i + 1, j), found);
      taken(j < other.length() ? other.substring(j, j + 1) : "", i, j + 1, found);
    } else if (otherStar) {
      add("", from(i, j + 1), found);
      taken(i < one.length() ? one.substring(i, i + 1) : "", i + 1, j, found);
    } else if (i < one.length() && j < other.length() && agree(one.charAt(i), other.charAt(j))) {
      add(String.valueOf(one.charAt(i) == '?' ? other.charAt(j) : one.charAt(i)), from(i + 1, j + 1), found);
    }
  }

  /** The star of the one side takes a character of the other's. */
  private void taken(String character, int i, int j, SequencedSet<String> found) {
    if (!character.isEmpty()) {
      add(character, from(i, j), found);
    }
  }

  private boolean agree(char mine, char its) {
    return mine == '?' || its == '?' || mine == its || (!letterCase && isSameLetter(mine, its));
  }

  private static void add(String start, SequencedSet<String> rests, SequencedSet<String> found) {
    for (String rest : rests) {
      if (found.size() == MOST) {
        return;
      }
      found.add(start.equals("*") && rest.startsWith("*") ? rest : start + rest);
    }
  }
}
