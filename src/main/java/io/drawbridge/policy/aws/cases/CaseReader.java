package io.drawbridge.policy.aws.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.PolicyLayer;
import io.drawbridge.policy.aws.AwsPolicies;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.AwsRequest;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.PolicyParser;
import io.drawbridge.policy.aws.RequestContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the input of one case; what AWS would refuse to store refuses the case. */
final class CaseReader {

  private final JsonNode input;
  private final List<PolicyParser.Problem> problems = new ArrayList<>();

  CaseReader(JsonNode input) {
    this.input = input;
  }

  /** A case, or why it is none. */
  sealed interface Case {
    record Valid(AwsRequest request, AwsPolicies policies) implements Case {}

    record Refused(String code, String message) implements Case {}
  }

  Case read() {
    JsonNode request = input.path("request");
    Optional<AwsPrincipal> principal = principal(request);
    if (principal.isEmpty() || !request.path("action").isTextual()) {
      return new Case.Refused("INVALID_REQUEST", "the request needs a principal and an action: see FORMATS §2");
    }
    if (!List.of("Strict", "Discovery").contains(input.path("mode").asText("Strict"))) {
      return new Case.Refused("INVALID_REQUEST", "the mode is Strict or Discovery");
    }
    AwsPolicies policies = policies();
    if (!problems.isEmpty()) {
      PolicyParser.Problem first = problems.getFirst();
      return new Case.Refused("INVALID_POLICY", first.pointer() + ": " + first.message());
    }
    JsonNode resource = request.path("resource");
    return new Case.Valid(
        new AwsRequest(principal.get(), request.path("action").asText(), resource.path("resource").asText("*"),
            resource.path("accountId").asText(""), context(request.path("context"))),
        policies);
  }

  private AwsPolicies policies() {
    Optional<List<NamedPolicy>> boundary = input.path("hasPermissionBoundary").asBoolean(false) || input.path("permissionBoundary").size() > 0
        ? Optional.of(named(PolicyLayer.PERMISSION_BOUNDARY, input.path("permissionBoundary"), "/permissionBoundary"))
        : Optional.empty();
    boolean trust = ResourceId.lowerCase(input.at("/request/action").asText()).startsWith("sts:assumerole");
    return new AwsPolicies(
        named(PolicyLayer.IDENTITY, input.path("identityPolicies"), "/identityPolicies"),
        single(trust ? PolicyLayer.TRUST : PolicyLayer.RESOURCE, "resourcePolicy"),
        boundary,
        levels(PolicyLayer.SERVICE_CONTROL_POLICY, "scps"),
        levels(PolicyLayer.RESOURCE_CONTROL_POLICY, "rcps"),
        single(PolicyLayer.SESSION, "sessionPolicy"),
        named(PolicyLayer.VPC_ENDPOINT, input.path("vpcEndpointPolicies"), "/vpcEndpointPolicies"));
  }

  /** A host is a service, unless a token of its is what the caller shows. */
  private static Optional<AwsPrincipal> principal(JsonNode request) {
    JsonNode node = request.path("principal");
    boolean byToken = request.path("action").asText().equalsIgnoreCase("sts:AssumeRoleWithWebIdentity");
    if (node.path("type").asText("").equals("Anonymous")) {
      return Optional.of(new AwsPrincipal.Anonymous());
    }
    String text = node.asText("");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    boolean host = Arn.find(text).isEmpty();
    if (text.contains(":oidc-provider/") || text.contains(":saml-provider/") || (host && byToken)) {
      return Optional.of(new AwsPrincipal.Federated(text));
    }
    return Optional.of(Arn.find(text).<AwsPrincipal>map(AwsPrincipal.Iam::new).orElseGet(() -> new AwsPrincipal.Service(text)));
  }

  private RequestContext context(JsonNode node) {
    Map<String, List<String>> known = new HashMap<>();
    node.properties().forEach(entry -> known.put(entry.getKey(), texts(entry.getValue())));
    return input.path("mode").asText("Strict").equals("Discovery") ? RequestContext.discovery(known) : RequestContext.strict(known);
  }

  private static List<String> texts(JsonNode node) {
    List<String> values = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(value -> values.add(value.asText()));
    } else {
      values.add(node.asText());
    }
    return values;
  }

  private Optional<NamedPolicy> single(PolicyLayer kind, String field) {
    JsonNode node = input.path(field);
    return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(policy(kind, node, "/" + field, field));
  }

  private List<List<NamedPolicy>> levels(PolicyLayer kind, String field) {
    List<List<NamedPolicy>> levels = new ArrayList<>();
    JsonNode node = input.path(field);
    for (int i = 0; i < node.size(); i++) {
      levels.add(named(kind, node.get(i).path("policies"), "/" + field + "/" + i + "/policies"));
    }
    return levels;
  }

  private List<NamedPolicy> named(PolicyLayer kind, JsonNode list, String pointer) {
    List<NamedPolicy> policies = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      policies.add(policy(kind, list.get(i).path("policy"), pointer + "/" + i + "/policy", list.get(i).path("name").asText("")));
    }
    return policies;
  }

  private NamedPolicy policy(PolicyLayer kind, JsonNode node, String pointer, String name) {
    PolicyDocument document = switch (PolicyParser.parse(node, new DocumentRef("case", "case"), pointer, name)) {
      case PolicyParser.Parsed.Policy policy -> policy.document();
      case PolicyParser.Parsed.Malformed malformed -> {
        problems.addAll(malformed.problems());
        yield new PolicyDocument("", List.of());
      }
    };
    KindRules.problem(kind, document).ifPresent(problems::add);
    return new NamedPolicy(name, document);
  }
}
