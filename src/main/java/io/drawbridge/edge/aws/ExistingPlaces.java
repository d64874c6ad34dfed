package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The resources of each account and region on which compute can be started, split by what a caller's documents name so that one of each
 * part is asked about.
 *
 * <p><b>Not modelled:</b> their tags, which leave a condition.
 */
final class ExistingPlaces {

  /** So few are all tried, whatever names them. */
  private static final int FEW = 8;

  private final Inventory inventory;
  private final Map<Place.Existing, Map<String, SortedMap<String, SortedMap<String, Resource>>>> byPlace = new HashMap<>();
  private final Map<Key, PatternPartition<Resource>> partitions = new HashMap<>();

  private record Key(Place.Existing place, String account, String region) {}

  private ExistingPlaces(Estate estate) {
    this.inventory = estate.inventory();
  }

  static ExistingPlaces of(Estate estate) {
    return estate.view(ExistingPlaces.class, ExistingPlaces::new);
  }

  /** One of each sort that the caller's documents tell apart. */
  List<Arn> choices(Place.Existing place, AwsIdentity caller, String region, List<String> actions) {
    PatternPartition<Resource> partition = partitions.computeIfAbsent(new Key(place, caller.account(), region), this::partition);
    if (partition.all().size() <= FEW || actions.isEmpty()) {
      return partition.all().keySet().stream().map(Arn::new).toList();
    }
    SortedSet<String> patterns = new TreeSet<>();
    actions.forEach(action -> patterns.addAll(RelevantPatterns.of(caller.documents(), action, caller.context()).all()));
    List<Arn> choices = new ArrayList<>();
    partition.split(patterns).forEach(part -> choices.add(new Arn(part.members().firstKey())));
    return choices;
  }

  /** The regions of an account in which there is one, sorted. */
  SortedSet<String> regions(Place.Existing place, String account) {
    SortedSet<String> regions = new TreeSet<>(sorted(place).getOrDefault(account, new TreeMap<>()).keySet());
    regions.remove("");
    return regions;
  }

  private PatternPartition<Resource> partition(Key key) {
    SortedMap<String, SortedMap<String, Resource>> ofAccount = sorted(key.place).getOrDefault(key.account, new TreeMap<>());
    Map<String, Resource> there = new TreeMap<>(ofAccount.getOrDefault(key.region, new TreeMap<>()));
    there.putAll(ofAccount.getOrDefault("", new TreeMap<>()));
    return new PatternPartition<>(there);
  }

  private Map<String, SortedMap<String, SortedMap<String, Resource>>> sorted(Place.Existing place) {
    return byPlace.computeIfAbsent(place, this::sort);
  }

  /** By account, region and ARN. */
  private Map<String, SortedMap<String, SortedMap<String, Resource>>> sort(Place.Existing place) {
    Map<String, SortedMap<String, SortedMap<String, Resource>>> byAccount = new HashMap<>();
    for (Resource resource : inventory.all(place.type())) {
      if (resource.id() instanceof Arn arn && place.fits().test(resource)) {
        byAccount.computeIfAbsent(arn.account(), none -> new TreeMap<>()).computeIfAbsent(arn.region(), none -> new TreeMap<>())
            .put(place.shown().apply(arn).text(), resource);
      }
    }
    return byAccount;
  }
}
