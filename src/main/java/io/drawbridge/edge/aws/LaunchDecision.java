package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.Launch.Ask;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether a caller may start compute of its own in its account: in one region, under one choice of resources, every request is allowed.
 *
 * <p>Callers with equal documents are asked once. <b>Not modelled:</b> whether the account has a subnet or a security group of a name that a
 * policy lets through; more than {@value #MOST_CHOICES} choices for one place.
 */
public final class LaunchDecision {

  private static final int MOST_CHOICES = 16;
  private static final Decision NO = new Decision.Denied(false, List.of());

  private final AwsAuthorization authorization;
  private final List<Launch> ways;
  private final ExistingPlaces existing;
  private final SortedSet<String> asked = new TreeSet<>();
  private final CallerClass classes = new CallerClass();
  private final Map<String, Decision> known = new HashMap<>();

  /**
   * @param ways one of which is enough
   */
  public LaunchDecision(Estate estate, List<Launch> ways) {
    this.authorization = AwsAuthorization.of(estate);
    this.ways = ways;
    this.existing = ExistingPlaces.of(estate);
    for (String account : authorization.accounts()) {
      ways.stream().flatMap(way -> way.actions().stream())
          .forEach(action -> authorization.rcps(action, account).levels().forEach(level -> asked.addAll(Mentions.of(level))));
    }
  }

  /** The decision that asks least, over ways, regions and choices. */
  public Decision of(AwsIdentity caller) {
    return known.computeIfAbsent(caller.account() + caller.node().getClass() + classes.key(caller, asked), key -> decide(caller));
  }

  private Decision decide(AwsIdentity caller) {
    Decision best = NO;
    for (Launch way : ways) {
      for (String region : regions(caller, way)) {
        best = Decisions.better(best, new Search(caller, way, region, new TargetDecision(authorization, way.free())).from(Launch.WHOLE, List.of(), Decisions.YES));
      }
    }
    return best;
  }

  private SortedSet<String> regions(AwsIdentity caller, Launch way) {
    SortedSet<String> regions = new TreeSet<>(NewNames.regions(caller, way.actions()));
    for (Place place : way.places()) {
      if (place instanceof Place.Existing there) {
        regions.addAll(existing.regions(there, caller.account()));
      }
    }
    return regions;
  }

  /** Goes through the places of one way in one region. */
  private final class Search {
    private final AwsIdentity caller;
    private final Launch way;
    private final String region;
    private final TargetDecision decisions;

    Search(AwsIdentity caller, Launch way, String region, TargetDecision decisions) {
      this.caller = caller;
      this.way = way;
      this.region = region;
      this.decisions = decisions;
    }

    /** The best that can come of it once the places up to {@code last} are chosen. */
    Decision from(int last, List<Arn> chosen, Decision before) {
      Decision now = before;
      for (Ask ask : way.decidedAt(last)) {
        now = now.possible() ? Decisions.and(now, decision(ask, chosen)) : now;
      }
      int next = last + 1;
      if (!now.possible() || next == way.places().size()) {
        return now;
      }
      Decision best = NO;
      for (Arn arn : choices(next, chosen)) {
        List<Arn> more = new ArrayList<>(chosen);
        more.add(arn);
        best = Decisions.better(best, from(next, more, now));
        if (FreeKeys.rank(best) == 0) {
          return best;
        }
      }
      return best;
    }

    private List<Arn> choices(int place, List<Arn> chosen) {
      return switch (way.places().get(place)) {
        case Place.Existing there -> existing.choices(there, caller, region, way.actionsOn(place)).stream().limit(MOST_CHOICES).toList();
        case Place.Public anybodys -> names(place, prefix(anybodys.service(), "", anybodys.kind()));
        case Place.Fixed same -> List.of(Arn.of(caller.arn().partition(), same.service(), same.own() ? region : "", same.own() ? caller.account() : "", same.resource()));
        case Place.New made when made.named() -> names(place, prefix(made, chosen));
        case Place.New made -> List.of(new Arn(prefix(made, chosen) + NewNames.NEW));
      };
    }

    private String prefix(Place.New made, List<Arn> chosen) {
      String kind = made.within() == Place.New.NOWHERE ? made.kind() : made.kind().replace("%s", chosen.get(made.within()).name());
      return prefix(made.service(), caller.account(), kind);
    }

    private String prefix(String service, String account, String kind) {
      return "arn:" + caller.arn().partition() + ":" + service + ":" + (service.equals("iam") ? "" : region) + ":" + account + ":" + kind;
    }

    private List<Arn> names(int place, String prefix) {
      SortedSet<String> names = new TreeSet<>(NewNames.of(caller, prefix, way.actionsOn(place)));
      way.keysOf(place).forEach((action, keys) -> names.addAll(NewNames.ofKeys(caller, prefix, action, keys)));
      return names.stream().limit(MOST_CHOICES).map(name -> new Arn(prefix + name)).toList();
    }

    private Decision decision(Ask ask, List<Arn> chosen) {
      SortedMap<String, List<String>> context = new TreeMap<>();
      for (String key : List.of("aws:requestedregion", "ec2:region")) {
        if (authorization.mentions().contains(key)) {
          context.put(key, List.of(region));
        }
      }
      ask.keys().forEach((key, value) -> {
        if (!value.equals(Ask.OPEN)) {
          context.put(key, said(value, chosen));
        }
      });
      String arn = ask.place() == Launch.WHOLE ? "*" : chosen.get(ask.place()).text();
      ResourceId node = ask.place() == Launch.WHOLE ? caller.node() : chosen.get(ask.place());
      var demand = new Demand(ask.action(), arn, arn.equals("*") ? "" : caller.account(), Optional.empty(), context);
      Decision decision = decisions.of(caller, Target.of(node, List.of(demand)));
      for (var entry : ask.keys().entrySet()) {
        decision = entry.getValue().equals(Ask.OPEN) ? Decisions.present(decision, entry.getKey()) : decision;
      }
      return decision;
    }

    private static List<String> said(String value, List<Arn> chosen) {
      if (value.isEmpty()) {
        return List.of();
      }
      return List.of(value.startsWith("$") ? chosen.get(Ask.index(value)).text() : value);
    }
  }
}
