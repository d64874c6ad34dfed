package io.drawbridge.edge.aws.iam;

import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.FreeKeys;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IamGroup;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a principal does first where no rewriting of its own documents is enough by itself: it joins a group, takes off a policy that
 * denies, or makes a fact true that its policies ask for; what then makes it an administrator may be a further rewriting.
 *
 * <p>Only what makes a difference counts: where the principal gets as far without the preparation, none is drawn. A user is in at most ten
 * groups. Source: IAM API reference, AddUserToGroup, RemoveUserFromGroup, DetachUserPolicy, DeleteUserPolicy and their like; IAM User Guide,
 * "IAM and AWS STS quotas". <b>Not modelled:</b> joining several groups one after the other.
 */
final class Preparation {

  private static final Technique MEMBERSHIP =
      new Technique("iam-013", "joins a group", "T1098.003", "allow iam:AddUserToGroup on groups of little power only");
  private static final Technique UNDENIED =
      new Technique("aws-remove-deny", "takes off a policy that denies", "T1098.003", "put denies that must hold into a control policy or a boundary");
  private static final Technique FACTOR =
      new Technique("d-iam-createvirtualmfa", "enables a second factor of its own and passes the conditions that ask for one", "T1556.006",
          "allow iam:EnableMFADevice only to who has signed in with a factor, or hand devices out");
  private static final Technique TAG =
      new Technique("d-tag-abac", "gives itself a tag that its policies ask for", "T1098", "deny iam:TagUser and iam:TagRole for tags that grant");
  private static final int MOST_GROUPS = 10;

  private final AccountPower power;
  private final Denials denials;
  private final AwsAuthorization authorization;
  private final Writes writes;
  private final Map<String, List<IamGroup>> groups = new HashMap<>();

  Preparation(Estate estate, AccountPower power) {
    this.power = power;
    this.authorization = AwsAuthorization.of(estate);
    this.writes = new Writes(new ResourceContext(authorization.mentions()));
    this.denials = new Denials(authorization, writes);
    estate.inventory().all(IamGroup.class).stream().filter(this::speaksOfIdentities).sorted(Comparator.comparing(IamGroup::id))
        .forEach(group -> groups.computeIfAbsent(group.id().account(), none -> new ArrayList<>()).add(group));
  }

  static List<Technique> techniques() {
    return List.of(MEMBERSHIP, UNDENIED, FACTOR, TAG);
  }

  /** The possible decisions by technique. */
  Map<Technique, Decision> ways(AwsIdentity identity, Decision before) {
    Map<Technique, Decision> ways = new LinkedHashMap<>();
    Optional<Bearer> bearer = power.rewrites().bearer(identity);
    ways.put(MEMBERSHIP, bearer.map(one -> best(one, memberships(one), before)).orElse(Decisions.NO));
    ways.put(UNDENIED, bearer.map(one -> best(one, denials.removals(one).stream(), before)).orElse(Decisions.NO));
    ways.put(FACTOR, bearer.map(one -> best(one, rewritten(one, Rewrite.FACTOR), before)).orElse(Decisions.NO));
    ways.put(TAG, bearer.map(one -> best(one, rewritten(one, Rewrite.TAG), before)).orElse(Decisions.NO));
    ways.values().removeIf(decision -> !decision.possible());
    return ways;
  }

  private Decision best(Bearer bearer, Stream<Change> changes, Decision before) {
    Decision best = Decisions.NO;
    for (Change change : (Iterable<Change>) changes::iterator) {
      Decision may = power.may(bearer.identity(), change.demands());
      if (may.possible()) {
        best = Decisions.better(best, Decisions.and(may, further(change.after(), before)));
        if (best instanceof Decision.Allowed) {
          return best;
        }
      }
    }
    return best;
  }

  private Decision further(AwsIdentity prepared, Decision before) {
    Decision now = power.gained(prepared, before);
    if (now.possible() || before instanceof Decision.Allowed) {
      return now;
    }
    Decision rewritten = SelfRewrite.ways(power, prepared, before).values().stream().reduce(Decisions.NO, Decisions::better);
    return FreeKeys.rank(rewritten) < FreeKeys.rank(before) ? rewritten : Decisions.NO;
  }

  private Stream<Change> rewritten(Bearer bearer, Rewrite rewrite) {
    boolean may = bearer.identity().documents().mayAll(List.of(rewrite.action(bearer.identity().isUser())));
    return may ? power.rewrites().of(bearer, rewrite).stream() : Stream.empty();
  }

  private Stream<Change> memberships(Bearer bearer) {
    AwsIdentity user = bearer.identity();
    if (!user.isUser() || bearer.groups().size() >= MOST_GROUPS || !user.documents().mayAll(List.of("iam:AddUserToGroup"))) {
      return Stream.empty();
    }
    return groups.getOrDefault(user.account(), List.of()).stream().filter(group -> !bearer.groups().contains(group))
        .map(group -> new Change(group.name(), List.of(writes.to("iam:AddUserToGroup", group.id(), Map.of(), "")),
            user.with(user.documents().and(authorization.policies(group)))));
  }

  /** Without a word about IAM, a group makes nobody an administrator who is none already. */
  private boolean speaksOfIdentities(IamGroup group) {
    return authorization.policies(group).stream().map(NamedPolicy::document).flatMap(document -> document.statements().stream())
        .filter(Statement::allows)
        .anyMatch(statement -> Stream.of(Rewrite.values()).anyMatch(rewrite -> statement.speaksOf(rewrite.action(true)))
            || FreshPrincipals.actions().stream().anyMatch(statement::speaksOf));
  }
}
