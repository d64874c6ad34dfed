package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parsers of APIs of API Gateway. Sources: Amazon API Gateway REST API reference, and version 2 of it for HTTP and WebSocket APIs. */
final class GatewayParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("apigateway:get-rest-apis", "items", GatewayParsers::restApi),
          ListParser.of("apigateway:get-resources", "", item -> asked(item).map(api -> new GatewayRoutes(item.origin(api), api, methods(item)))),
          ListParser.of("apigateway:get-stages", "", item -> asked(item).map(api -> new GatewayStages(item.origin(api), api, Fields.texts(item.json().path("item"), "stageName")))),
          ListParser.of("apigatewayv2:get-apis", "Items", GatewayParsers::api),
          ListParser.of("apigatewayv2:get-routes", "", item -> asked(item).map(api -> new GatewayRoutes(item.origin(api), api, routes(item)))),
          ListParser.of("apigatewayv2:get-integrations", "", item -> asked(item).map(api -> new GatewayIntegrations(item.origin(api), api, integrations(item)))),
          ListParser.of("apigatewayv2:get-stages", "", item -> asked(item).map(api -> new GatewayStages(item.origin(api), api, Fields.texts(item.json().path("Items"), "StageName")))));

  /** A function in the address of an integration, or alone. */
  private static final Pattern FUNCTION = Pattern.compile("(?:.*/functions/)?(arn:[^:/]+:lambda:[^/]+)(?:/invocations)?");

  private GatewayParsers() {}

  /** The answer names no API: it is asked for by id. */
  private static Optional<Arn> asked(Item item) {
    String api = item.document().subject();
    return api.isEmpty() ? Optional.empty() : Optional.of(arn(item, api));
  }

  private static Arn arn(Item item, String api) {
    return item.arn("execute-api", api);
  }

  private static Optional<GatewayApi> restApi(Item item) {
    Arn id = arn(item, item.text("id"));
    boolean open = !item.json().path("disableExecuteApiEndpoint").asBoolean(false) && !Fields.texts(item.json().path("endpointConfiguration").path("types")).equals(List.of("PRIVATE"));
    return item.text("id").isEmpty() ? Optional.empty() : Optional.of(new GatewayApi(item.origin(id), id, item.text("name"), open, "/endpointConfiguration",
        item.policies(id).policy(unescaped(item.json().path("policy")), "/policy", "API policy")));
  }

  /** The service answers with a backslash before each quotation mark. */
  private static JsonNode unescaped(JsonNode policy) {
    return policy.isTextual() ? TextNode.valueOf(policy.asText().replace("\\\"", "\"").replace("\\/", "/")) : policy;
  }

  private static List<GatewayRoutes.Route> methods(Item item) {
    List<GatewayRoutes.Route> routes = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.json().path("items"))) {
      entry.getValue().path("resourceMethods").properties().forEach(named -> {
        JsonNode method = named.getValue();
        boolean anonymous = Fields.text(method, "authorizationType").equals("NONE") && !method.path("apiKeyRequired").asBoolean(false);
        boolean own = !method.path("methodIntegration").has("credentials");
        routes.add(new GatewayRoutes.Route(named.getKey(), Fields.text(entry.getValue(), "path"), anonymous,
            own ? function(Fields.text(method.path("methodIntegration"), "uri")) : "", "/items/" + entry.getKey() + "/resourceMethods/" + named.getKey()));
      });
    }
    return routes;
  }

  private static Optional<GatewayApi> api(Item item) {
    Arn id = arn(item, item.text("ApiId"));
    boolean open = !item.json().path("DisableExecuteApiEndpoint").asBoolean(false);
    return item.text("ApiId").isEmpty() ? Optional.empty()
        : Optional.of(new GatewayApi(item.origin(id), id, item.text("Name"), open, "/ApiEndpoint", Optional.empty()));
  }

  /** A key is a method and a path, or {@code $default}, or the name of a message. */
  private static List<GatewayRoutes.Route> routes(Item item) {
    List<GatewayRoutes.Route> routes = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.json().path("Items"))) {
      JsonNode route = entry.getValue();
      String[] key = Fields.text(route, "RouteKey").split(" ", 2);
      boolean anonymous = Fields.text(route, "AuthorizationType").equals("NONE") && !route.path("ApiKeyRequired").asBoolean(false);
      routes.add(new GatewayRoutes.Route(key.length == 2 ? key[0] : "ANY", key.length == 2 ? key[1] : "/" + key[0], anonymous,
          Fields.text(route, "Target").replaceFirst("^integrations/", ""), "/Items/" + entry.getKey()));
    }
    return routes;
  }

  private static Map<String, String> integrations(Item item) {
    Map<String, String> functions = new HashMap<>();
    for (JsonNode integration : item.json().path("Items")) {
      String function = integration.has("CredentialsArn") ? "" : function(Fields.text(integration, "IntegrationUri"));
      if (!function.isEmpty()) {
        functions.put(Fields.text(integration, "IntegrationId"), function);
      }
    }
    return functions;
  }

  private static String function(String uri) {
    Matcher matcher = FUNCTION.matcher(uri);
    return matcher.matches() ? matcher.group(1) : "";
  }
}
