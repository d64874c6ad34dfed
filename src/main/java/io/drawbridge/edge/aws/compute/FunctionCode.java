package io.drawbridge.edge.aws.compute;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.aws.compute.ExistingCompute.Step;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.LambdaFunction;
import io.drawbridge.inventory.aws.LambdaFunctionPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ways to run code in a Lambda function that is there.
 *
 * <p>Whoever replaces its code need not call it: a function that exists is called by something. Who may also call it, or let somebody in
 * who may, need not wait: each is true by itself and takes other permissions away, so each is an edge. A change of the configuration runs
 * code where the runtime obeys its environment or a layer of the caller's, both of which are settings of the function.
 *
 * <p>A function's own policy lets in others, also those of other accounts, as "Granting Lambda function access to other accounts" has it: for
 * most calls on a function that is there.
 *
 * <p>Source: Lambda API reference, UpdateFunctionCode, UpdateFunctionConfiguration, Invoke, AddPermission; Lambda Developer Guide,
 * "Modifying the runtime environment" (wrapper scripts, language-specific environment variables). <b>Not modelled:</b> code signing
 * configurations that refuse unsigned code and layers; tags, which the listing does not tell, so that conditions on them stay open.
 */
public final class FunctionCode {

  private static final List<Operation> READS = List.of(Operation.parse("lambda:list-functions"), Operation.parse("lambda:get-policy"));
  private static final Step UPDATE = Step.onIt("lambda:UpdateFunctionCode");

  public static final List<ExistingCompute<LambdaFunction>> ALL =
      List.of(
          row("update-function-code", new Technique("lambda-003", "replaces the code of a function", "T1648",
              "grant lambda:UpdateFunctionCode to the function's pipeline only"), Likelihood.LIKELY, UPDATE),
          row("update-and-call-function", new Technique("lambda-004", "replaces the code of a function and calls it", "T1648",
              "grant lambda:UpdateFunctionCode to the function's pipeline only, which need not call it"), Likelihood.EASY,
              UPDATE, Step.onIt("lambda:InvokeFunction")),
          row("update-and-open-function", new Technique("lambda-005", "replaces the code of a function and lets itself call it", "T1648",
              "grant lambda:AddPermission to those who own the function's triggers, not to its developers"), Likelihood.EASY,
              UPDATE, Step.onIt("lambda:AddPermission")),
          row("update-function-configuration", new Technique("x-lambda-updateconfig", "gives a function an environment or a layer that runs code", "T1648",
              "grant lambda:UpdateFunctionConfiguration to the function's pipeline only, and limit lambda:Layer to layers of one's own"),
              Likelihood.POSSIBLE, Step.onIt("lambda:UpdateFunctionConfiguration")));

  private FunctionCode() {}

  private static ExistingCompute<LambdaFunction> row(String name, Technique technique, Likelihood likelihood, Step... steps) {
    List<Step> all = Stream.of(steps).toList();
    return new ExistingCompute<>(ExistingCompute.capability(name, technique, likelihood), LambdaFunction.class, READS, function -> all,
        Set.of("lambda:principal", "lambda:functionurlauthtype"), Set.of(), LambdaFunctionPolicy::of);
  }
}
