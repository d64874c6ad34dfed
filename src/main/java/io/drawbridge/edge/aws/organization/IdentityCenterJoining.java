package io.drawbridge.edge.aws.organization;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.IdentityStoreGroup;
import io.drawbridge.inventory.aws.SsoInstance;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who administers the identity store of Identity Center puts itself into a group of it.
 *
 * <p>The caller signs in through Identity Center, or can make a user that does ({@link CenterAdministration}). Of a group behind a role it is
 * not known which member calls: the policy must then not name users in person. Source: Service Authorization Reference, "AWS Identity
 * Store". <b>Not modelled:</b> that a directory that keeps the groups takes the new member out again when it is synchronised.
 */
final class IdentityCenterJoining implements EdgeRule {

  private static final String ACTION = "identitystore:CreateGroupMembership";
  private static final Capability CAPABILITY = new Capability("join-identity-center-group", EdgeKind.CAN_ADD_MEMBER,
      new Technique("d-identitystore-member", "puts itself into a group of Identity Center", "T1098.003",
          "limit identitystore:CreateGroupMembership to groups that are assigned nothing of weight"), Likelihood.EASY);

  @Override
  public List<Operation> reads() {
    return List.of(IdentityCenter.INSTANCES, IdentityCenter.USERS, IdentityCenter.GROUPS, IdentityCenter.DELEGATED);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(CAPABILITY.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (SsoInstance instance : estate.inventory().all(SsoInstance.class)) {
      var administration = new CenterAdministration(estate, instance);
      administration.gaps(sink);
      List<AwsIdentity> principals = administration.principals(List.of(ACTION)).stream().filter(one -> administration.becomesUser(one).possible()).toList();
      draw(estate, administration, administration.people(List.of(ACTION)), administration::assigned, List.of(), sink);
      draw(estate, administration, principals, administration::becomesUser, administration.unreadSource(), sink);
    }
  }

  private static void draw(Estate estate, CenterAdministration administration, List<AwsIdentity> callers, Function<AwsIdentity, Decision> signsIn,
      List<Unread> unread, EdgeSink sink) {
    if (callers.isEmpty()) {
      return;
    }
    List<Target> targets = new ArrayList<>();
    for (String calling : administration.accounts()) {
      estate.inventory().all(IdentityStoreGroup.class).stream()
          .filter(group -> group.identityStoreId().equals(administration.instance().identityStoreId()))
          .forEach(group -> targets.add(new Target(group.id(), List.of(administration.on(calling, ACTION, group.id())), new Proof(List.of(), unread),
              List.of(), true, Optional.empty())));
    }
    new CapabilityDerivation(AwsAuthorization.of(estate), CAPABILITY, targets, Set.of(), caller -> Decisions.and(signsIn.apply(caller), joins(administration, caller)))
        .draw(callers, sink);
  }

  private static Decision joins(CenterAdministration administration, AwsIdentity caller) {
    Arn member = caller.node() instanceof Arn arn && arn.resource().startsWith("user/") && arn.service().equals("identitystore") ? arn : CenterAdministration.anybody();
    return administration.decide(caller, Set.of(), List.of(administration.on(caller, ACTION, administration.store()), administration.on(caller, ACTION, member)));
  }
}
