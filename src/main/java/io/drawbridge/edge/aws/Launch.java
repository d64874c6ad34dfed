package io.drawbridge.edge.aws;

import io.drawbridge.edge.aws.Place.New;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What it takes to start compute: the resources that are made or used, and every request on them, all in one region.
 *
 * <p>Source: Service Authorization Reference, the table of each service: which resource types an action asks for; an action without one
 * is asked on {@code *}.
 *
 * @param places in the order in which they are chosen
 * @param asks all of which must be allowed
 * @param free condition keys that the caller chooses, in lower case
 */
public record Launch(List<Place> places, List<Ask> asks, Set<String> free) {

  /** What everybody chooses who makes something. */
  private static final List<String> TAGS = List.of("aws:requesttag/", "aws:tagkeys");

  /** The place of an action that names no resource. */
  public static final int WHOLE = -1;

  public Launch {
    places = List.copyOf(places);
    asks = List.copyOf(asks);
    free = Set.copyOf(free);
  }

  /**
   * A request.
   *
   * @param place the index of the resource's place, or {@link #WHOLE}
   * @param keys what the request says under condition keys: {@code $0} for the ARN at a place, an empty text for a key that is left out,
   *     {@link #OPEN} for one that is there, with what value depends on the role
   */
  public record Ask(String action, int place, Map<String, String> keys) {
  public   static final String OPEN = "?";

    public Ask {
      keys = Map.copyOf(keys);
    }

    /** The last of the places that the request speaks of. */
    int last() {
      return Math.max(place, keys.values().stream().filter(value -> value.startsWith("$")).mapToInt(Ask::index).max().orElse(WHOLE));
    }

    static int index(String reference) {
      return Integer.parseInt(reference.substring(1));
    }
  }

  public static Launch start() {
    return new Launch(List.of(), List.of(), Set.copyOf(TAGS));
  }

  /** Something that the caller makes and names, and what it does to it. */
  public Launch named(String service, String kind, String... actions) {
    return at(new New(service, kind, true, New.NOWHERE), actions);
  }

  /** Something that the service names once it is made. */
  public Launch unnamed(String service, String kind, String... actions) {
    return at(new New(service, kind, false, New.NOWHERE), actions);
  }

  public Launch at(Place place, String... actions) {
    List<Place> more = new ArrayList<>(places);
    more.add(place);
    return new Launch(more, asks, free).on(places.size(), Map.of(), actions);
  }

  /** Requests that name no resource. */
  public Launch whole(String... actions) {
    return on(WHOLE, Map.of(), actions);
  }

  public Launch on(int place, Map<String, String> keys, String... actions) {
    List<Ask> more = new ArrayList<>(asks);
    Stream.of(actions).map(action -> new Ask(action, place, keys)).forEach(more::add);
    return new Launch(places, more, free);
  }

  public Launch choosing(String... keys) {
    return new Launch(places, asks, Stream.concat(free.stream(), Stream.of(keys)).collect(java.util.stream.Collectors.toSet()));
  }

  public List<String> actions() {
    return asks.stream().map(Ask::action).distinct().toList();
  }

  /** The requests that can be asked once the place, and none after it, is chosen. */
  List<Ask> decidedAt(int place) {
    return asks.stream().filter(ask -> ask.last() == place).toList();
  }

  /** The actions asked on a place. */
  List<String> actionsOn(int place) {
    return asks.stream().filter(ask -> ask.place() == place).map(Ask::action).toList();
  }

  /** By action, the condition keys that hold the ARN at a place. */
  Map<String, Set<String>> keysOf(int place) {
    Map<String, Set<String>> keys = new TreeMap<>();
    asks.forEach(ask -> ask.keys().forEach((key, value) -> {
      if (value.equals("$" + place)) {
        keys.computeIfAbsent(ask.action(), none -> new java.util.TreeSet<>()).add(key);
      }
    }));
    return keys;
  }
}
