package io.drawbridge.policy.aws;

import io.drawbridge.policy.aws.Statement.Matcher;

/** Whether a statement applies to a request, apart from whom it names. */
final class StatementMatch {

  private final AwsRequest request;
  private final Variables variables;
  private final Variables none;

  StatementMatch(AwsRequest request) {
    this.request = request;
    this.variables = new Variables(request.context(), true);
    this.none = new Variables(request.context(), false);
  }

  /**
   * @param named a statement that speaks of the action
   */
  Truth applies(NamedStatement named) {
    Statement statement = named.statement();
    Variables inForce = named.version().equals("2012-10-17") ? variables : none;
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
    Truth named = element.resources().name(resource, variables);
    return element.negated() ? named.not() : named;
  }
}
