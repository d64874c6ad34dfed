package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.policy.aws.Statement.ConditionClause;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says a condition in words: {@code MFA was used}, {@code the source address is in 203.0.113.0/24}. */
final class RequirementText {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("aws:sourceip", "the source address"),
          Map.entry("aws:sourcevpc", "the source VPC"),
          Map.entry("aws:sourcevpce", "the VPC endpoint"),
          Map.entry("aws:vpcsourceip", "the address inside the VPC"),
          Map.entry("aws:principalorgid", "the caller's organization"),
          Map.entry("aws:requestedregion", "the region"),
          Map.entry("aws:currenttime", "the time"),
          Map.entry("aws:tokenissuetime", "the session's start"),
          Map.entry("aws:multifactorauthage", "the age of the MFA"),
          Map.entry("aws:securetransport", "the connection's encryption"),
          Map.entry("aws:principalarn", "the caller's ARN"),
          Map.entry("aws:useragent", "the user agent"),
          Map.entry("sts:externalid", "the external id"),
          Map.entry("sts:rolesessionname", "the session's name"),
          Map.entry("iam:passedtoservice", "the service the role is passed to"));

  private RequirementText() {}

  static String of(ConditionClause clause) {
    String key = ResourceId.lowerCase(clause.key());
    boolean yes = clause.values().equals(List.of("true"));
    if (key.equals("aws:multifactorauthpresent") && clause.operator().startsWith("Bool")) {
      return yes ? "MFA was used" : "MFA was not used";
    }
    String name = NAMES.getOrDefault(key, "`" + clause.key() + "`");
    String values = clause.values().stream().map(value -> "`" + value + "`").collect(Collectors.joining(" or "));
    return ConditionOperator.find(clause.operator()).map(operator -> name + " " + verb(operator, clause) + suffix(operator, values)
        + (operator.ifExists() ? ", if there is one" : "")).orElse(name + " " + clause.operator() + " " + values);
  }

  private static String suffix(ConditionOperator operator, String values) {
    return operator.base() == ConditionOperator.Base.NULL ? "" : " " + values;
  }

  private static String verb(ConditionOperator operator, ConditionClause clause) {
    return switch (operator.base()) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, NUMERIC_EQUALS, DATE_EQUALS, BOOL, BINARY_EQUALS, ARN_EQUALS -> "is";
      case STRING_NOT_EQUALS, STRING_NOT_EQUALS_IGNORE_CASE, NUMERIC_NOT_EQUALS, DATE_NOT_EQUALS, ARN_NOT_EQUALS -> "is not";
      case STRING_LIKE, ARN_LIKE -> "is like";
      case STRING_NOT_LIKE, ARN_NOT_LIKE -> "is not like";
      case NUMERIC_LESS_THAN, DATE_LESS_THAN -> "is before";
      case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> "is at most";
      case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> "is after";
      case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> "is at least";
      case IP_ADDRESS -> "is in";
      case NOT_IP_ADDRESS -> "is not in";
      case NULL -> clause.values().contains("true") ? "is absent" : "is present";
    };
  }
}
