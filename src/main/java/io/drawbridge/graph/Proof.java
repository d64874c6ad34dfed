package io.drawbridge.graph;

import io.drawbridge.cloud.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Why an edge is there, and what could still forbid it.
 *
 * @param evidence sorted, without duplicates
 * @param unread sorted, without duplicates
 */
public record Proof(List<Evidence> evidence, List<Unread> unread) {

  public Proof {
    evidence = sorted(evidence);
    unread = sorted(unread);
  }

  public static Proof of(List<Evidence> evidence) {
    return new Proof(evidence, List.of());
  }

  private static <T> List<T> sorted(List<T> items) {
    return items.size() <= 1 ? List.copyOf(items) : items.stream().distinct().sorted().toList();
  }

  /** The same with sides that nobody read. */
  public Proof andUnread(List<Unread> more) {
    return more.isEmpty() ? this : and(new Proof(List.of(), more));
  }

  public Proof and(Proof other) {
    if (other.evidence.isEmpty() && other.unread.isEmpty()) {
      return this;
    }
    List<Evidence> allEvidence = new ArrayList<>(evidence);
    allEvidence.addAll(other.evidence);
    List<Unread> allUnread = new ArrayList<>(unread);
    allUnread.addAll(other.unread);
    return new Proof(allEvidence, allUnread);
  }

  /** The scopes whose documents make the edge true, hence its owners. */
  public SortedSet<Scope> owners() {
    SortedSet<Scope> owners = new TreeSet<>();
    evidence.forEach(item -> owners.add(item.scope()));
    return owners;
  }
}
