package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.policy.Alternatives;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.ConditionOperator.Base;
import io.drawbridge.policy.aws.ConditionOperator.Quantifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says a condition in words: {@code MFA was used}, {@code the source address is not in `203.0.113.0/24`}. */
final class RequirementText {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("aws:sourceip", "the source address"),
          Map.entry("aws:sourcevpc", "the source VPC"),
          Map.entry("aws:sourcevpce", "the VPC endpoint"),
          Map.entry("aws:vpcsourceip", "the address inside the VPC"),
          Map.entry("aws:principalorgid", "the caller's organization"),
          Map.entry("aws:principalorgpaths", "the caller's place in its organization"),
          Map.entry("aws:principalaccount", "the caller's account"),
          Map.entry("aws:principalarn", "the caller's ARN"),
          Map.entry("aws:username", "the user's name"),
          Map.entry("aws:userid", "the caller's unique id"),
          Map.entry("aws:sourcearn", "the resource that a service calls for"),
          Map.entry("aws:sourceaccount", "the account that a service calls for"),
          Map.entry("aws:sourceorgid", "the organization that a service calls for"),
          Map.entry("aws:resourceorgid", "the resource's organization"),
          Map.entry("aws:resourceaccount", "the resource's account"),
          Map.entry("aws:requestedregion", "the region"),
          Map.entry("aws:currenttime", "the time"),
          Map.entry("aws:epochtime", "the time"),
          Map.entry("aws:tokenissuetime", "the session's start"),
          Map.entry("aws:multifactorauthage", "the age of the MFA in seconds"),
          Map.entry("aws:calledvia", "the services it is called through"),
          Map.entry("aws:calledviafirst", "the first service it is called through"),
          Map.entry("aws:calledvialast", "the last service it is called through"),
          Map.entry("aws:useragent", "the user agent"),
          Map.entry("sts:externalid", "the external id"),
          Map.entry("sts:rolesessionname", "the session's name"),
          Map.entry("iam:passedtoservice", "the service the role is passed to"));

  /** What a Boolean key says, and what its opposite. */
  private static final Map<String, Spoken> BOOLEANS =
      Map.of(
          "aws:multifactorauthpresent", new Spoken("MFA was used", "MFA was not used", "the credentials say nothing of MFA"),
          "aws:securetransport", new Spoken("the connection is encrypted", "the connection is not encrypted", "nothing is said of encryption"),
          "aws:viaawsservice", new Spoken("a service calls for the caller", "the caller calls itself", "nothing is said of a service in between"),
          "aws:principalisawsservice", new Spoken("the caller is a service", "the caller is no service", "nothing is said of the caller's kind"));

  private RequirementText() {}

  /** How a Boolean key is spoken of. */
  private record Spoken(String yes, String no, String absent) {}

  static Requirement requirement(String key, String operator, List<String> values) {
    return new Requirement(key, operator, values, false, say(key, operator, values, false));
  }

  static Requirement negate(Requirement requirement) {
    Requirement not = Alternatives.negate(requirement);
    return ConditionOperator.find(not.operator()).isEmpty() ? not
        : new Requirement(not.key(), not.operator(), not.values(), not.negated(), say(not.key(), not.operator(), not.values(), not.negated()));
  }

  private static String say(String key, String written, List<String> wanted, boolean negated) {
    Optional<ConditionOperator> found = ConditionOperator.find(written);
    String values = wanted.stream().map(value -> "`" + value + "`").collect(Collectors.joining(" or "));
    if (found.isEmpty()) {
      return "`" + key + "` " + written + " " + values;
    }
    ConditionOperator operator = found.get();
    Spoken spoken = BOOLEANS.get(ResourceId.lowerCase(key));
    if (spoken != null && operator.base() == Base.BOOL && wanted.size() == 1) {
      return spoken(spoken, operator, wanted.getFirst().equalsIgnoreCase("true"), negated);
    }
    String name = NAMES.getOrDefault(ResourceId.lowerCase(key), "`" + key + "`");
    String sentence = quantified(operator, name, negated) + " " + verb(operator.base(), wanted, negated) + (operator.base() == Base.NULL ? "" : " " + values);
    return sentence + presence(operator, negated);
  }

  /** An absent key meets {@code BoolIfExists} and the denial of a plain {@code Bool}. */
  private static String spoken(Spoken spoken, ConditionOperator operator, boolean yes, boolean negated) {
    boolean says = yes != negated;
    boolean absentToo = operator.ifExists() != negated;
    String sentence = says ? spoken.yes : spoken.no;
    return says && absentToo ? sentence + " or " + spoken.absent : sentence;
  }

  /** A key that is not there meets IfExists; where that is denied, and where a negated operator is, it has to be there. */
  private static String presence(ConditionOperator operator, boolean negated) {
    return operator.ifExists() && !negated ? ", if there is one" : "";
  }

  private static String quantified(ConditionOperator operator, String name, boolean negated) {
    if (operator.quantifier() == Quantifier.NONE) {
      return name;
    }
    return (operator.quantifier() == Quantifier.ANY) == negated ? "each value of " + name : "some value of " + name;
  }

  private static String verb(Base base, List<String> wanted, boolean negated) {
    return switch (base) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, NUMERIC_EQUALS, DATE_EQUALS, BOOL, BINARY_EQUALS, ARN_EQUALS -> negated ? "is not" : "is";
      case STRING_NOT_EQUALS, STRING_NOT_EQUALS_IGNORE_CASE, NUMERIC_NOT_EQUALS, DATE_NOT_EQUALS, ARN_NOT_EQUALS -> negated ? "is" : "is not";
      case STRING_LIKE, ARN_LIKE -> negated ? "is not like" : "is like";
      case STRING_NOT_LIKE, ARN_NOT_LIKE -> negated ? "is like" : "is not like";
      case NUMERIC_LESS_THAN -> negated ? "is at least" : "is less than";
      case NUMERIC_LESS_THAN_EQUALS -> negated ? "is more than" : "is at most";
      case NUMERIC_GREATER_THAN -> negated ? "is at most" : "is more than";
      case NUMERIC_GREATER_THAN_EQUALS -> negated ? "is less than" : "is at least";
      case DATE_LESS_THAN -> negated ? "is not before" : "is before";
      case DATE_LESS_THAN_EQUALS -> negated ? "is after" : "is not after";
      case DATE_GREATER_THAN -> negated ? "is not after" : "is after";
      case DATE_GREATER_THAN_EQUALS -> negated ? "is before" : "is not before";
      case IP_ADDRESS -> negated ? "is not in" : "is in";
      case NOT_IP_ADDRESS -> negated ? "is in" : "is not in";
      case NULL -> wanted.contains("true") == negated ? "is present" : "is absent";
    };
  }
}
