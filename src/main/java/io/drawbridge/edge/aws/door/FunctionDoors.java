package io.drawbridge.edge.aws.door;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.Outsiders;
import io.drawbridge.edge.aws.Outsiders.Outsider;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.LambdaFunction;
import io.drawbridge.inventory.aws.LambdaFunctionPolicy;
import io.drawbridge.inventory.aws.LambdaFunctionUrl;
import io.drawbridge.policy.aws.AwsPrincipal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A function whose own policy lets in strangers is a service that they reach: whoever calls it runs the owner's code and not its own, and
 * gains the function only through a flaw of that code.
 *
 * <p>Who may replace the code instead is said by {@code FunctionCode}. Sources: Lambda Developer Guide, "Granting Lambda function access to
 * other accounts" and "Control access to Lambda function URLs": an address takes requests without a signature where its type is {@code NONE}
 * and the policy lets everybody in, and asks for both InvokeFunctionUrl and InvokeFunction. <b>Not modelled:</b> addresses from before October
 * 2025, which were exempt from the second until November 2026; the services that a policy lets in, whose own doors decide.
 */
public final class FunctionDoors implements EdgeRule {

  private static final Operation POLICY = Operation.parse("lambda:get-policy");
  private static final Operation FUNCTIONS = Operation.parse("lambda:list-functions");
  private static final Operation URL = Operation.parse("lambda:get-function-url-config");
  private static final String INVOKE = "lambda:InvokeFunction";
  private static final Technique CALLED = new Technique("aws-open-function", "calls a function whose policy lets it in", "T1190",
      "name in the function's policy the accounts and services that call it");
  private static final Technique ADDRESSED = new Technique("aws-function-url", "sends requests to the address of a function", "T1190",
      "set the address's type to AWS_IAM, and name in the function's policy who may use it");

  @Override
  public List<Operation> reads() {
    return List.of(FUNCTIONS, POLICY, URL);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(CALLED, ADDRESSED);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    for (LambdaFunctionPolicy policy : estate.inventory().all(LambdaFunctionPolicy.class)) {
      Optional<LambdaFunction> function = estate.inventory().find(LambdaFunction.class, policy.function());
      if (function.isPresent()) {
        draw(estate, function.get(), policy, context, sink);
      } else {
        sink.gap(Gaps.of(estate, policy.scope(), FUNCTIONS, policy.function().text(), "whom the function lets in is known, the function is not"));
      }
    }
  }

  private static void draw(Estate estate, LambdaFunction function, LambdaFunctionPolicy policy, ResourceContext context, EdgeSink sink) {
    var decisions = new TargetDecision(AwsAuthorization.of(estate), Set.of());
    var outsiders = new Outsiders(estate, decisions);
    Target called = Target.of(function.id(), List.of(demand(INVOKE, policy, context, "false", "")));
    outsiders.of(called).forEach(outsider -> draw(estate, outsider, called, CALLED, sink));
    estate.inventory().find(LambdaFunctionUrl.class, policy.id()).ifPresent(url -> {
      Target addressed = Target.of(function.id(), List.of(demand("lambda:InvokeFunctionUrl", policy, context, "", url.authType()),
          demand(INVOKE, policy, context, "true", url.authType())));
      Proof fact = Proof.of(List.of(ServiceRole.fact(url.origin(), "/AuthType", url.authType())));
      Target target = new Target(function.id(), addressed.demands(), fact, List.of(), false, Optional.empty());
      callers(url, target, outsiders, decisions).filter(one -> one.decision().possible()).forEach(outsider -> draw(estate, outsider, target, ADDRESSED, sink));
    });
  }

  private static Stream<Outsider> callers(LambdaFunctionUrl url, Target target, Outsiders outsiders, TargetDecision decisions) {
    return switch (url.authType()) {
      case "NONE" -> Stream.of(new Outsider(ExternalId.INTERNET, decisions.of(new AwsPrincipal.Anonymous(), Map.of(), target), List.of()));
      case "AWS_IAM" -> outsiders.of(target).stream();
      default -> Stream.empty();
    };
  }

  private static Demand demand(String action, LambdaFunctionPolicy policy, ResourceContext context, String viaUrl, String authType) {
    Arn arn = policy.id();
    SortedMap<String, List<String>> known = new TreeMap<>(context.region(arn));
    known.put("lambda:functionurlauthtype", authType.isEmpty() ? List.of() : List.of(authType));
    known.put("lambda:invokedviafunctionurl", viaUrl.isEmpty() ? List.of() : List.of(viaUrl));
    known.put("lambda:eventsourcetoken", List.of());
    return new Demand(action, arn.text(), arn.account(), Optional.of(policy.policy()), known);
  }

  private static void draw(Estate estate, Outsider outsider, Target target, Technique technique, EdgeSink sink) {
    var proof = new Proof(AwsAuthorization.of(estate).evidence(outsider.decision()), outsider.unread()).and(target.facts());
    Edge plain = Edge.of(outsider.id(), target.node(), EdgeKind.CAN_REACH_SERVICE, technique.id(), proof, Likelihood.UNLIKELY.cost());
    var flaw = Condition.of(new Atom(target.node(), "flaw:lambda", "Exists", List.of(), false, "the function's own code has a flaw"));
    DecisionEdges.of(plain, outsider.decision(), outsider.id()).forEach(edge -> sink.edge(edge.under(edge.condition().and(flaw))));
  }
}
