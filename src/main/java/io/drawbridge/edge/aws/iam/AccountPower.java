package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AdministratorPanel;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.CallerClass;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.FreeKeys;
import io.drawbridge.edge.aws.PrincipalDocuments;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Strangers;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is an administrator of its account, and what it would be after a change: the view that every rule about that power shares.
 *
 * <p>A principal counts when nothing but the organization's control policies limits it, or when it can make another of which that is true.
 */
final class AccountPower {

  private final AdministratorPanel panel;
  private final FreshPrincipals fresh;
  private final Rewrites rewrites;
  private final TargetDecision decisions;
  private final Map<ResourceId, Boolean> administrators = new HashMap<>();
  private final CallerClass classes = new CallerClass();
  private final Map<String, Decision> strengthened = new TreeMap<>();

  private AccountPower(Estate estate) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var writes = new Writes(new ResourceContext(authorization.mentions()));
    panel = new AdministratorPanel(authorization);
    fresh = new FreshPrincipals(authorization, writes);
    rewrites = new Rewrites(estate, writes);
    decisions = new TargetDecision(authorization, Set.of());
  }

  /** The view of an estate, made once. */
  static AccountPower of(Estate estate) {
    return estate.view(AccountPower.class, AccountPower::new);
  }

  Rewrites rewrites() {
    return rewrites;
  }

  /** Whether a principal of the estate, as it is, is an administrator. */
  boolean isAdministrator(AwsIdentity identity) {
    return administrators.computeIfAbsent(identity.node(), none -> panel.isUnrestricted(identity));
  }

  /** What an administrator is shown to be by. */
  Ruling shown(AwsIdentity administrator) {
    return panel.shown(administrator);
  }

  /** The administrators that a principal can make from nothing, by the way in which it makes them. */
  Map<Technique, Decision> made(AwsIdentity identity) {
    return fresh.ways(identity);
  }

  /** Whether a principal may make all of these calls. */
  Decision may(AwsIdentity identity, List<Demand> demands) {
    return decisions.of(identity, Target.of(identity.node(), demands));
  }

  /** Whether somebody changed in this way is an administrator, makes one, or does once its boundary, which it takes off itself, is gone. */
  Decision administers(AwsIdentity changed) {
    return changed.documents().identity().contains(Strangers.ASSUMED) ? strengthened.computeIfAbsent(key(changed), none -> evaluate(changed)) : evaluate(changed);
  }

  /**
   * What a change gains.
   *
   * @param before what the principal could have without it: no change is needed for what it has anyway
   */
  Decision gained(AwsIdentity changed, Decision before) {
    Decision now = administers(changed);
    boolean itself = before instanceof Decision.Allowed && panel.isUnrestricted(changed);
    return itself || FreeKeys.rank(now) < FreeKeys.rank(before) ? now : Decisions.NO;
  }

  private Decision evaluate(AwsIdentity changed) {
    Decision best = atOnce(changed);
    if (best instanceof Decision.Allowed || !changed.documents().isBounded()) {
      return best;
    }
    for (Rewrite rewrite : Rewrite.OF_BOUNDARY) {
      if (changed.documents().mayAll(List.of(rewrite.action(changed.isUser())))) {
        for (Change change : rewrites.bearer(changed).map(bearer -> rewrites.of(bearer, rewrite)).orElse(List.of())) {
          best = Decisions.better(best, Decisions.and(may(changed, change.demands()), atOnce(change.after())));
        }
      }
    }
    return best;
  }

  private Decision atOnce(AwsIdentity identity) {
    return panel.isUnrestricted(identity) ? Decisions.YES : fresh.best(identity);
  }

  /** A boundary may speak of the principal itself. */
  private String key(AwsIdentity allowedEverything) {
    return classes.key(bare(allowedEverything), new TreeSet<>())
        + (allowedEverything.documents().isBounded() ? allowedEverything.arn().text() : allowedEverything.account());
  }

  /** What is left to tell apart those who are allowed everything: what they are denied. */
  private static AwsIdentity bare(AwsIdentity allowedEverything) {
    PrincipalDocuments documents = allowedEverything.documents();
    List<NamedPolicy> harmless = documents.identity().stream().filter(policy -> !policy.equals(Strangers.ASSUMED))
        .filter(policy -> policy.document().statements().stream().allMatch(Statement::allows)).toList();
    return allowedEverything.with(documents.without(harmless));
  }
}
