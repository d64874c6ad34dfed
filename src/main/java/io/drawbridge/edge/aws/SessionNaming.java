package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.policy.aws.AwsEvaluator;
import io.drawbridge.policy.aws.AwsPolicies;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.AwsRequest;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.RequestContext;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a role's trust leaves of the names of its sessions, whoever takes them.
 *
 * @param trust what it says of everybody who calls for himself; empty when nothing of it was read
 * @param byService whether a service makes sessions, and names them
 */
record SessionNaming(String role, String account, Optional<NamedPolicy> trust, boolean byService) {

  /** Any name will do. */
  static final SessionNaming FREE = new SessionNaming("", "", Optional.empty(), false);

  private static final String NAME = "sts:rolesessionname";
  private static final List<String> ACTIONS = List.of("sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity");
  private static final Statement.Matcher EVERYBODY = new Statement.Matcher(true, false, List.of("*"));

  static SessionNaming of(IamRole role) {
    List<Statement> kept = new ArrayList<>();
    boolean service = false;
    for (Statement statement : role.trust().map(PolicyDocument::statements).orElse(List.of())) {
      List<String> named = statement.principals().values();
      boolean ofServices = !statement.principals().negated() && named.stream().allMatch(value -> value.startsWith("Service:"));
      boolean everybodys = named.contains("*") || named.contains("AWS:*");
      service |= statement.allows() && named.stream().anyMatch(value -> value.startsWith("Service:"));
      if (statement.allows() ? !ofServices : everybodys) {
        kept.add(new Statement(statement.ref(), statement.allows(), EVERYBODY, statement.actions(), statement.resources(), statement.conditions()));
      }
    }
    return new SessionNaming(role.id().text(), role.id().account(),
        role.trust().map(trust -> new NamedPolicy("trust", new PolicyDocument(trust.version(), kept))), service);
  }

  /** Whether some session may have this name. */
  boolean admits(String name) {
    if (byService || trust.isEmpty()) {
      return true;
    }
    var policies = new AwsPolicies(List.of(), trust, Optional.empty(), List.of(), List.of(), Optional.empty(), List.of());
    RequestContext context = RequestContext.discovery(Map.of(NAME, List.of(name)));
    return ACTIONS.stream().anyMatch(action ->
        new AwsEvaluator().decide(new AwsRequest(new AwsPrincipal.Anonymous(), action, role, account, context), policies).possible());
  }

  /** The names and patterns of names that the trust asks for. */
  SortedSet<String> asked() {
    NavigableSet<String> asked = new TreeSet<>();
    trust.stream().flatMap(policy -> policy.document().statements().stream()).filter(Statement::allows)
        .flatMap(statement -> statement.conditions().stream()).filter(clause -> ResourceId.lowerCase(clause.key()).equals(NAME))
        .filter(clause -> !clause.operator().contains("Not")).flatMap(clause -> clause.values().stream()).filter(value -> !value.contains("${"))
        .forEach(asked::add);
    return asked;
  }
}
