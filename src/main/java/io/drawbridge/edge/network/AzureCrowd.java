package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.network.Senders.Part;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The places of one network whose addresses are of one family, as senders. */
final class AzureCrowd {

  private final ArmId network;
  private final boolean isV6;
  private final List<AzurePlace> free = new ArrayList<>();
  private final List<AzurePlace> heldBack = new ArrayList<>();
  private final SortedMap<ArmId, List<AzurePlace>> freeBySubnet = new TreeMap<>();
  private final Map<IpBlock, List<AzurePlace>> freeByBlock = new HashMap<>();
  private final Map<String, List<AzurePlace>> freeByGroup = new HashMap<>();
  private final Map<AzurePlace, Senders> single = new HashMap<>();
  private final Map<String, Senders> together = new HashMap<>();

  AzureCrowd(ArmId network, boolean isV6) {
    this.network = network;
    this.isV6 = isV6;
  }

  /**
   * Some of the free places.
   *
   * @param allBut whether all but those are meant
   */
  record Chosen(Set<AzurePlace> places, boolean allBut) {
    private boolean contains(AzurePlace place) {
      return places.contains(place) != allBut;
    }
  }

  /** Adds a place that lets everything out into its virtual network. */
  void addFree(AzurePlace place, Collection<IpBlock> around) {
    free.add(place);
    freeBySubnet.computeIfAbsent(place.subnet(), none -> new ArrayList<>()).add(place);
    around.forEach(block -> freeByBlock.computeIfAbsent(block, none -> new ArrayList<>()).add(place));
    place.groups().forEach(group -> freeByGroup.computeIfAbsent(group, none -> new ArrayList<>()).add(place));
  }

  void addHeldBack(AzurePlace place) {
    heldBack.add(place);
  }

  List<AzurePlace> free() {
    return List.copyOf(free);
  }

  /** Those that have to be asked one by one. */
  List<AzurePlace> heldBack() {
    return List.copyOf(heldBack);
  }

  int size() {
    return free.size();
  }

  /** The free ones that rules of the receiver name other than as everybody. */
  Set<AzurePlace> namedBy(AzurePlace to) {
    Set<AzurePlace> named = new LinkedHashSet<>();
    for (PacketFilter filter : to.filters().inbound()) {
      for (FilterRule rule : filter.rules()) {
        rule.peers().blocks().stream().filter(block -> block.prefix() > 0).forEach(block -> named.addAll(freeByBlock.getOrDefault(block, List.of())));
        rule.peers().groups().forEach(group -> named.addAll(freeByGroup.getOrDefault(group, List.of())));
      }
    }
    return named;
  }

  /** The whole network where all of it is chosen, else its subnets where all of them are, else places. */
  List<Senders> parts(Chosen chosen) {
    if (chosen.places.size() == (chosen.allBut ? 0 : free.size())) {
      return List.of(cached(network.text() + words(), freeBySubnet.keySet().stream().map(this::subnet).toList()));
    }
    List<Senders> parts = new ArrayList<>();
    freeBySubnet.forEach((subnet, places) -> {
      List<AzurePlace> here = places.stream().filter(chosen::contains).toList();
      if (here.size() == places.size()) {
        parts.add(subnet(subnet));
      } else {
        here.forEach(place -> parts.add(senders(place)));
      }
    });
    return parts;
  }

  private Senders subnet(ArmId subnet) {
    return cached(subnet.text() + words(), freeBySubnet.getOrDefault(subnet, List.of()).stream().map(this::senders).toList());
  }

  private String words() {
    return isV6 ? "/senders-ipv6" : "/senders-ipv4";
  }

  private Senders cached(String scope, List<Senders> parts) {
    return together.computeIfAbsent(scope, name -> together(name, parts));
  }

  /** Several as one; one alone needs no other name. */
  static Senders together(String scope, List<Senders> parts) {
    return parts.size() == 1 ? parts.getFirst()
        : Senders.together(scope, parts.stream().map(part -> new Part(part, Proof.of(List.of()), Condition.NONE)).toList());
  }

  /** The hosts of one place, each with its address and the rules that let everything out. */
  Senders senders(AzurePlace place) {
    return single.computeIfAbsent(place, one -> {
      List<Evidence> out = AzurePairs.leaving(one, AzurePlaces.peer(anywhere(one), Set.of(), true)).by();
      return Senders.of(one.scope(), one.endpoints().stream()
          .map(endpoint -> new Member(endpoint.host(), endpoint.proof().and(Proof.of(out)).and(one.unseen().proof()))).toList());
    });
  }

  static IpBlock anywhere(AzurePlace place) {
    return place.address().isV6() ? IpBlock.ALL_V6 : IpBlock.ALL_V4;
  }
}
