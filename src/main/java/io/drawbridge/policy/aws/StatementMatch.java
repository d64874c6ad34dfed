package io.drawbridge.policy.aws;

import io.drawbridge.policy.aws.Statement.Matcher;
import java.util.Locale;

/** Whether a statement applies to a request, apart from whom it names. */
final class StatementMatch {

  private final AwsRequest request;
  private final String action;
  private final Variables variables;
  private final Variables none;

  StatementMatch(AwsRequest request) {
    this.request = request;
    this.action = request.action().toLowerCase(Locale.ROOT);
    this.variables = new Variables(request.context(), true);
    this.none = new Variables(request.context(), false);
  }

  /**
   * @param version of the policy: variables mean something in the newer one only
   */
  Truth applies(Statement statement, String version) {
    if (!action(statement.actions(), action)) {
      return Truth.NO;
    }
    Variables inForce = version.equals("2012-10-17") ? variables : none;
    Truth resource = resource(statement.resources(), request.resource(), inForce);
    if (resource.isNo()) {
      return Truth.NO;
    }
    return resource.and(new Conditions(request.context(), inForce).evaluate(statement.conditions()));
  }

  static boolean action(Matcher element, String lowerCaseAction) {
    return element.actions().name(lowerCaseAction) != element.negated();
  }

  /** A policy without a resource element, such as a trust, speaks of the resource it is attached to. */
  static Truth resource(Matcher element, String resource, Variables variables) {
    if (!element.present()) {
      return Truth.YES;
    }
    Truth named = Truth.NO;
    for (String pattern : element.values()) {
      named = named.or(switch (variables.fill(pattern)) {
        case Variables.Filled.Text text -> Truth.of(ArnPattern.names(text.text(), resource));
        case Variables.Filled.Nothing nothing -> Truth.NO;
        case Variables.Filled.Open open -> new OpenPattern(open.parts(), pattern).names(resource);
      });
      if (named.isYes()) {
        break;
      }
    }
    return element.negated() ? named.not() : named;
  }
}
