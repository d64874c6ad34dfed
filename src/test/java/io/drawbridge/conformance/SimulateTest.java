package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.inventory.aws.BucketPolicy;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsEvaluator;
import io.drawbridge.policy.aws.AwsPolicies;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.AwsRequest;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyParser;
import io.drawbridge.policy.aws.RequestContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Single requests in the organisations of the who-can set, with session policies and VPC endpoints, and the answers of others. */
class SimulateTest {

  private static final String SET = "aws/who-can/";

  @Test
  void theSameRequestsAreAllowed() throws IOException {
    Map<String, String> differences = new TreeMap<>();
    int asked = 0;
    for (JsonNode one : Conformance.json(SET + "cases.json")) {
      if (one.path("kind").asText().equals("simulate")) {
        asked++;
        String answer = answer(one);
        if (!answer.equals(one.path("expected").asText())) {
          differences.put(one.path("id").asText(), answer);
        }
      }
    }
    assertThat(asked).isGreaterThan(15);
    assertThat(differences.keySet()).as("differences: %s", differences).isEqualTo(Conformance.expectedFailures("simulate").keySet());
  }

  private static String answer(JsonNode one) throws IOException {
    String dataset = one.path("dataset").asText();
    JsonNode request = one.path("request");
    Estate estate = WhoCanEstate.of(dataset);
    Optional<AwsIdentity> caller = Arn.find(request.path("principal").asText()).flatMap(arn -> AwsAuthorization.of(estate).find(arn));
    String resource = request.path("resourceArn").asText("*");
    String bucket = resource.split("/", 2)[0];
    String owner = Conformance.json(SET + dataset + "/indexes.json").path("buckets-to-accounts.json").path(bucket.replace("arn:aws:s3:::", "")).path("accountId").asText("");
    String account = resource.equals("*") ? "" : Arn.find(resource).map(Arn::account).filter(own -> !own.isEmpty()).orElse(owner);
    Optional<NamedPolicy> policy = Arn.find(bucket).flatMap(arn -> estate.inventory().find(BucketPolicy.class, arn)).map(BucketPolicy::policy);
    String action = request.path("action").asText();
    AwsPrincipal principal = caller.<AwsPrincipal>map(AwsIdentity::principal).orElseGet(() -> new AwsPrincipal.Service(request.path("principal").asText()));
    var policies = new AwsPolicies(
        caller.map(own -> own.documents().identity()).orElse(List.of()), policy, caller.flatMap(own -> own.documents().boundary()),
        caller.map(own -> own.documents().scps()).orElse(List.of()), AwsAuthorization.of(estate).rcps(action, account).levels(),
        parsed(request.path("sessionPolicy"), "session"), endpoint(dataset, request));
    return word(new AwsEvaluator().decide(new AwsRequest(principal, action, resource, account, context(caller, request)), policies));
  }

  /** Of a request in the other tool's discovery mode, what hangs on unknown keys counts as allowed. */
  private static String word(Decision decision) {
    return switch (decision) {
      case Decision.Allowed allowed -> "Allowed";
      case Decision.Conditional conditional -> "Allowed";
      case Decision.Denied denied -> denied.explicit() ? "ExplicitlyDenied" : "ImplicitlyDenied";
    };
  }

  private static RequestContext context(Optional<AwsIdentity> caller, JsonNode request) {
    Map<String, List<String>> known = new TreeMap<>(caller.map(AwsIdentity::context).orElseGet(TreeMap::new));
    request.path("customContextKeys").properties().forEach(key -> known.put(key.getKey().toLowerCase(java.util.Locale.ROOT), List.of(key.getValue().asText())));
    request.path("additionalStrictContextKeys").forEach(key -> known.put(key.asText().toLowerCase(java.util.Locale.ROOT), List.of()));
    return request.path("simulationMode").asText().equals("Strict") ? RequestContext.strict(known) : RequestContext.discovery(known);
  }

  /** The policy of the endpoint that the request names, or of the one that its network has. */
  private static List<NamedPolicy> endpoint(String dataset, JsonNode request) throws IOException {
    JsonNode keys = request.path("customContextKeys");
    List<NamedPolicy> policies = new ArrayList<>();
    for (JsonNode account : Conformance.json(SET + dataset + "/accounts.json")) {
      for (JsonNode resource : account.path("resources")) {
        JsonNode metadata = resource.path("metadata");
        boolean named = !keys.isEmpty() && (metadata.path("id").asText().equals(keys.path("aws:SourceVpce").asText(" "))
            || metadata.path("vpc").asText().endsWith("/" + keys.path("aws:SourceVpc").asText(" ")));
        if (named) {
          parsed(resource.path("endpoint-policy"), metadata.path("id").asText()).ifPresent(policies::add);
        }
      }
    }
    return policies;
  }

  private static Optional<NamedPolicy> parsed(JsonNode policy, String name) {
    if (policy.isMissingNode()) {
      return Optional.empty();
    }
    return switch (PolicyParser.parse(policy, new DocumentRef(name, "conformance"), "", name)) {
      case PolicyParser.Parsed.Policy read -> Optional.of(new NamedPolicy(name, read.document()));
      case PolicyParser.Parsed.Malformed malformed -> throw new IllegalStateException(malformed.problems().toString());
    };
  }
}
