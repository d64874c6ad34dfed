package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.Statement;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The condition keys, in lower case, that statements ask for in conditions or fill in as variables. */
public final class Mentions {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*([^},]+?)\\s*[,}]");

  private Mentions() {}

  public static SortedSet<String> of(Collection<NamedPolicy> policies) {
    SortedSet<String> keys = new TreeSet<>();
    policies.forEach(policy -> policy.document().statements().forEach(statement -> add(statement, keys)));
    return keys;
  }

  static void add(Statement statement, SortedSet<String> keys) {
    statement.resources().values().forEach(value -> variables(value, keys));
    for (Statement.ConditionClause clause : statement.conditions()) {
      keys.add(ResourceId.lowerCase(clause.key()));
      clause.values().forEach(value -> variables(value, keys));
    }
    if (statement.principals().negated()) {
      keys.add("aws:principalarn");
    }
  }

  private static void variables(String text, SortedSet<String> keys) {
    if (text.indexOf("${") < 0) {
      return;
    }
    Matcher matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      keys.add(ResourceId.lowerCase(matcher.group(1)));
    }
  }
}
