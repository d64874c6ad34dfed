package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.LambdaFunction;
import java.time.Duration;
import java.util.List;

/**
 * Code of a Lambda function has the credentials of its execution role.
 *
 * <p>Source: Lambda Developer Guide, "Defining Lambda function permissions with an execution role".
 */
public final class FunctionRole implements EdgeRule {

  private static final ServiceRole ROLE = new ServiceRole("lambda.amazonaws.com",
      new Technique("aws-lambda-execution-role", "takes the execution role's credentials inside the function", "T1552",
      "give the function a role of its own with the least it needs"), Duration.ofHours(12));

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("lambda:list-functions"), Operation.parse("iam:get-account-authorization-details"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ROLE.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (LambdaFunction function : estate.inventory().all(LambdaFunction.class)) {
      var attached = ServiceRole.fact(function.origin(), "/Role", function.role());
      Arn.find(function.role()).ifPresent(role -> ROLE.draw(estate, function.id(), role, attached, sink));
    }
  }
}
