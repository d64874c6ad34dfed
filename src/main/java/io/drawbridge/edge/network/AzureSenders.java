package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.network.AzureConnected.Link;
import io.drawbridge.edge.network.AzureCrowd.Chosen;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.ContentHash;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who reaches a place, without asking every pair.
 *
 * <p>Most places let everything out into their virtual network. Of those, a receiver's rules tell apart only the ones that they name by a
 * block or an application group; all others of a network have one answer. The few that their own groups or routes hold back, or of whose
 * filters one could not be read, are asked one by one.
 */
final class AzureSenders {

  private static final int HASH_DIGITS = 16;

  private final AzureConnected connected;
  private final AzurePairs pairs;
  private final Map<Family, AzureCrowd> crowds = new HashMap<>();

  /** Addresses of one kind in one network. */
  private record Family(ArmId network, boolean isV6) {}

  /** Senders with one answer, and the rules that give it. */
  record Group(Senders senders, PortSet ports, Proof proof, Condition condition) {}

  /** The senders of one answer, network by network. */
  private static final class Answer {
    private final Map<ArmId, Chosen> chosen = new TreeMap<>();
    private final Set<Evidence> evidence = new LinkedHashSet<>();

    private void add(ArmId network, Chosen more, Collection<Evidence> by) {
      chosen.put(network, more);
      evidence.addAll(by);
    }
  }

  AzureSenders(AzurePlaces places, AzureConnected connected) {
    this.connected = connected;
    pairs = new AzurePairs(connected);
    var spoken = new BlockIndex(places.blocks());
    for (AzurePlace place : places.all()) {
      AzureCrowd crowd = crowd(place.network(), place.address().isV6());
      if (isFree(place)) {
        crowd.addFree(place, spoken.around(place.address()));
      } else {
        crowd.addHeldBack(place);
      }
    }
  }

  private AzureCrowd crowd(ArmId network, boolean isV6) {
    return crowds.computeIfAbsent(new Family(network, isV6), none -> new AzureCrowd(network, isV6));
  }

  private boolean isFree(AzurePlace place) {
    return !place.unseen().isConditional() && pairs.followsSystem(place) && place.filters().outbound().stream().allMatch(AzureSenders::letsAllOut);
  }

  /** Whether everything into the virtual network is let out before anything is denied. */
  private static boolean letsAllOut(PacketFilter filter) {
    for (FilterRule rule : filter.rules()) {
      boolean everything = rule.ports().equals(PortSet.ALL) && rule.protocol().includes(Protocol.TCP)
          && (rule.peers().groups().contains(AzureFilters.VIRTUAL_NETWORK) || rule.peers().blocks().containsAll(Peers.ANYBODY.blocks()));
      if (!rule.allows() || everything) {
        return rule.allows();
      }
    }
    return false;
  }

  /** Every group of senders whose packets arrive at the place. */
  List<Group> reaching(AzurePlace to) {
    List<Group> groups = new ArrayList<>();
    Map<PortSet, Answer> answers = new LinkedHashMap<>();
    boolean followsSystem = pairs.followsSystem(to);
    for (Link link : connected.from(to.network())) {
      AzureCrowd crowd = crowd(link.network(), to.address().isV6());
      crowd.heldBack().forEach(from -> alone(crowd, from, to, groups));
      free(crowd, link, to, followsSystem, answers);
    }
    answers.forEach((ports, answer) -> groups.add(new Group(senders(answer, to), ports, Proof.of(List.copyOf(answer.evidence)).and(to.unseen().proof()),
        to.unseen().condition())));
    return groups;
  }

  private void alone(AzureCrowd crowd, AzurePlace from, AzurePlace to, List<Group> groups) {
    Passed passed = pairs.between(from, to);
    if (!passed.isNothing()) {
      groups.add(new Group(crowd.senders(from), passed.ports(), Proof.of(passed.by()).and(to.unseen().proof()),
          from.unseen().condition().and(to.unseen().condition())));
    }
  }

  private void free(AzureCrowd crowd, Link link, AzurePlace to, boolean followsSystem, Map<PortSet, Answer> answers) {
    boolean tagged = link.tagged() && connected.link(link.network(), to.network()).filter(Link::tagged).isPresent();
    boolean all = !tagged || !followsSystem;
    Map<PortSet, Set<AzurePlace>> apart = new LinkedHashMap<>();
    Map<PortSet, List<Evidence>> by = new HashMap<>();
    Set<AzurePlace> named = all ? new LinkedHashSet<>(crowd.free()) : crowd.namedBy(to);
    for (AzurePlace from : named) {
      Passed passed = all ? pairs.between(from, to) : AzurePairs.arriving(to, from.peer(true), PortSet.ALL).because(link.proof());
      apart.computeIfAbsent(passed.ports(), none -> new LinkedHashSet<>()).add(from);
      by.computeIfAbsent(passed.ports(), none -> new ArrayList<>()).addAll(passed.by());
    }
    if (named.size() < crowd.size()) {
      Passed others = AzurePairs.arriving(to, AzurePlaces.peer(AzureCrowd.anywhere(to), Set.of(), true), PortSet.ALL).because(link.proof());
      by.computeIfAbsent(others.ports(), none -> new ArrayList<>()).addAll(others.by());
      named.removeAll(apart.getOrDefault(others.ports(), Set.of()));
      answer(answers, link, others.ports(), new Chosen(named, true), by);
      apart.remove(others.ports());
    }
    apart.forEach((ports, places) -> answer(answers, link, ports, new Chosen(places, false), by));
  }

  private static void answer(Map<PortSet, Answer> answers, Link link, PortSet ports, Chosen chosen, Map<PortSet, List<Evidence>> by) {
    if (!ports.isEmpty()) {
      answers.computeIfAbsent(ports, none -> new Answer()).add(link.network(), chosen, by.getOrDefault(ports, List.of()));
    }
  }

  private Senders senders(Answer answer, AzurePlace to) {
    List<Senders> parts = new ArrayList<>();
    answer.chosen.forEach((network, chosen) -> parts.addAll(crowd(network, to.address().isV6()).parts(chosen)));
    var hash = new ContentHash();
    parts.forEach(part -> hash.add(part.scope()));
    return AzureCrowd.together(to.network().text() + "/senders" + Senders.OF + hash.hex().substring(0, HASH_DIGITS), parts);
  }
}
