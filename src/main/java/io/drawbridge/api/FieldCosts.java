package io.drawbridge.api;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;

/**
 * Sums what a document costs before anything runs: a field costs one, or what its {@code @cost} says, plus its children, times
 * the page size it asks for.
 */
final class FieldCosts implements FieldComplexityCalculator {

  private static final String PAGE_SIZE = "first";

  @Override
  public int calculate(FieldComplexityEnvironment field, int childCost) {
    long rows = field.getArguments().get(PAGE_SIZE) instanceof Integer first ? Math.max(1, first) : 1;
    return (int) Math.min(Integer.MAX_VALUE, ownCost(field) + rows * childCost);
  }

  private static int ownCost(FieldComplexityEnvironment field) {
    GraphQLAppliedDirective cost = field.getFieldDefinition().getAppliedDirective("cost");
    GraphQLAppliedDirectiveArgument weight = cost == null ? null : cost.getArgument("weight");
    Integer own = weight == null ? null : weight.getValue();
    return own == null ? 1 : own;
  }
}
