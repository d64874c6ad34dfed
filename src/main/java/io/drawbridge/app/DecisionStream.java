package io.drawbridge.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsEvaluator;
import io.drawbridge.policy.aws.AwsPolicies;
import io.drawbridge.policy.aws.AwsRequest;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyIndex;
import io.drawbridge.policy.aws.RequestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Requests of the principals of an estate, and three ways of deciding them: what the benchmarks measure.
 *
 * <p>They stand in a file beside the account's, or are drawn from a seed. A line of the file is {@code
 * {"principal","action","resource","context":{}}}, with the names that the input of {@code evaluate aws} has.
 */
final class DecisionStream {

  /** What the name of a file of requests has after that of its account. */
  private static final String BESIDE = ".req.jsonl";

  private static final List<String> OF_ROLES = List.of("iam:PassRole", "iam:UpdateAssumeRolePolicy", "iam:AttachRolePolicy", "iam:PutRolePolicy");
  private static final List<String> OF_OTHERS = List.of("s3:GetObject", "dynamodb:GetItem", "lambda:CreateFunction", "secretsmanager:GetSecretValue", "sqs:SendMessage");
  private static final int DRAWN = 20_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AwsAuthorization authorization;
  private final Map<String, IamRole> roles = new TreeMap<>();
  private final List<Asked> asked = new ArrayList<>();
  private final AwsEvaluator plain = new AwsEvaluator();
  private final PolicyIndex index = new PolicyIndex();

  private DecisionStream(Estate estate) {
    authorization = AwsAuthorization.of(estate);
    estate.inventory().all(IamRole.class).forEach(role -> roles.put(role.id().text(), role));
  }

  /** One request, as each of the ways takes it. */
  private record Asked(AwsIdentity caller, Map<String, List<String>> context, AwsRequest request, AwsPolicies policies) {}

  /** The requests beside an account's file, or as many as make a benchmark, drawn from the seed. */
  static DecisionStream of(Estate estate, Path account, long seed) throws IOException {
    var stream = new DecisionStream(estate);
    Path requests = account.resolveSibling(account.getFileName() + BESIDE);
    if (Files.exists(requests)) {
      stream.read(requests);
    } else {
      stream.draw(new SplittableRandom(seed));
    }
    return stream;
  }

  int size() {
    return asked.size();
  }

  /** As the evaluator decides that looks at every statement: the yardstick. */
  Decision plainly(int number) {
    Asked one = asked.get(number);
    return plain.decide(one.request, one.policies);
  }

  /** As the index decides, which looks at what speaks of the action. */
  Decision byIndex(int number) {
    Asked one = asked.get(number);
    return index.decide(one.request, one.policies);
  }

  /** As rules ask, with the context of the caller and the evidence. */
  Ruling withEvidence(int number) {
    Asked one = asked.get(number);
    return authorization.rule(one.caller, one.request.action(), one.request.resource(), one.request.resourceAccount(), one.policies.resource(), one.context);
  }

  private void read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = object(lines.get(i), file, i + 1);
      Optional<AwsIdentity> caller = Arn.find(line.path("principal").asText()).flatMap(authorization::find);
      if (caller.isEmpty() || line.path("action").asText().isEmpty() || line.path("resource").asText().isEmpty()) {
        throw malformed(file, i + 1);
      }
      Map<String, List<String>> context = new HashMap<>();
      line.path("context").properties().forEach(key -> context.put(ResourceId.lowerCase(key.getKey()), List.of(key.getValue().asText())));
      add(caller.get(), line.path("action").asText(), line.path("resource").asText(), context);
    }
  }

  private static JsonNode object(String line, Path file, int number) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw malformed(file, number);
    }
  }

  private static DrawbridgeException malformed(Path file, int line) {
    return new DrawbridgeException(ErrorCode.USAGE, "`" + file + "`, line " + line
        + ": a request is {\"principal\",\"action\",\"resource\",\"context\"} with a principal of the account");
  }

  private void draw(SplittableRandom random) {
    List<AwsIdentity> identities = List.copyOf(authorization.identities());
    List<String> arns = List.copyOf(roles.keySet());
    for (int i = 0; i < DRAWN && !arns.isEmpty(); i++) {
      AwsIdentity caller = identities.get(random.nextInt(identities.size()));
      boolean ofRole = random.nextInt(10) < 6;
      String action = ofRole ? OF_ROLES.get(random.nextInt(OF_ROLES.size())) : OF_OTHERS.get(random.nextInt(OF_OTHERS.size()));
      String resource = ofRole ? arns.get(random.nextInt(arns.size()))
          : "arn:aws:" + action.substring(0, action.indexOf(':')) + ":eu-west-1:" + caller.account() + ":pay-api";
      add(caller, action, resource, Map.of());
    }
  }

  /** A request to take a role is asked of the role's trust too. */
  private void add(AwsIdentity caller, String action, String resource, Map<String, List<String>> context) {
    Optional<NamedPolicy> trust = action.startsWith("sts:AssumeRole")
        ? Optional.ofNullable(roles.get(resource)).flatMap(IamRole::trust).map(document -> new NamedPolicy("trust", document)) : Optional.empty();
    Map<String, List<String>> known = new TreeMap<>(caller.context());
    known.putAll(context);
    var request = new AwsRequest(caller.principal(), action, resource, resource.equals("*") ? "" : caller.account(), RequestContext.discovery(known));
    var documents = caller.documents();
    asked.add(new Asked(caller, context, request,
        new AwsPolicies(documents.identity(), trust, documents.boundary(), documents.scps(), List.of(), Optional.empty(), List.of())));
  }
}
