package io.drawbridge.edge.aws.data;

import io.drawbridge.cloud.StatementRef;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.aws.SharedWith;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.Statement;
import io.drawbridge.policy.aws.Statement.ConditionClause;
import io.drawbridge.policy.aws.Statement.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * With whom something is shared, as the policy that would say the same: accounts are let in, whose own policies must allow it too; nobody of
 * the owner's account gains anything by it.
 */
final class Sharing {

  private static final Matcher EVERYTHING = new Matcher(true, false, List.of("*"));

  private Sharing() {}

  /**
   * @param pointer to the list in the record's item
   * @param owner the account that shares
   */
  static List<Statement> statements(Origin origin, String pointer, SharedWith with, String owner) {
    List<Statement> statements = new ArrayList<>();
    var others = new ConditionClause("StringNotEquals", "aws:PrincipalAccount", List.of(owner));
    if (with.everybody()) {
      statements.add(statement(origin.field(pointer, "shared with everybody"), List.of("*"), List.of(others)));
    }
    with.accounts().stream().filter(account -> !account.equals(owner)).forEach(account ->
        statements.add(statement(origin.field(pointer, "shared with " + account), List.of("AWS:arn:aws:iam::" + account + ":root"), List.of())));
    with.organizations().forEach(organization -> statements.add(statement(origin.field(pointer, "shared with the organization " + organization), List.of("*"),
        List.of(others, new ConditionClause("StringEquals", "aws:PrincipalOrgID", List.of(organization))))));
    return statements;
  }

  static Optional<NamedPolicy> policy(List<Statement> statements) {
    return statements.isEmpty() ? Optional.empty() : Optional.of(new NamedPolicy("sharing", new PolicyDocument("2012-10-17", statements)));
  }

  private static Statement statement(StatementRef ref, List<String> principals, List<ConditionClause> conditions) {
    return new Statement(ref, true, new Matcher(true, false, principals), EVERYTHING, EVERYTHING, conditions);
  }
}
