package io.drawbridge.edge.aws;

import io.drawbridge.edge.Glob;
import io.drawbridge.policy.aws.ArnPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Splits resources by which of a set of ARN patterns name them, so that a decision is asked once for each part.
 *
 * <p>Why an index by literal prefix: a pattern then costs what it matches, not what there is.
 *
 * @param <R> what stands behind an ARN
 */
final class PatternPartition<R> {

  /** What a pattern is continued with below a bucket, where it leaves the object open. */
  static final String ANY_OBJECT = "drawbridge-witness";

  private final NavigableMap<String, R> byArn = new TreeMap<>();
  private final Map<String, List<String>> matches = new HashMap<>();

  /**
   * @param byArn ARNs; one that ends in a slash stands for everything below it
   */
  PatternPartition(Map<String, R> byArn) {
    this.byArn.putAll(byArn);
  }

  /**
   * Resources that the same patterns name.
   *
   * @param patterns those that name each of the members
   * @param members by ARN
   */
  record Part<R>(SortedSet<String> patterns, SortedMap<String, R> members) {}

  /** The parts that at least one pattern names; what none names is left out. */
  List<Part<R>> split(Collection<String> patterns) {
    SortedMap<String, SortedSet<String>> patternsOf = new TreeMap<>();
    for (String pattern : new TreeSet<>(patterns)) {
      for (String arn : matching(pattern)) {
        patternsOf.computeIfAbsent(arn, none -> new TreeSet<>()).add(pattern);
      }
    }
    Map<SortedSet<String>, SortedMap<String, R>> parts = new HashMap<>();
    patternsOf.forEach((arn, named) -> parts.computeIfAbsent(named, none -> new TreeMap<>()).put(arn, resource(arn)));
    List<Part<R>> sorted = new ArrayList<>();
    parts.forEach((named, members) -> sorted.add(new Part<>(named, members)));
    sorted.sort((a, b) -> a.members.firstKey().compareTo(b.members.firstKey()));
    return sorted;
  }

  /** The ARNs that a pattern names, in order. */
  List<String> matching(String pattern) {
    return matches.computeIfAbsent(pattern, this::search);
  }

  NavigableMap<String, R> all() {
    return Collections.unmodifiableNavigableMap(byArn);
  }

  /** True when an ARN, or for one that ends in a slash something below it, is named by the pattern. */
  static boolean names(Glob pattern, String arn) {
    return arn.endsWith("/")
        ? pattern.witness(arn, ANY_OBJECT).filter(object -> ArnPattern.names(pattern.text(), object)).isPresent()
        : ArnPattern.names(pattern.text(), arn);
  }

  private R resource(String arn) {
    R found = byArn.get(arn);
    if (found == null) {
      throw new IllegalStateException("`" + arn + "` is not in the index");
    }
    return found;
  }

  private List<String> search(String pattern) {
    var glob = new Glob(pattern);
    String prefix = glob.literalPrefix();
    List<String> found = new ArrayList<>();
    for (int slash = prefix.indexOf('/'); slash >= 0 && slash < prefix.length() - 1; slash = prefix.indexOf('/', slash + 1)) {
      String above = prefix.substring(0, slash + 1);
      if (byArn.containsKey(above) && names(glob, above)) {
        found.add(above);
      }
    }
    for (String arn : byArn.subMap(prefix, true, prefix + Character.MAX_VALUE, false).keySet()) {
      if (names(glob, arn)) {
        found.add(arn);
      }
    }
    return found;
  }
}
