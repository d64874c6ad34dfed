package io.drawbridge.app;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.policy.aws.AwsEvaluator;
import io.drawbridge.policy.aws.AwsPolicies;
import io.drawbridge.policy.aws.AwsRequest;
import io.drawbridge.policy.aws.PolicyIndex;
import io.drawbridge.policy.aws.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/** Decisions per second over the principals of an estate, on one core. */
final class DecisionBenchmark {

  private static final List<String> OF_ROLES = List.of("iam:PassRole", "iam:UpdateAssumeRolePolicy", "iam:AttachRolePolicy", "iam:PutRolePolicy");
  private static final List<String> OF_OTHERS = List.of("s3:GetObject", "dynamodb:GetItem", "lambda:CreateFunction", "secretsmanager:GetSecretValue", "sqs:SendMessage");
  private static final int REQUESTS = 20_000;
  private static final int ROUNDS = 5;

  private final AwsAuthorization authorization;
  private final List<AwsIdentity> callers = new ArrayList<>();
  private final List<AwsRequest> requests = new ArrayList<>();
  private final List<AwsPolicies> policies = new ArrayList<>();

  DecisionBenchmark(Estate estate, long seed) {
    authorization = AwsAuthorization.of(estate);
    var random = new SplittableRandom(seed);
    List<AwsIdentity> identities = List.copyOf(authorization.identities());
    List<Arn> roles = estate.inventory().all(IamRole.class).stream().map(IamRole::id).toList();
    for (int i = 0; i < REQUESTS && !roles.isEmpty(); i++) {
      AwsIdentity caller = identities.get(random.nextInt(identities.size()));
      boolean ofRole = random.nextInt(10) < 6;
      String action = ofRole ? OF_ROLES.get(random.nextInt(OF_ROLES.size())) : OF_OTHERS.get(random.nextInt(OF_OTHERS.size()));
      String resource = ofRole ? roles.get(random.nextInt(roles.size())).text() : "arn:aws:" + action.split(":", 2)[0] + ":eu-west-1:" + caller.account() + ":pay-api";
      callers.add(caller);
      requests.add(new AwsRequest(caller.principal(), action, resource, caller.account(), RequestContext.discovery(caller.context())));
      var documents = caller.documents();
      policies.add(new AwsPolicies(documents.identity(), Optional.empty(), documents.boundary(), documents.scps(), List.of(), Optional.empty(), List.of()));
    }
  }

  /**
   * What one way of deciding does.
   *
   * @param cold decisions per second of the first round over the requests
   * @param warm of the best of the others
   */
  record Speed(String name, double cold, double warm) {}

  /** The plain evaluator first: the yardstick. */
  List<Speed> run() {
    var plain = new AwsEvaluator();
    var index = new PolicyIndex();
    return List.of(
        measured("plain evaluator", i -> plain.decide(requests.get(i), policies.get(i))),
        measured("index by action", i -> index.decide(requests.get(i), policies.get(i))),
        measured("ruling with evidence", i -> authorization.rule(callers.get(i), requests.get(i).action(), requests.get(i).resource(),
            requests.get(i).resourceAccount(), Optional.empty(), Map.of())));
  }

  private Speed measured(String name, IntConsumer decide) {
    double cold = 0;
    double warm = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < requests.size(); i++) {
        decide.accept(i);
      }
      double perSecond = requests.size() * 1e9 / (System.nanoTime() - start);
      cold = round == 0 ? perSecond : cold;
      warm = round == 0 ? warm : Math.max(warm, perSecond);
    }
    return new Speed(name, cold, warm);
  }
}
