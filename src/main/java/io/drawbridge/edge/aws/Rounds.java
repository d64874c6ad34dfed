package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Targets of one capability dealt out so that no list holds a node twice: a role that is gained through either of two providers. */
final class Rounds implements Iterable<List<Target>> {

  private final List<List<Target>> rounds = new ArrayList<>();
  private final Map<ResourceId, Integer> dealt = new HashMap<>();

  void add(Target target) {
    int round = dealt.merge(target.node(), 1, Integer::sum) - 1;
    if (round == rounds.size()) {
      rounds.add(new ArrayList<>());
    }
    rounds.get(round).add(target);
  }

  @Override
  public Iterator<List<Target>> iterator() {
    return rounds.iterator();
  }
}
