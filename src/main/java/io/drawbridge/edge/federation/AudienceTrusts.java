package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.federation.FederatedTrust.Admitted;
import io.drawbridge.graph.ContentHash;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Residual;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Roles that ask for the audience of a tenant's token and not for its subject: everybody who gets the token takes all of them alike.
 *
 * <p>Why a set: the roles and the principals of the tenant would cost roles × principals. Everybody enters one set for all roles whose resource gives
 * everybody a token, and one more for each resource that gives it to assigned principals only.
 */
final class AudienceTrusts {

  private static final int HASH_DIGITS = 8;

  private final Map<String, Group> groups = new TreeMap<>();

  /** Roles of one decision, and who gets the token for them. */
  private static final class Group {
    private final EntraResource resource;
    private final TokenHolders holders;
    private final Decision decision;
    private final List<Member> members = new ArrayList<>();

    Group(EntraResource resource, TokenHolders holders, Decision decision) {
      this.resource = resource;
      this.holders = holders;
      this.decision = decision;
    }
  }

  /**
   * Adds a role that admits tokens for a resource, whoever is their subject.
   *
   * @param asked what must hold besides for who is of the kind of holders to have the token
   */
  void add(FederatedTrust trust, Admitted admitted, EntraResource resource, TokenHolders holders, List<Requirement> asked) {
    Decision decision = Deciding.and(admitted.ruling().decision(), asked);
    String place = "entra://" + resource.id().tenant() + (resource.assigned().isPresent() ? "/" + resource.id().objectId() : "");
    Group group = groups.computeIfAbsent(holders.capability() + suffix(decision) + " " + place, none -> new Group(resource, holders, decision));
    Proof proof = admitted.ruling().proof().and(Proof.of(List.of(resource.evidence(), FederatedEdges.acceptsAnySubject(trust.trusted().provider(), admitted.token()))));
    group.members.add(new Member(trust.trusted().role().id(), proof));
  }

  void draw(Estate estate, EdgeSink sink) {
    var sets = new CapabilitySets(sink);
    groups.forEach((name, group) -> {
      String[] parts = name.split(" ", 2);
      CapabilitySet set = CapabilitySet.of(parts[0], parts[1], List.of(), distinct(group.members));
      group.holders.of(estate, group.resource).forEach((holder, evidence) -> sets.connect(into(holder, group.holders, evidence), group.decision, holder, set));
    });
  }

  private static Edge into(EntraId holder, TokenHolders holders, Evidence evidence) {
    return Edge.of(holder, holder, EdgeKind.CAN_FEDERATE, holders.technique(), Proof.of(List.of(evidence)), holders.likelihood().cost())
        .outliving(FederatedEdges.SESSION);
  }

  /** A role once, though several audiences lead to it. */
  private static List<Member> distinct(List<Member> members) {
    Map<ResourceId, Member> byId = new TreeMap<>(Comparator.naturalOrder());
    members.forEach(member -> byId.putIfAbsent(member.id(), member));
    return List.copyOf(byId.values());
  }

  private static String suffix(Decision decision) {
    if (!(decision instanceof Decision.Conditional conditional)) {
      return "";
    }
    var hash = new ContentHash();
    conditional.alternatives().stream().map(Residual::requirements).forEach(requirements -> {
      hash.add(Integer.toString(requirements.size()));
      requirements.forEach(requirement -> hash.add(requirement.key() + requirement.operator() + requirement.values() + requirement.negated()));
    });
    return CapabilitySet.SAID + hash.hex().substring(0, HASH_DIGITS);
  }
}
