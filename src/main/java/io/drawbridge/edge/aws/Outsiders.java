package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Unread;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whom a resource's own policy lets in of those that no collector of this estate reads: accounts and principals that it names, and
 * anybody at all.
 *
 * <p>Their own permissions are taken as granted, and it is said that nobody read them. <b>Not modelled:</b> principals named by unique id
 * or canonical user id only, whose ARN nobody knows.
 */
public final class Outsiders {

  private static final Operation USERS_AND_ROLES = Operation.parse("iam:get-account-authorization-details");

  /** An account that attackers open themselves. */
  private static final Arn SOMEBODY = Arn.of("iam", "", "000000000000", "root");

  private static final List<String> UNSIGNED = List.of("s3:", "sqs:", "es:");

  private final Estate estate;
  private final AwsAuthorization authorization;
  private final TargetDecision decisions;

  /**
   * One of them.
   *
   * @param id a principal, a foreign account, or the internet
   */
  public record Outsider(ResourceId id, Decision decision, List<Unread> unread) {

    boolean isAnybody() {
      return id.equals(ExternalId.INTERNET);
    }
  }

  public Outsiders(Estate estate, TargetDecision decisions) {
    this.estate = estate;
    this.authorization = AwsAuthorization.of(estate);
    this.decisions = decisions;
  }

  /** Those to whom it is possible. */
  public List<Outsider> of(Target target) {
    if (target.homeOnly()) {
      return List.of();
    }
    List<Outsider> all = new ArrayList<>();
    names(target).forEach(name -> named(name, target).ifPresent(all::add));
    if (Face.accountsLetIn(target).contains("*")) {
      all.add(new Outsider(ExternalId.INTERNET, anybody(target), List.of()));
    }
    return all.stream().filter(outsider -> outsider.decision().possible()).toList();
  }

  private static SortedSet<String> names(Target target) {
    SortedSet<String> names = new TreeSet<>(Face.namedInPerson(target));
    names.addAll(Face.accountsLetIn(target));
    names.remove("*");
    return names;
  }

  private Optional<Outsider> named(String name, Target target) {
    Optional<Arn> arn = name.matches("\\d{12}") ? Optional.of(Arn.of("iam", "", name, "root")) : Arn.find(name);
    return arn.filter(one -> !one.account().isEmpty() && !isRead(one.account())).map(one -> {
      ResourceId id = one.resource().equals("root") ? new ExternalId("aws", one.account()) : one;
      var unread = new Unread(Scope.account(one.account()), USERS_AND_ROLES.toString());
      return new Outsider(id, decisions.of(new AwsPrincipal.Iam(one), Map.of(), target), List.of(unread));
    });
  }

  private boolean isRead(String account) {
    return estate.coverage().reading(Scope.account(account), USERS_AND_ROLES) == Reading.READ || authorization.hasIdentitiesOf(account);
  }

  /** What somebody with an account of its own may, which is in no organization of the estate. */
  public Decision somebody(Target target) {
    return decisions.of(new AwsPrincipal.Iam(SOMEBODY), Strangers.somebody(), target);
  }

  private Decision anybody(Target target) {
    Decision withAccount = somebody(target);
    Decision without = decisions.of(new AwsPrincipal.Anonymous(), Map.of(), target);
    return FreeKeys.rank(without) <= FreeKeys.rank(withAccount) && !needsCredentials(target) ? without : withAccount;
  }

  /** Only S3, SQS and OpenSearch answer requests without a signature. */
  private static boolean needsCredentials(Target target) {
    return target.demands().stream().anyMatch(demand -> UNSIGNED.stream().noneMatch(demand.action()::startsWith));
  }
}
