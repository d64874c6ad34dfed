package io.drawbridge.edge.aws.door;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.GatewayApi;
import io.drawbridge.inventory.aws.GatewayIntegrations;
import io.drawbridge.inventory.aws.GatewayRoutes;
import io.drawbridge.inventory.aws.GatewayRoutes.Route;
import io.drawbridge.inventory.aws.GatewayStages;
import io.drawbridge.inventory.aws.LambdaFunctionPolicy;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An API that takes requests of anybody leads to the functions behind it: who calls it runs the owner's code, and gains the function only through
 * a flaw of that code.
 *
 * <p>Sources: API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow" (without another authorization, a
 * policy that is there must allow), "Control access to REST APIs"; Lambda Developer Guide, "Invoking a Lambda function using an Amazon API Gateway
 * endpoint" (the function's policy lets in the gateway for the route). <b>Not modelled:</b> custom domains; integrations that use a role;
 * authorizers, which are taken to ask for something; methods that were changed since the last deployment; usage plans.
 */
final class ApiDoors implements EdgeRule {

  private static final Operation APIS = Operation.parse("apigateway:get-rest-apis");
  private static final Operation RESOURCES = Operation.parse("apigateway:get-resources");
  private static final Operation STAGES = Operation.parse("apigateway:get-stages");
  private static final Operation HTTP_APIS = Operation.parse("apigatewayv2:get-apis");
  private static final Operation ROUTES = Operation.parse("apigatewayv2:get-routes");
  private static final Operation INTEGRATIONS = Operation.parse("apigatewayv2:get-integrations");
  private static final Operation HTTP_STAGES = Operation.parse("apigatewayv2:get-stages");
  private static final Operation FUNCTION_POLICY = Operation.parse("lambda:get-policy");
  private static final AwsPrincipal GATEWAY = new AwsPrincipal.Service("apigateway.amazonaws.com");
  private static final Technique CALLED = new Technique("aws-open-api", "sends requests to an API that leads to a function", "T1190",
      "ask for a signature or a token at the API's routes, or limit who calls it by the API's policy");

  @Override
  public List<Operation> reads() {
    return List.of(APIS, RESOURCES, STAGES, HTTP_APIS, ROUTES, INTEGRATIONS, HTTP_STAGES, FUNCTION_POLICY);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(CALLED);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    estate.inventory().all(GatewayApi.class).stream().filter(GatewayApi::open).forEach(api -> draw(estate, api, sink));
  }

  private static void draw(Estate estate, GatewayApi api, EdgeSink sink) {
    boolean rest = api.origin().document().kind().equals(APIS.toString());
    Optional<GatewayRoutes> routes = estate.inventory().find(GatewayRoutes.class, api.id());
    Optional<GatewayStages> stages = estate.inventory().find(GatewayStages.class, api.id());
    if (routes.isEmpty() || stages.isEmpty()) {
      Operation missing = routes.isEmpty() ? (rest ? RESOURCES : ROUTES) : (rest ? STAGES : HTTP_STAGES);
      sink.gap(Gaps.of(estate, api.scope(), missing, api.id().resource(), "where the API leads is not known"));
      return;
    }
    Map<String, String> integrations = rest ? Map.of() : estate.inventory().find(GatewayIntegrations.class, api.id()).map(GatewayIntegrations::functions).orElse(Map.of());
    if (!rest && estate.inventory().find(GatewayIntegrations.class, api.id()).isEmpty()) {
      sink.gap(Gaps.of(estate, api.scope(), INTEGRATIONS, api.id().resource(), "which functions the API leads to is not known"));
    }
    for (Route route : routes.get().routes()) {
      Optional<Arn> function = Arn.find(integrations.getOrDefault(route.integration(), route.integration()));
      if (route.anonymous() && function.isPresent()) {
        stages.get().stages().forEach(stage -> draw(estate, new Request(api, routes.get(), route, stage, function.get()), sink));
      }
    }
  }

  /** What a stranger asks for. */
  private record Request(GatewayApi api, GatewayRoutes routes, Route route, String stage, Arn function) {

    /** A caller chooses the method where any will do, and what stands in place of a variable. */
    String arn() {
      String method = route.method().equals("ANY") ? "GET" : route.method();
      return api.id().text() + "/" + stage + "/" + method + route.path().replaceAll("\\{[^}]*}", "x");
    }

    /** The same as the gateway says it to the function. */
    String source() {
      return api.id().text() + "/" + stage + "/" + (route.method().equals("ANY") ? "*" : route.method()) + route.path().replaceAll("\\{[^}]*}", "*");
    }

    List<Evidence> facts() {
      return List.of(ServiceRole.fact(api.origin(), api.pointer(), "an address on the internet"), ServiceRole.fact(routes.origin(), route.pointer(),
          route.method() + " " + route.path() + " asks for nothing and leads to " + function.name()));
    }
  }

  private static void draw(Estate estate, Request request, EdgeSink sink) {
    Optional<LambdaFunctionPolicy> policy = estate.inventory().find(LambdaFunctionPolicy.class, request.function);
    if (policy.isEmpty()) {
      if (estate.coverage().reading(request.api.scope(), FUNCTION_POLICY, request.function.text()) != Reading.READ) {
        sink.gap(Gaps.of(estate, request.api.scope(), FUNCTION_POLICY, request.function.text(), "whether the function lets in the API is not known"));
      }
      return;
    }
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var decisions = new TargetDecision(authorization, Set.of());
    Decision called = called(request, decisions);
    Decision passed = passed(request, policy.get().policy(), decisions);
    Decision both = Decisions.and(called, passed);
    Arn function = policy.get().function();
    List<Evidence> evidence = new ArrayList<>(request.facts());
    evidence.addAll(authorization.evidence(called));
    evidence.addAll(authorization.evidence(passed));
    Edge plain = Edge.of(ExternalId.INTERNET, function, EdgeKind.CAN_REACH_SERVICE, CALLED.id(), Proof.of(evidence), Likelihood.UNLIKELY.cost());
    var flaw = Condition.of(new Atom(function, "flaw:lambda", "Exists", List.of(), false, "the function's own code has a flaw"));
    DecisionEdges.of(plain, both, ExternalId.INTERNET).forEach(edge -> sink.edge(edge.under(edge.condition().and(flaw))));
  }

  private static Decision called(Request request, TargetDecision decisions) {
    if (request.api.policy().isEmpty()) {
      return Decisions.YES;
    }
    var demand = new Demand("execute-api:Invoke", request.arn(), request.api.id().account(), request.api.policy(), new TreeMap<>());
    return decisions.of(new AwsPrincipal.Anonymous(), Map.of(), Target.of(request.api.id(), List.of(demand)));
  }

  private static Decision passed(Request request, NamedPolicy policy, TargetDecision decisions) {
    SortedMap<String, List<String>> known = new TreeMap<>(Map.of("aws:sourcearn", List.of(request.source()), "aws:sourceaccount", List.of(request.api.id().account())));
    var demand = new Demand("lambda:InvokeFunction", request.function.text(), request.function.account(), Optional.of(policy), known);
    return decisions.of(GATEWAY, Map.of(), Target.of(request.function, List.of(demand)));
  }
}
