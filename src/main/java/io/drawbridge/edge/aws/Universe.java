package io.drawbridge.edge.aws;

import io.drawbridge.edge.aws.Cells.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The targets that callers of one account can gain by a capability without being named in person: those of the account, and those
 * elsewhere that let the account or everybody in.
 */
final class Universe {

  private final String account;
  private final List<Member> members = new ArrayList<>();
  private final List<Member> grantingAlone = new ArrayList<>();
  private final List<PatternPartition<List<Member>>> byArn = new ArrayList<>();
  private final Map<List<SortedSet<String>>, Cells> known = new HashMap<>();

  Universe(String account, List<Target> targets, int demands) {
    this.account = account;
    for (Target target : targets) {
      members.add(new Member(target, Face.of(target, account)));
    }
    members.stream().filter(member -> member.face().grantsAlone()).forEach(grantingAlone::add);
    for (int i = 0; i < demands; i++) {
      Map<String, List<Member>> index = new TreeMap<>();
      for (Member member : members) {
        if (i < member.target().demands().size()) {
          index.computeIfAbsent(member.target().demands().get(i).arn(), none -> new ArrayList<>()).add(member);
        }
      }
      byArn.add(new PatternPartition<>(index));
    }
  }

  String account() {
    return account;
  }

  int demands() {
    return byArn.size();
  }

  /** The nodes of what a pattern names, sorted. */
  List<Target> covered(String pattern) {
    return byArn.getFirst().matching(pattern).stream().flatMap(arn -> members(0, arn).stream()).map(Member::target).toList();
  }

  int coverage(String pattern) {
    return byArn.getFirst().matching(pattern).size();
  }

  /** The cells of a caller; {@code patterns} has one set for each demand. Those that name nothing here tell no callers apart. */
  Cells cells(List<SortedSet<String>> patterns) {
    List<SortedSet<String>> naming = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      SortedSet<String> ofDemand = new TreeSet<>();
      for (String pattern : patterns.get(i)) {
        if (!byArn.get(i).matching(pattern).isEmpty()) {
          ofDemand.add(pattern);
        }
      }
      naming.add(ofDemand);
    }
    Cells cells = known.get(naming);
    if (cells == null) {
      cells = split(naming);
      known.put(naming, cells);
    }
    return cells;
  }

  private Cells split(List<SortedSet<String>> patterns) {
    SortedMap<String, Set<String>> named = named(0, patterns.getFirst());
    List<SortedMap<String, Set<String>>> further = new ArrayList<>();
    for (int i = 1; i < byArn.size(); i++) {
      further.add(named(i, patterns.get(i)));
    }
    Map<List<Object>, List<Member>> cells = new LinkedHashMap<>();
    candidates(named).forEach(member -> cells.computeIfAbsent(key(member, named, further), none -> new ArrayList<>()).add(member));
    return Cells.of(known.size(), List.copyOf(cells.values()), member -> List.copyOf(named.getOrDefault(arn(member, 0), Set.of())));
  }

  private List<Member> candidates(SortedMap<String, Set<String>> named) {
    SortedMap<String, Member> candidates = new TreeMap<>();
    named.keySet().forEach(arn -> members(0, arn).forEach(member -> candidates.put(member.target().node().text(), member)));
    grantingAlone.forEach(member -> candidates.put(member.target().node().text(), member));
    return candidates.values().stream().sorted(Comparator.comparing(member -> member.target().node())).toList();
  }

  private SortedMap<String, Set<String>> named(int demand, SortedSet<String> patterns) {
    SortedMap<String, Set<String>> named = new TreeMap<>();
    for (String pattern : patterns) {
      byArn.get(demand).matching(pattern).forEach(arn -> named.computeIfAbsent(arn, none -> new TreeSet<>()).add(pattern));
    }
    return named;
  }

  /** Members of one key are of one cell: the patterns that name what each demand is about, and their face. */
  private static List<Object> key(Member member, SortedMap<String, Set<String>> named, List<SortedMap<String, Set<String>>> further) {
    List<Object> key = new ArrayList<>(List.of(member.face().signature(), named.getOrDefault(arn(member, 0), Set.of())));
    for (int i = 1; i < member.target().demands().size(); i++) {
      key.add(further.get(i - 1).getOrDefault(arn(member, i), Set.of()));
    }
    return key;
  }

  private static String arn(Member member, int demand) {
    return member.target().demands().get(demand).arn();
  }

  private List<Member> members(int demand, String arn) {
    return byArn.get(demand).all().getOrDefault(arn, List.of());
  }
}
