package io.drawbridge.edge.aws.access;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Access;
import io.drawbridge.edge.AccessRuling;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.PatternMeet;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.Face;
import io.drawbridge.edge.aws.FreeKeys;
import io.drawbridge.edge.aws.Outsiders;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.edge.aws.access.ResourceSides.Side;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may do one action on one resource, or on what a pattern of resources takes in: of the estate, and beyond it whom the resource names. */
final class WhoCan {

  private static final Operation USERS_AND_ROLES = Operation.parse("iam:get-account-authorization-details");
  private static final String SOURCE_ACCOUNT = "aws:SourceAccount";

  private final Estate estate;
  private final AwsAuthorization authorization;
  private final TargetDecision decisions;
  private final AwsAccess.Question question;
  private final SortedSet<CoverageGap> gaps = new TreeSet<>();

  WhoCan(Estate estate, AwsAccess.Question question) {
    this.estate = estate;
    this.authorization = AwsAuthorization.of(estate);
    this.decisions = new TargetDecision(authorization, question.action().startsWith("sts:") ? FreeKeys.OF_SESSIONS : Set.of());
    this.question = question;
  }

  Access answer() {
    SortedSet<AccessRuling> rulings = new TreeSet<>();
    String resource = question.resource();
    ResourceSides sides = ResourceSides.of(estate);
    List<Side> within = isPattern(resource) && !resource.equals("*") ? sides.within(resource).toList() : List.of();
    for (Side side : within) {
      ResourceSides.parts(side, resource).forEach(part -> rulings.addAll(new Asked(side, part).rulings()));
    }
    if (within.isEmpty()) {
      rulings.addAll(new Asked(owned(sides.of(resource, question.owner())), resource).rulings());
    }
    return new Access(List.copyOf(rulings), List.copyOf(gaps), false);
  }

  private static boolean isPattern(String resource) {
    return resource.indexOf('*') >= 0 || resource.indexOf('?') >= 0;
  }

  /** Whose resource it is decides what its own policy must say. */
  private static Side owned(Side side) {
    boolean named = Arn.find(side.arn()).isPresent();
    if (named && side.account().isEmpty()) {
      throw new DrawbridgeException(ErrorCode.USAGE, "which account owns `" + side.arn() + "` is not known: it was not read; say it with --resource-account"
          + " (`resourceAccount` in GraphQL)");
    }
    return side;
  }

  /** One resource, or one pattern of them, and everybody who may be let in. */
  private final class Asked {
    private final Side side;
    private final String resource;

    Asked(Side side, String resource) {
      this.side = side;
      this.resource = resource;
      notRead();
    }

    List<AccessRuling> rulings() {
      List<AccessRuling> rulings = new ArrayList<>();
      authorization.identities().stream().filter(this::mayAsk).forEach(identity -> rulings.addAll(of(identity)));
      if (side.policy().isPresent()) {
        rulings.addAll(strangers(target(resource)));
      }
      return rulings;
    }

    /** Outside its own account nobody is let in by a resource that cannot let anybody in. */
    private boolean mayAsk(AwsIdentity identity) {
      boolean home = side.account().isEmpty() || side.account().equals(identity.account());
      return home || (side.policy().isPresent() && !side.homeOnly());
    }

    private List<AccessRuling> of(AwsIdentity identity) {
      List<AccessRuling> possible = new ArrayList<>();
      for (String asked : parts(identity.documents().all())) {
        Decision decision = decisions.of(identity, target(asked));
        if (decision.possible() && possible.stream().noneMatch(wider -> PatternMeet.covers(wider.resource(), asked))) {
          List<Unread> unread = new ArrayList<>(authorization.unread(identity, question.action(), side.account()));
          unread.addAll(side.own().unread());
          possible.add(ruling(identity.arn().text(), asked, decision, unread));
        }
      }
      return possible;
    }

    private AccessRuling ruling(String principal, String asked, Decision decision, List<Unread> unread) {
      return new AccessRuling(principal, question.action(), asked, new Ruling(decision, new Proof(authorization.evidence(decision), unread)));
    }

