package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.StatementRef;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.aws.Cells.Cell;
import io.drawbridge.edge.aws.Cells.Member;
import io.drawbridge.graph.ContentHash;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.PolicyLayer;
import io.drawbridge.policy.Residual;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins cells of one decision into capability sets.
 *
 * <p>INVARIANT: a set's name determines its members and what each member's own documents say: a set in which they say something carries
 * a hash of it.
 */
final class GainGroups {

  private static final int DIGITS = 8;

  private final Universe universe;
  private final String capability;
  private final Origins origins;
  private final Map<SetKey, CapabilitySet> sets = new HashMap<>();

  GainGroups(Universe universe, String capability, Origins origins) {
    this.universe = universe;
    this.capability = capability;
    this.origins = origins;
  }

  /** A cell that a caller can gain. */
  record Won(Cell cell, Decision decision) {}

  /** Cells are joined when these are equal. */
  private record GroupKey(String pattern, List<Residual> alternatives, List<Ground> callers, Optional<Duration> lasting) {}

  /**
   * What tells two sets of one universe apart.
   *
   * @param cells the number of the partition
   */
  private record SetKey(int cells, String pattern, List<Integer> indices, List<List<Integer>> positions, Set<ResourceId> without) {}

  /**
   * What a caller gains.
   *
   * @param allowing the caller's allowing patterns, to name sets by
   * @param without targets that answer this caller in person
   */
  List<Gains> join(Cells cells, List<Won> won, Set<String> allowing, Set<ResourceId> without) {
    Map<GroupKey, List<Won>> groups = new LinkedHashMap<>();
    for (Won one : won) {
      var key = new GroupKey(pattern(one.cell(), allowing), alternatives(one.decision()), callers(one.decision()), one.cell().first().target().lasting());
      groups.computeIfAbsent(key, none -> new ArrayList<>()).add(one);
    }
    List<Gains> gains = new ArrayList<>();
    groups.forEach((key, members) -> gains.add(new Gains(set(cells, key.pattern, members, without), members.getFirst().decision(),
        origins.evidence(key.callers), key.lasting)));
    return gains;
  }

  /** The tightest pattern that names the cell: of those that allow, if one of them does. */
  private String pattern(Cell cell, Set<String> allowing) {
    Comparator<String> tightest = Comparator.comparing((String pattern) -> !allowing.contains(pattern)).thenComparingInt(universe::coverage)
        .thenComparing(Comparator.naturalOrder());
    return cell.patterns().stream().min(tightest).orElse("*");
  }

  private static List<Residual> alternatives(Decision decision) {
    return decision instanceof Decision.Conditional conditional ? conditional.alternatives() : List.of();
  }

  static boolean isResourcesOwn(Ground ground) {
    return ground.layer() == PolicyLayer.RESOURCE || ground.layer() == PolicyLayer.TRUST;
  }

  private static List<Ground> callers(Decision decision) {
    return decision.by().stream().filter(ground -> !isResourcesOwn(ground)).toList();
  }

  private CapabilitySet set(Cells cells, String pattern, List<Won> won, Set<ResourceId> without) {
    List<Integer> indices = won.stream().map(one -> one.cell().index()).toList();
    List<List<Integer>> positions = won.stream().map(GainGroups::positions).toList();
    return sets.computeIfAbsent(new SetKey(cells.number(), pattern, indices, positions, without), key -> make(pattern, won, without));
  }

  /** Which of the general statements of the cell's face decided. */
  private static List<Integer> positions(Won won) {
    List<StatementRef> general = won.cell().first().face().general();
    return won.decision().by().stream().filter(GainGroups::isResourcesOwn).map(ground -> general.indexOf(ground.statement())).toList();
  }

  private CapabilitySet make(String pattern, List<Won> won, Set<ResourceId> without) {
    List<CapabilitySet.Member> members = new ArrayList<>();
    Map<ResourceId, String> said = new java.util.TreeMap<>();
    for (Won one : won) {
      for (Member member : one.cell().members()) {
        if (!without.contains(member.target().node())) {
          List<Evidence> own = own(one, member);
          members.add(new CapabilitySet.Member(member.target().node(), Proof.of(own).and(member.target().facts())));
          own.forEach(item -> said.merge(member.target().node(), item.statement().document() + item.statement().pointer(), String::concat));
        }
      }
    }
    Set<ResourceId> ids = new java.util.HashSet<>();
    members.forEach(member -> ids.add(member.id()));
    List<ResourceId> exceptions = universe.covered(pattern).stream().map(Target::node).filter(node -> !ids.contains(node)).toList();
    return CapabilitySet.of(capability + (said.isEmpty() ? "" : CapabilitySet.SAID + hash(said)), universe.account() + "/" + pattern, exceptions, members);
  }

  private List<Evidence> own(Won won, Member member) {
    List<StatementRef> general = won.cell().first().face().general();
    List<Evidence> own = new ArrayList<>();
    for (Ground ground : won.decision().by()) {
      int position = isResourcesOwn(ground) ? general.indexOf(ground.statement()) : -1;
      if (position >= 0 && !Strangers.isAssumed(ground)) {
        own.add(origins.evidence(new Ground(ground.layer(), ground.policy(), member.face().general().get(position))));
      }
    }
    return own;
  }

  private static String hash(Map<ResourceId, String> said) {
    var hash = new ContentHash();
    said.forEach((id, text) -> hash.add(id.text()).add(text));
    return hash.hex().substring(0, DIGITS);
  }
}
