package io.drawbridge.edge.aws.access;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Access;
import io.drawbridge.edge.AccessRuling;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.PatternMeet;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.access.ResourceSides.Side;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one principal may do, in the words of the policies: every grant cut down to what boundary and control policies leave of it, and
 * what is taken back of that.
 *
 * <p>Why patterns: a policy that says {@code s3:Get*} on {@code *} is one line to a reader, and thousands once expanded.
 */
final class WhatCan {

  /** More than this is no answer that somebody reads. */
  private static final int MOST = 5_000;

  private final AwsAuthorization authorization;
  private final AwsIdentity identity;
  private final ResourceSides sides;
  private boolean truncated;

  /** Actions on resources, both perhaps patterns. */
  private record Grant(String action, String resource) {

    /** What is in both. */
    List<Grant> meet(Grant other) {
      List<Grant> meets = new ArrayList<>();
      for (String both : PatternMeet.ofActions(action, other.action)) {
        PatternMeet.ofResources(resource, other.resource).forEach(where -> meets.add(new Grant(both, where)));
      }
      return meets;
    }

    boolean covers(Grant other) {
      return PatternMeet.coversAction(action, other.action) && PatternMeet.covers(resource, other.resource);
    }
  }

  /** A grant and what is decided of it. */
  private record Line(Grant grant, Decision decision, Side side) {}

  WhatCan(Estate estate, AwsIdentity identity) {
    this.authorization = AwsAuthorization.of(estate);
    this.identity = identity;
    this.sides = ResourceSides.of(estate);
  }

  Access answer() {
    Set<Grant> grants = ofResources();
    grants.addAll(ofIdentity());
    Set<Grant> asked = new LinkedHashSet<>(grants);
    takenBack().forEach(back -> grants.forEach(grant -> asked.addAll(met(grant, back))));
    List<Line> lines = bounded(asked).stream().map(this::decided).toList();
    return new Access(rulings(lines), authorization.gaps().stream().filter(gap -> gap.scope().id().equals(identity.account())).toList(), truncated);
  }

  /** What its own policies grant and every layer that must allow too leaves. */
  private Set<Grant> ofIdentity() {
    Set<Grant> left = grants(identity.documents().identity());
    List<List<NamedPolicy>> layers = new ArrayList<>(identity.documents().scps());
    identity.documents().boundary().ifPresent(layers::add);
    for (List<NamedPolicy> layer : layers) {
      Set<Grant> allowed = grants(layer);
      Set<Grant> both = new LinkedHashSet<>();
      left.forEach(mine -> allowed.forEach(theirs -> both.addAll(met(mine, theirs))));
      left = new LinkedHashSet<>(bounded(both));
    }
    return left;
  }

  /** What resources' own policies grant to whomever they name; the decision tells whether that is the principal. */
  private Set<Grant> ofResources() {
    Set<Grant> grants = new LinkedHashSet<>();
    for (Side side : sides.withPolicies()) {
      if (side.homeOnly() && !side.account().equals(identity.account())) {
        continue;
      }
      side.policy().stream().flatMap(policy -> policy.document().statements().stream()).filter(Statement::allows)
          .filter(this::mayName).flatMap(statement -> pairs(statement, side.arn())).forEach(grants::add);
    }
    return grants;
  }

  /** Spares the evaluation of what plainly names others. */
  private boolean mayName(Statement statement) {
    return statement.principals().negated() || statement.principals().values().stream().anyMatch(value -> value.endsWith("*")
        || value.contains(identity.account()) || identity.context().getOrDefault("aws:userid", List.of()).stream().anyMatch(id ->
            value.endsWith(id.split(":", 2)[0])));
  }

  private static Set<Grant> grants(Collection<NamedPolicy> policies) {
    Set<Grant> grants = new LinkedHashSet<>();
    policies.stream().flatMap(policy -> policy.document().statements().stream()).filter(Statement::allows)
        .flatMap(statement -> pairs(statement, "*")).forEach(grants::add);
    return grants;
  }

