package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Access;
import io.drawbridge.edge.AccessRuling;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.ResourceSides.Side;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
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

  /** An account that attackers open themselves. */
  private static final Arn SOMEBODY = Arn.of("iam", "", "000000000000", "root");

  private static final String SOURCE_ACCOUNT = "aws:SourceAccount";

  private final Estate estate;
  private final AwsAuthorization authorization;
  private final TargetDecision decisions;
  private final String action;
  private final String resource;
  private final Side side;
  private final Map<String, List<String>> stated;

  WhoCan(Estate estate, AwsAccess.Question question) {
    this.estate = estate;
    this.authorization = AwsAuthorization.of(estate);
    this.decisions = new TargetDecision(authorization, question.action().startsWith("sts:") ? FreeKeys.OF_SESSIONS : Set.of());
    this.action = question.action();
    this.resource = question.resource();
    this.side = ResourceSides.of(estate).of(resource, question.owner());
    this.stated = question.stated();
  }

  Access answer() {
    List<AccessRuling> rulings = new ArrayList<>();
    authorization.identities().stream().filter(this::mayAsk).forEach(identity -> rulings.addAll(of(identity)));
    strangers().forEach(rulings::add);
    return new Access(rulings.stream().sorted().toList(), gaps(), false);
  }

  /** Outside its own account nobody is let in by a resource that cannot let anybody in. */
  private boolean mayAsk(AwsIdentity identity) {
    boolean home = side.account().isEmpty() || side.account().equals(identity.account());
    return home || (side.policy().isPresent() && !side.homeOnly());
  }

  private List<AccessRuling> of(AwsIdentity identity) {
    List<AccessRuling> possible = new ArrayList<>();
    for (String asked : resources(identity.documents().all())) {
      Decision decision = decisions.of(identity, target(asked));
      if (decision.possible() && possible.stream().noneMatch(wider -> PatternMeet.covers(wider.resource(), asked))) {
        List<Unread> unread = new ArrayList<>(authorization.unread(identity, action, side.account()));
        unread.addAll(side.unread());
        possible.add(ruling(identity.arn().text(), asked, decision, unread));
      }
    }
    return possible;
  }

  private AccessRuling ruling(String principal, String asked, Decision decision, List<Unread> unread) {
    return new AccessRuling(principal, action, asked, new Ruling(decision, new Proof(authorization.evidence(decision), unread)));
  }

  private Target target(String asked) {
    SortedMap<String, List<String>> known = new TreeMap<>(side.context());
    known.putAll(stated);
    var demand = new Demand(action, asked, side.account(), side.policy(), known);
    return new Target(Arn.find(asked).orElse(SOMEBODY), List.of(demand), Proof.of(List.of()), side.unreadable(), side.homeOnly(), Optional.empty());
  }

  /** What is asked about: the resource, or of a pattern the parts that the statements tell apart, the widest first. */
  private List<String> resources(List<NamedPolicy> callers) {
    if (resource.indexOf('*') < 0 && resource.indexOf('?') < 0) {
      return List.of(resource);
    }
    NavigableSet<String> parts = new TreeSet<>((one, other) -> one.length() == other.length() ? one.compareTo(other) : one.length() - other.length());
    parts.add(resource);
    Stream.concat(callers.stream(), side.policy().stream()).flatMap(policy -> policy.document().statements().stream())
        .filter(statement -> statement.speaksOf(action)).map(Statement::resources).flatMap(element -> element.values().stream())
        .forEach(text -> PatternMeet.ofResources(resource, text).ifPresent(parts::add));
    return List.copyOf(parts);
  }

  private List<AccessRuling> strangers() {
    if (side.policy().isEmpty()) {
      return List.of();
    }
    Target target = target(resource);
    List<AccessRuling> rulings = new ArrayList<>();
    services(target).forEach(host -> add(rulings, host, service(new AwsPrincipal.Service(host), target), List.of()));
    providers(target).forEach(provider -> add(rulings, provider, decisions.of(new AwsPrincipal.Federated(provider), Map.of(), target), List.of()));
    if (!side.homeOnly()) {
      foreign(target).forEach(arn -> add(rulings, name(arn), decisions.of(new AwsPrincipal.Iam(arn), Map.of(), target),
          List.of(new Unread(Scope.account(arn.account()), USERS_AND_ROLES.toString()))));
      if (Face.accountsLetIn(target).contains("*")) {
        add(rulings, new ExternalId("aws", "any").text(), decisions.of(new AwsPrincipal.Iam(SOMEBODY), Strangers.somebody(), target), List.of());
        add(rulings, ExternalId.INTERNET.text(), decisions.of(new AwsPrincipal.Anonymous(), Map.of(), target), List.of());
      }
    }
    return rulings;
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

  private void add(List<AccessRuling> rulings, String principal, Decision decision, List<Unread> unread) {
    if (decision.possible()) {
      rulings.add(ruling(principal, resource, decision, unread));
    }
  }

  private static String name(Arn arn) {
    return arn.resource().equals("root") ? new ExternalId("aws", arn.account()).text() : arn.text();
  }

  private NavigableSet<Arn> foreign(Target target) {
    NavigableSet<Arn> foreign = new TreeSet<>();
    Stream.concat(Face.namedInPerson(target).stream(), Face.accountsLetIn(target).stream().filter(account -> !account.equals("*")))
        .map(name -> name.matches("\\d{12}") ? Optional.of(Arn.of("iam", "", name, "root")) : Arn.find(name)).flatMap(Optional::stream)
        .filter(arn -> !arn.account().isEmpty() && !authorization.hasIdentitiesOf(arn.account())).forEach(foreign::add);
    return foreign;
  }

  private static SortedSet<String> services(Target target) {
    NavigableSet<String> hosts = named(target, "Service:");
    statements(target).flatMap(statement -> statement.conditions().stream()).filter(clause -> clause.key().equalsIgnoreCase("aws:PrincipalServiceName"))
        .flatMap(clause -> clause.values().stream()).filter(host -> host.indexOf('*') < 0).forEach(hosts::add);
    return hosts;
  }

  private static SortedSet<String> providers(Target target) {
    return named(target, "Federated:");
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

  /** The owner's principals, if nobody read them, and the resource's own side. */
  private List<CoverageGap> gaps() {
    SortedSet<CoverageGap> gaps = new TreeSet<>();
    if (!side.account().isEmpty() && !authorization.hasIdentitiesOf(side.account())) {
      gaps.add(Gaps.of(estate, Scope.account(side.account()), USERS_AND_ROLES, "", "who of the owner's account may do it is not known"));
    }
    side.unread().forEach(unread -> gaps.add(new CoverageGap(unread.scope(), CoverageEntry.GLOBAL, unread.operation(), resource, CoverageGap.NEVER_COLLECTED,
        "whom the resource's own policy lets in or keeps out is not known", "")));
    return List.copyOf(gaps);
  }
}
