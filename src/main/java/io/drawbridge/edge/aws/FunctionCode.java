package io.drawbridge.edge.aws;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.LambdaFunction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A principal replaces the code of a Lambda function, which then runs when the function is called next.
 *
 * <p>Source: Lambda API reference, UpdateFunctionCode. Whether the caller may also invoke the function is not asked: a function that
 * exists is called by something. <b>Not modelled:</b> code signing configurations that refuse unsigned code.
 */
final class FunctionCode implements EdgeRule {

  private static final Capability CAPABILITY = new Capability("update-function-code", EdgeKind.CAN_RUN_CODE,
      new Technique("lambda-003", "replaces the code of a function", "T1648", "grant lambda:UpdateFunctionCode to the function's pipeline only"), Likelihood.LIKELY);

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("lambda:list-functions"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(CAPABILITY.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    List<Target> targets = estate.inventory().all(LambdaFunction.class).stream().map(function -> target(function, context)).toList();
    new CapabilityDerivation(authorization, CAPABILITY, targets, Set.of()).draw(authorization.callers(), sink);
  }

  private static Target target(LambdaFunction function, ResourceContext context) {
    var demand = new Demand("lambda:UpdateFunctionCode", function.id().text(), function.id().account(), Optional.empty(),
        context.of(function.id(), "lambda", new TreeMap<>()));
    return new Target(function.id(), List.of(demand), Proof.of(List.of()), List.of(), true, Optional.empty());
  }
}
