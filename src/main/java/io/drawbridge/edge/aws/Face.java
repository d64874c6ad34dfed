package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.StatementRef;
import io.drawbridge.policy.aws.ArnPattern;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A target as the callers of one account meet it who are not named in person: targets with equal signatures give each of them the same
 * answer, and the same statements, by position, say so.
 *
 * @param asked the target with what concerns such a caller, and nothing else
 * @param general the statements that could concern such a caller, over all demands
 * @param signature what the answer depends on
 * @param grantsAlone true when a statement on the first demand may let a caller in who has no permission of its own; without that demand the
 *     others count for nothing
 */
public record Face(Target asked, List<StatementRef> general, String signature, boolean grantsAlone) {

  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  public Face {
    general = List.copyOf(general);
  }

  static Face of(Target target, String callerAccount) {
    var signature = new StringBuilder(target.account()).append(target.unreadable()).append(target.given()).append(target.facts().unread()).append(target.lasting());
    List<StatementRef> general = new ArrayList<>();
    List<Demand> demands = new ArrayList<>();
    boolean alone = false;
    for (Demand demand : target.demands()) {
      List<Statement> kept = new ArrayList<>();
      signature.append('\n').append(demand.action()).append(demand.policy().isPresent()).append(demand.account()).append(demand.context());
      for (Statement statement : statements(demand)) {
        List<String> named = statement.principals().values().stream().filter(value -> isGeneral(value, callerAccount)).toList();
        if (statement.principals().negated() || !named.isEmpty()) {
          general.add(statement.ref());
          kept.add(statement.principals().negated() ? statement : naming(statement, named));
          signature.append('|').append(statement.allows()).append(statement.principals().negated() ? statement.principals().toString() : named.toString())
              .append(statement.conditions()).append(resources(demand, statement));
          alone |= demands.isEmpty() && statement.allows() && (statement.principals().negated() || named.stream().anyMatch(value -> value.endsWith("*")));
        }
      }
      demands.add(demand.under(demand.policy().map(policy ->
          new NamedPolicy(policy.name(), new PolicyDocument(policy.document().version(), kept)))));
    }
    var asked = new Target(target.node(), demands, target.facts(), target.unreadable(), target.homeOnly(), target.lasting(), target.given());
    return new Face(asked, general, signature.toString(), alone);
  }

  private static Statement naming(Statement statement, List<String> principals) {
    return new Statement(statement.ref(), statement.allows(), new Statement.Matcher(true, false, principals), statement.actions(),
        statement.resources(), statement.conditions());
  }

  /** The statements of the resource's policy that speak of the demand. */
  public static List<Statement> statements(Demand demand) {
    return demand.policy().stream().flatMap(policy -> policy.document().statements().stream())
        .filter(statement -> statement.speaksOf(demand.action()) && concerns(statement, demand)).toList();
  }

  /** ARNs and unique ids that the target's statements name in person. */
  static SortedSet<String> namedInPerson(Target target) {
    NavigableSet<String> names = new TreeSet<>();
    for (Demand demand : target.demands()) {
      statements(demand).forEach(statement -> statement.principals().values().stream()
          .filter(value -> value.startsWith("AWS:") && account(value.substring("AWS:".length())).isEmpty() && !value.equals("AWS:*"))
          .map(value -> value.substring("AWS:".length()))
          .forEach(names::add));
    }
    return names;
  }

  /** Accounts whose principals the target's allowing statements take in as a whole; {@code *} for all. */
  static SortedSet<String> accountsLetIn(Target target) {
    SortedSet<String> accounts = new TreeSet<>();
    for (Demand demand : target.demands()) {
      statements(demand).stream().filter(Statement::allows).forEach(statement -> {
        if (statement.principals().negated()) {
          accounts.add("*");
        }
        statement.principals().values().forEach(value -> accounts.add(value.endsWith("*") ? "*" : account(value.replaceFirst("^AWS:", ""))));
      });
    }
    accounts.remove("");
    return accounts;
  }

  /** The account that a principal names as a whole, or empty. */
  public static String account(String name) {
    if (ACCOUNT.matcher(name).matches()) {
      return name;
    }
    return Arn.find(name).filter(arn -> arn.service().equals("iam") && arn.resource().equals("root")).map(Arn::account).orElse("");
  }

  private static boolean isGeneral(String value, String callerAccount) {
    return value.equals("*") || value.equals("AWS:*") || (value.startsWith("AWS:") && account(value.substring("AWS:".length())).equals(callerAccount));
  }

  private static boolean concerns(Statement statement, Demand demand) {
    if (!statement.resources().present() || demand.isBelow() || statement.resources().values().stream().anyMatch(value -> value.contains("${"))) {
      return true;
    }
    boolean named = statement.resources().values().stream().anyMatch(value -> ArnPattern.names(value, demand.arn()));
    return named != statement.resources().negated();
  }

  /** What the resource element still decides: of things below the target, and where variables stand. */
  private static String resources(Demand demand, Statement statement) {
    boolean open = demand.isBelow() || statement.resources().values().stream().anyMatch(value -> value.contains("${"));
    return open ? statement.resources().toString().replace(demand.arn(), "~/") : "";
  }
}