  /** A Not form grants everything, and what it names is taken back. */
  private static Stream<Grant> pairs(Statement statement, String whenAbsent) {
    List<String> actions = statement.actions().negated() ? List.of("*") : statement.actions().values();
    List<String> resources = resources(statement, whenAbsent);
    return actions.stream().flatMap(action -> resources.stream().map(resource -> new Grant(action, resource)));
  }

  private static List<String> resources(Statement statement, String whenAbsent) {
    if (!statement.resources().present()) {
      return List.of(whenAbsent);
    }
    return statement.resources().negated() ? List.of("*") : statement.resources().values();
  }

  /** Everything that some statement may take out of a wider grant. */
  private Set<Grant> takenBack() {
    Set<Grant> back = new LinkedHashSet<>();
    identity.documents().all().forEach(policy -> policy.document().statements().forEach(statement -> exceptions(statement, "*").forEach(back::add)));
    sides.withPolicies().forEach(side -> side.policy().orElseThrow().document().statements().stream().filter(statement -> !statement.allows())
        .forEach(statement -> exceptions(statement, side.arn()).forEach(back::add)));
    return back;
  }

  private static Stream<Grant> exceptions(Statement statement, String whenAbsent) {
    Stream<Grant> named = Stream.empty();
    if (statement.actions().negated()) {
      named = statement.actions().values().stream().flatMap(action -> resources(statement, whenAbsent).stream().map(resource -> new Grant(action, resource)));
    }
    if (statement.resources().negated()) {
      named = Stream.concat(named, statement.resources().values().stream().flatMap(resource -> pairs(statement, whenAbsent).map(pair -> new Grant(pair.action, resource))));
    }
    return statement.allows() ? named : Stream.concat(named, pairs(statement, whenAbsent));
  }

  private Line decided(Grant grant) {
    Side side = sides.of(grant.resource, ownerOf(grant.resource));
    Decision decision = authorization.decide(identity, grant.action, grant.resource, side.account(), side.policy(), side.context());
    return new Line(grant, Decisions.given(decision, side.own().unreadable()), side);
  }

  /** Of a pattern that leaves the account open, the own is asked. */
  private String ownerOf(String resource) {
    return Arn.find(resource).isPresent() ? identity.account() : "";
  }

  /** Without what a wider line says already, and with denials only where they cut into something. */
  private List<AccessRuling> rulings(List<Line> lines) {
    List<Line> widestFirst = lines.stream().sorted(Comparator.comparingInt(line -> line.grant.action.length() + line.grant.resource.length())).toList();
    List<Line> kept = new ArrayList<>();
    for (Line line : widestFirst) {
      Optional<Line> wider = kept.reversed().stream().filter(other -> other.grant.covers(line.grant)).findFirst();
      boolean says = wider.map(other -> !sameAnswer(other.decision, line.decision)).orElse(line.decision.possible());
      if (says) {
        kept.add(line);
      }
    }
    return kept.stream().map(this::ruling).sorted().toList();
  }

  private static boolean sameAnswer(Decision one, Decision other) {
    if (one instanceof Decision.Conditional mine && other instanceof Decision.Conditional theirs) {
      return mine.alternatives().equals(theirs.alternatives());
    }
    return one.getClass() == other.getClass();
  }

  private AccessRuling ruling(Line line) {
    List<Unread> unread = new ArrayList<>(authorization.unread(identity, line.grant.action, line.side.account()));
    unread.addAll(line.side.own().unread());
    var proof = new Proof(authorization.evidence(line.decision), unread);
    return new AccessRuling(identity.arn().text(), line.grant.action, line.grant.resource, new Ruling(line.decision, proof));
  }

  private List<Grant> met(Grant one, Grant other) {
    List<Grant> meets = one.meet(other);
    truncated |= meets.size() >= PatternMeet.MOST;
    return meets;
  }

  private List<Grant> bounded(Collection<Grant> grants) {
    truncated |= grants.size() > MOST;
    return grants.stream().limit(MOST).toList();
  }
}
