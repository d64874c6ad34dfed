package io.drawbridge.graph;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something an attacker can hold or read.
 *
 * @param name what people call it; chosen by whoever made it, so never trusted
 * @param facts small facts for people and rules, such as {@code region} or {@code vulnerability}; never a secret value
 * @param marks in order, without duplicates
 */
public record Node(
    ResourceId id, NodeKind kind, String name, Scope scope, SortedMap<String, String> facts, List<Mark> marks) {

  public Node {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    marks = marks.stream().distinct().sorted().toList();
  }

  public static Node of(ResourceId id, NodeKind kind, String name, Scope scope) {
    return new Node(id, kind, name, scope, new TreeMap<>(), List.of());
  }

  public Node withFact(String key, String value) {
    SortedMap<String, String> more = new TreeMap<>(facts);
    more.put(key, value);
    return new Node(id, kind, name, scope, more, marks);
  }

  public Node withMark(Mark.Role role, String reason) {
    List<Mark> more = new java.util.ArrayList<>(marks);
    more.add(new Mark(role, reason));
    return new Node(id, kind, name, scope, facts, more);
  }

  /** The same without a fact, whether it was there or not. */
  Node without(String fact) {
    SortedMap<String, String> fewer = new TreeMap<>(facts);
    fewer.remove(fact);
    return new Node(id, kind, name, scope, fewer, marks);
  }

  Node withoutMarks(Mark.Role role) {
    return new Node(id, kind, name, scope, facts, marks.stream().filter(mark -> mark.role() != role).toList());
  }

  public Cloud cloud() {
    return kind.cloud();
  }

  public boolean is(Mark.Role role) {
    return marks.stream().anyMatch(mark -> mark.role() == role);
  }
}
