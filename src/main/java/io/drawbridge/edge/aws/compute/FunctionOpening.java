package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.StatedPolicy;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.LambdaFunction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A principal writes into a function's own policy that it may replace the function's code, and does so: within the account that grant is enough.
 *
 * <p>Source: Lambda API reference, AddPermission (the caller names action and principal, and the action may be any of Lambda's): one
 * who may name anybody at all is asked about. <b>Not modelled:</b> permissions that let nobody be named but the caller; callers of other
 * accounts whom the function's policy lets add permissions.
 */
final class FunctionOpening implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("aws-function-permission", "lets itself replace the code of a function", "T1098",
      "grant lambda:AddPermission under lambda:Principal, for the services that trigger the function only");
  private static final Capability CAPABILITY = ExistingCompute.capability("open-function-code", TECHNIQUE, Likelihood.LIKELY);

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("lambda:list-functions"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    List<Target> targets = estate.inventory().all(LambdaFunction.class).stream().map(function -> target(function, context)).toList();
    new CapabilityDerivation(authorization, CAPABILITY, targets, Set.of("lambda:functionurlauthtype")).draw(authorization.callers(), sink);
  }

  private static Target target(LambdaFunction function, ResourceContext context) {
    Arn arn = function.id();
    SortedMap<String, List<String>> known = ExistingCompute.known(function, context);
    known.put("lambda:principal", List.of("*"));
    var add = new Demand("lambda:AddPermission", arn.text(), arn.account(), Optional.empty(), known);
    var update = new Demand("lambda:UpdateFunctionCode", arn.text(), arn.account(), Optional.of(StatedPolicy.LETTING_ANYBODY_IN), add.context());
    return new Target(arn, List.of(add, update), Proof.of(List.of()), List.of(), true, Optional.empty());
  }
}