    private Target target(String asked) {
      SortedMap<String, List<String>> known = new TreeMap<>(side.context());
      known.putAll(question.stated());
      var demand = new Demand(question.action(), asked, side.account(), side.policy(), known);
      return new Target(Arn.find(asked).orElse(Arn.of("iam", "", side.account(), "root")), List.of(demand), Proof.of(List.of()), side.own().unreadable(),
          side.homeOnly(), Optional.empty());
    }

    /** Of a pattern the parts that the statements tell apart, the widest first. */
    private List<String> parts(List<NamedPolicy> callers) {
      if (!isPattern(resource)) {
        return List.of(resource);
      }
      NavigableSet<String> parts = new TreeSet<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
      parts.add(resource);
      Stream.concat(callers.stream(), side.policy().stream()).flatMap(policy -> policy.document().statements().stream())
          .filter(statement -> statement.speaksOf(question.action())).flatMap(statement -> statement.resources().values().stream())
          .forEach(text -> parts.addAll(PatternMeet.ofResources(resource, text)));
      return List.copyOf(parts);
    }

    private List<AccessRuling> strangers(Target target) {
      List<AccessRuling> rulings = new ArrayList<>();
      services(target).forEach(host -> add(rulings, host, service(new AwsPrincipal.Service(host), target)));
      named(target, "Federated:").forEach(provider -> add(rulings, provider, decisions.of(new AwsPrincipal.Federated(provider), Map.of(), target)));
      new Outsiders(estate, decisions).of(target).forEach(outsider ->
          rulings.add(ruling(outsider.id().text(), resource, outsider.decision(), outsider.unread())));
      return rulings;
    }

    private void add(List<AccessRuling> rulings, String principal, Decision decision) {
      if (decision.possible()) {
        rulings.add(ruling(principal, resource, decision, List.of()));
      }
    }

    /** The owner's principals, if nobody read them, and the resource's own side. */
    private void notRead() {
      if (!side.account().isEmpty() && !authorization.hasIdentitiesOf(side.account())) {
        gaps.add(Gaps.of(estate, Scope.account(side.account()), USERS_AND_ROLES, "", "who of the owner's account may do it is not known"));
      }
      side.own().unread().forEach(unread -> gaps.add(new CoverageGap(unread.scope(), CoverageEntry.GLOBAL, unread.operation(), resource,
          CoverageGap.NEVER_COLLECTED, "whom the resource's own policy lets in or keeps out is not known", "")));
    }
  }

  /** A service that acts for resources of the account itself, or else for those of an account that a statement names. */
  private Decision service(AwsPrincipal.Service service, Target target) {
    Decision own = decisions.of(service, Map.of(), target);
    if (own.possible()) {
      return own;
    }
    return sourceAccounts(target).map(account -> Decisions.given(decisions.of(service, Map.of(SOURCE_ACCOUNT, List.of(account)), target), List.of(
            new Requirement(SOURCE_ACCOUNT, "StringEquals", List.of(account), false, "the service acts for the account `" + account + "`"))))
        .filter(Decision::possible).findFirst().orElse(own);
  }

  private static Stream<String> sourceAccounts(Target target) {
    return statements(target).flatMap(statement -> statement.conditions().stream()).filter(clause -> clause.key().equalsIgnoreCase(SOURCE_ACCOUNT))
        .flatMap(clause -> clause.values().stream()).filter(account -> account.matches("\\d{12}")).sorted().distinct();
  }

  private static SortedSet<String> services(Target target) {
    NavigableSet<String> hosts = named(target, "Service:");
    statements(target).flatMap(statement -> statement.conditions().stream()).filter(clause -> clause.key().equalsIgnoreCase("aws:PrincipalServiceName"))
        .flatMap(clause -> clause.values().stream()).filter(host -> host.indexOf('*') < 0).forEach(hosts::add);
    return hosts;
  }

  private static NavigableSet<String> named(Target target, String type) {
    NavigableSet<String> names = new TreeSet<>();
    statements(target).flatMap(statement -> statement.principals().values().stream()).filter(value -> value.startsWith(type))
        .map(value -> value.substring(type.length())).forEach(names::add);
    return names;
  }

  private static Stream<Statement> statements(Target target) {
    return target.demands().stream().flatMap(demand -> Face.statements(demand).stream()).filter(Statement::allows);
  }
}
