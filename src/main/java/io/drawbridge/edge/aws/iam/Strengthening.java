package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.FreeKeys;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A principal makes another one an administrator and becomes it: one row for each pair of a change and a way in.
 *
 * <p>Whether the change helps is asked of the other principal with it in place, under its own boundary and denies; one that is an
 * administrator already needs no change and is another technique's. Nobody does any of it across accounts. Source: IAM API reference, the
 * actions by name; IAM User Guide, "Policy evaluation logic".
 */
record Strengthening(Technique technique, Rewrite rewrite, Entry entry) implements EdgeRule {

  static final List<Strengthening> ALL =
      List.of(
          row("iam-014", "attaches a policy to a role that lets it in", Rewrite.ATTACH, Entry.SESSION,
              "limit iam:AttachRolePolicy by iam:PolicyARN and to roles that the caller cannot take"),
          row("iam-017", "writes an inline policy of a role that lets it in", Rewrite.INLINE, Entry.SESSION,
              "allow iam:PutRolePolicy only on roles that the caller cannot take"),
          row("iam-016", "writes a new version of the policy of a role that lets it in", Rewrite.VERSION, Entry.SESSION,
              "allow iam:CreatePolicyVersion only on policies of roles that the caller cannot take"),
          row("aws-old-version-of-role", "goes back to an older version of the policy of a role that lets it in", Rewrite.OLD_VERSION, Entry.SESSION,
              "delete versions of policies that are no longer wanted"),
          row("iam-023", "takes the boundary off a role that lets it in", Rewrite.UNBOUND, Entry.SESSION,
              "allow iam:DeleteRolePermissionsBoundary to nobody who is let in by a role under a boundary"),
          row("aws-tag-role", "gives a role that lets it in a tag that the role's policies ask for", Rewrite.TAG, Entry.SESSION,
              "deny iam:TagRole for tags that grant"),
          row("d-sts-tagsession", "takes a session of a role under a tag that the role's policies ask for", Rewrite.SESSION_TAG, Entry.SESSION,
              "let a trust admit sts:TagSession for the tags of an identity provider only"),
          row("iam-019", "attaches a policy to a role and rewrites its trust", Rewrite.ATTACH, Entry.TRUST,
              "let nobody change both the permissions and the trust of a role"),
          row("iam-021", "writes an inline policy of a role and its trust", Rewrite.INLINE, Entry.TRUST,
              "let nobody change both the permissions and the trust of a role"),
          row("iam-020", "writes a new version of the policy of a role and the role's trust", Rewrite.VERSION, Entry.TRUST,
              "let nobody change both the policies and the trust of a role"),
          row("iam-015", "attaches a policy to a user and makes a key of it", Rewrite.ATTACH, Entry.KEY,
              "let nobody change both the permissions and the keys of a user"),
          row("iam-018", "writes an inline policy of a user and makes a key of it", Rewrite.INLINE, Entry.KEY,
              "let nobody change both the permissions and the keys of a user"),
          row("aws-version-and-key", "writes a new version of the policy of a user and makes a key of it", Rewrite.VERSION, Entry.KEY,
              "let nobody change both the policies and the keys of a user"),
          row("aws-group-policy-and-key", "writes an inline policy of a group and makes a key of a member", Rewrite.GROUP_INLINE, Entry.KEY,
              "let nobody change both the permissions of a group and the keys of its members"),
          row("aws-group-attachment-and-key", "attaches a policy to a group and makes a key of a member", Rewrite.GROUP_ATTACH, Entry.KEY,
              "let nobody change both the permissions of a group and the keys of its members"));

  private static Strengthening row(String id, String title, Rewrite rewrite, Entry entry, String remedy) {
    return new Strengthening(new Technique(id, title, "T1098", remedy), rewrite, entry);
  }

  @Override
  public List<Operation> reads() {
    return Stream.concat(Stream.of(Operation.parse("iam:get-account-authorization-details")), entry.reads().stream()).toList();
  }

  @Override
  public List<Technique> techniques() {
    return List.of(technique);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    AccountPower power = AccountPower.of(estate);
    List<AwsIdentity> callers = callers(authorization, power);
    if (callers.isEmpty()) {
      return;
    }
    var found = new Witnesses(authorization, technique, sink);
    List<Target> targets = new Targets(estate, power, found).all(callers);
    var capability = new Capability(technique.id(), EdgeKind.CAN_ESCALATE_TO, technique, Likelihood.EASY);
    new CapabilityDerivation(authorization, capability, targets, FreeKeys.OF_SESSIONS).draw(callers, found);
    found.draw();
  }

  /** Who may do both somewhere, and is no administrator anyway. */
  private List<AwsIdentity> callers(AwsAuthorization authorization, AccountPower power) {
    List<String> actions = new ArrayList<>(List.of(rewrite.action(entry.ofUser())));
    entry.needed().ifPresent(actions::add);
    return authorization.identities().stream().filter(identity -> identity.documents().mayAll(actions) && !power.isAdministrator(identity)).toList();
  }

  /** The principals that the change makes administrators. */
  private final class Targets {
    private final AwsAuthorization authorization;
    private final AccountPower power;
    private final Entry.Door door;
    private final Witnesses witnesses;

    Targets(Estate estate, AccountPower power, Witnesses witnesses) {
      this.authorization = AwsAuthorization.of(estate);
      this.power = power;
      this.door = entry.door(estate);
      this.witnesses = witnesses;
    }

    List<Target> all(Collection<AwsIdentity> callers) {
      Set<String> accounts = new HashSet<>();
      callers.forEach(caller -> accounts.add(caller.account()));
      List<Target> targets = new ArrayList<>();
      authorization.identities().stream()
          .filter(identity -> identity.isUser() == entry.ofUser() && accounts.contains(identity.account()) && !power.isAdministrator(identity))
          .forEach(identity -> power.rewrites().bearer(identity).ifPresent(bearer -> add(bearer, targets)));
      return targets;
    }

    private void add(Bearer bearer, List<Target> targets) {
      Optional<Entry.Way> way = door.into(bearer);
      if (way.isEmpty()) {
        return;
      }
      for (Change change : power.rewrites().of(bearer, rewrite)) {
        Decision gained = power.gained(change.after(), Decisions.NO);
        if (gained.possible()) {
          targets.add(target(bearer, change, way.get(), gained));
        }
      }
    }

    /** One principal can be changed in several places, hence an id of its own for each. */
    private Target target(Bearer bearer, Change change, Entry.Way way, Decision gained) {
      ResourceId principal = bearer.identity().node();
      var node = new CapabilitySetId(technique.id(), principal.text(), change.what());
      witnesses.stands(node, principal);
      List<Demand> demands = new ArrayList<>(change.demands());
      demands.addAll(way.demands());
      var shown = new Proof(List.of(ServiceRole.fact(bearer.origin(), "/Arn", principal.text())), way.state().unread());
      return new Target(node, demands, shown, way.state().unreadable(), true, Optional.empty()).given(gained);
    }
  }
}
