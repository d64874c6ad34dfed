package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.aws.Cells.Cell;
import io.drawbridge.edge.aws.GainGroups.Won;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who gains which targets, at the cost of what the documents name and never of callers × targets.
 *
 * <p>Callers with equal documents are asked once; targets that the same patterns name and whose own side says the same are asked once; a
 * caller whom a target names in person is asked about it besides. Capabilities that differ in their premises alone share one.
 */
final class Reach {

  private final AwsAuthorization authorization;
  private final String name;
  private final List<Target> targets;
  private final TargetDecision decisions;
  private final List<SortedSet<String>> actions = new ArrayList<>();
  private final Map<String, List<Target>> named = new HashMap<>();
  private final Map<String, List<Target>> lettingIn = new HashMap<>();
  private final Map<String, List<Target>> byAccount = new HashMap<>();
  private final Map<String, AccountSide> sides = new HashMap<>();
  private final CallerClass classes;

  /**
   * @param name of the capability
   * @param free condition keys that callers choose, in lower case
   */
  Reach(AwsAuthorization authorization, String name, List<Target> targets, Set<String> free) {
    this.authorization = authorization;
    this.name = name;
    this.classes = authorization.classes();
    this.targets = targets.stream().map(this::withResourceControls).toList();
    this.decisions = new TargetDecision(authorization, free);
    for (Target target : this.targets) {
      actions(target);
      byAccount.computeIfAbsent(target.account(), none -> new ArrayList<>()).add(target);
      Face.namedInPerson(target).forEach(one -> named.computeIfAbsent(NamedSessions.stemOf(one), none -> new ArrayList<>()).add(target));
      Face.accountsLetIn(target).forEach(account -> lettingIn.computeIfAbsent(account, none -> new ArrayList<>()).add(target));
    }
  }

  private Target withResourceControls(Target target) {
    return target.unread(target.demands().stream().flatMap(demand -> authorization.rcps(demand.action(), demand.account()).unread().stream()).distinct().toList());
  }

  /** What is shared by the callers of one account. */
  private final class AccountSide {
    private final Universe universe;
    private final GainGroups groups;
    private final SortedSet<String> asked = new TreeSet<>();
    private final Map<String, List<Gains>> byClass = new HashMap<>();

    AccountSide(String account) {
      Map<ResourceId, Target> reachable = new TreeMap<>();
      byAccount.getOrDefault(account, List.of()).forEach(target -> reachable.put(target.node(), target));
      for (String letIn : List.of(account, "*")) {
        lettingIn.getOrDefault(letIn, List.of()).stream().filter(target -> !target.homeOnly()).forEach(target -> reachable.putIfAbsent(target.node(), target));
      }
      universe = new Universe(account, List.copyOf(reachable.values()), actions.size());
      groups = new GainGroups(universe, name, authorization.origins());
      for (Target target : reachable.values()) {
        for (Demand demand : target.demands()) {
          Face.statements(demand).forEach(statement -> Mentions.add(statement, asked));
          authorization.rcps(demand.action(), demand.account()).levels().forEach(level -> asked.addAll(Mentions.of(level)));
        }
      }
    }
  }

  boolean isEmpty() {
    return targets.isEmpty();
  }

  /** Tells whether a caller may have a chance to gain anything. */
  Predicate<AwsIdentity> able() {
    return authorization.speakers().whoMayAll(ownToGrant());
  }

  /** Actions that every target demands and whose resource grants nothing itself: who does not speak of them gains nothing. */
  private List<String> ownToGrant() {
    List<String> needed = new ArrayList<>();
    for (int i = 0; i < actions.size(); i++) {
      int demand = i;
      boolean always = targets.stream().allMatch(target -> demand < target.demands().size() && target.demands().get(demand).policy().isEmpty());
      if (always && actions.get(i).size() == 1) {
        needed.add(actions.get(i).first());
      }
    }
    return needed;
  }

  /** What a caller gains with others like it; what answers it in person otherwise than outright is left out. */
  List<Gains> gains(AwsIdentity caller, Map<Target, Decision> inPerson) {
    AccountSide side = sides.computeIfAbsent(caller.account(), AccountSide::new);
    Set<ResourceId> refusing = inPerson.entrySet().stream().filter(entry -> !(entry.getValue() instanceof Decision.Allowed))
        .map(entry -> entry.getKey().node()).collect(Collectors.toSet());
    if (!refusing.isEmpty()) {
      return evaluate(side, caller, refusing);
    }
    String key = classes.key(caller, side.asked);
    List<Gains> known = side.byClass.get(key);
    if (known == null) {
      known = evaluate(side, caller, Set.of());
      side.byClass.put(key, known);
    }
    return known;
  }

  private List<Gains> evaluate(AccountSide side, AwsIdentity caller, Set<ResourceId> without) {
    List<SortedSet<String>> patterns = new ArrayList<>();
    Set<String> allowing = new HashSet<>();
    for (int i = 0; i < side.universe.demands(); i++) {
      patterns.add(patterns(caller, i, allowing));
    }
    Cells cells = side.universe.cells(patterns);
    List<Won> won = new ArrayList<>();
    for (Cell cell : cells.cells()) {
      Decision decision = decisions.of(caller, cell.first().face().asked());
      if (decision.possible()) {
        won.add(new Won(cell, decision));
      }
    }
    return side.groups.join(cells, won, allowing, without);
  }

  /** The patterns of a demand: its action may differ from target to target, as the key's demand is missing for some. */
  private SortedSet<String> patterns(AwsIdentity caller, int demand, Set<String> allowing) {
    SortedSet<String> all = new TreeSet<>();
    for (String action : actions.get(demand)) {
      RelevantPatterns relevant = RelevantPatterns.of(caller.documents(), action, caller.context());
      all.addAll(relevant.all());
      if (demand == 0) {
        allowing.addAll(relevant.allowing());
      }
      for (String account : byAccount.keySet()) {
        authorization.rcps(action, account).levels().forEach(level -> all.addAll(RelevantPatterns.of(level, action, caller.context())));
      }
    }
    return all;
  }

  private void actions(Target target) {
    for (int i = 0; i < target.demands().size(); i++) {
      if (i == actions.size()) {
        actions.add(new TreeSet<>());
      }
      actions.get(i).add(target.demands().get(i).action());
    }
  }

  /** Targets that name the caller in person, with the whole decision. */
  Map<Target, Decision> inPerson(AwsIdentity caller) {
    Map<Target, Decision> decided = new TreeMap<>(java.util.Comparator.comparing(Target::node));
    for (String name : names(caller)) {
      named.getOrDefault(name, List.of()).stream()
          .filter(target -> !target.homeOnly() || target.account().equals(caller.account()))
          .forEach(target -> decided.computeIfAbsent(target, one -> decisions.of(caller, one)));
    }
    return decided;
  }

  private static List<String> names(AwsIdentity caller) {
    List<String> names = new ArrayList<>(List.of(caller.arn().text(), NamedSessions.stem(caller.arn())));
    caller.context().getOrDefault("aws:userid", List.of()).forEach(id -> names.add(id.split(":", 2)[0]));
    return names;
  }
}
