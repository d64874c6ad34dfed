package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.CustomerKeys;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.federation.StoredCredentials.Found;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EcsTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * From what is set up with a credential, and from who reads how it is set up, to the credential.
 *
 * <p>Settings of a function and of a task definition are no node of their own: who reads them has the credential at once. Those of a site of App
 * Service are one, whose readers {@link io.drawbridge.edge.azure.compute.SiteCode} draws. Source: Lambda API reference, GetFunctionConfiguration,
 * GetFunction and ListFunctions (the environment is in each answer, decrypted where the caller may use its key); ECS API reference,
 * DescribeTaskDefinition; Service Authorization Reference (listing functions and describing definitions are asked on everything). <b>Not
 * modelled:</b> user data, whose values have no names; versions of functions.
 */
final class CredentialsInSettings implements EdgeRule {

  private static final String REMEDY = "let the workload take a role or an identity of its own by federation, and delete the long-lived credential";
  private static final Technique KEY = new Technique("aws-key-in-settings", "finds an access key in the settings of what it runs on", "T1552.001", REMEDY);
  private static final Technique SECRET = new Technique("entra-secret-in-settings", "finds an application's secret in the settings of what it runs on", "T1552.001", REMEDY);
  private static final Technique READ = new Technique("d-lambda-env", "reads a credential in how a function or task is set up", "T1552.001",
      "keep credentials in a secret store, and out of environments that whoever lists functions and definitions reads");
  private static final int FUNCTION_ACTIONS = 3;

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("lambda:list-functions"), Operation.parse("ecs:describe-task-definition"), new Operation("arm", "microsoft.web/sites/config"),
        StoredCredentials.KEYS, StoredCredentials.APPLICATIONS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(KEY, SECRET, READ);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    StoredCredentials credentials = StoredCredentials.of(estate);
    credentials.gaps().forEach(sink::gap);
    List<Found> found = credentials.found();
    if (found.isEmpty()) {
      return;
    }
    found.forEach(one -> holders(estate, one).forEach(holder -> sink.edge(
        Edge.of(holder, one.credential(), EdgeKind.HOLDS_CREDENTIAL, (one.isKey() ? KEY : SECRET).id(), one.proof(), Likelihood.EASY.cost()))));
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    var keys = new CustomerKeys(estate, context);
    for (int action = 0; action < FUNCTION_ACTIONS; action++) {
      int each = action;
      draw(authorization, "function-settings-" + action, found.stream().flatMap(one -> function(one, each, context, keys).stream()).toList(), sink);
    }
    draw(authorization, "definition-settings", found.stream().flatMap(one -> definition(one, context).stream()).toList(), sink);
  }

  private static Set<ResourceId> holders(Estate estate, Found one) {
    if (isOf(one, "ecs")) {
      return estate.inventory().all(EcsTask.class).stream().filter(task -> task.taskDefinitionArn().equals(one.settings().id().text()) && task.status().equals("RUNNING"))
          .map(EcsTask::id).collect(TreeSet::new, Set::add, Set::addAll);
    }
    return new TreeSet<>(List.of(one.settings().id(), one.settings().holder()));
  }

  private static boolean isOf(Found one, String service) {
    return one.settings().id() instanceof Arn arn && arn.service().equals(service);
  }

  private static void draw(AwsAuthorization authorization, String name, List<Target> targets, EdgeSink sink) {
    List<List<Target>> layers = Target.oncePerNode(targets);
    for (int i = 0; i < layers.size(); i++) {
      var capability = new Capability(name + (i == 0 ? "" : "-otherwise-" + i), EdgeKind.HOLDS_CREDENTIAL, READ, Likelihood.EASY);
      new CapabilityDerivation(authorization, capability, layers.get(i), Set.of()).draw(authorization.callers(), sink);
    }
  }

  private static Optional<Target> function(Found one, int action, ResourceContext context, CustomerKeys keys) {
    if (!isOf(one, "lambda") || !(one.settings().id() instanceof Arn arn)) {
      return Optional.empty();
    }
    Demand demand = switch (action) {
      case 0 -> new Demand("lambda:GetFunctionConfiguration", arn.text(), arn.account(), Optional.empty(), context.region(arn));
      case 1 -> new Demand("lambda:GetFunction", arn.text(), arn.account(), Optional.empty(), context.region(arn));
      default -> new Demand("lambda:ListFunctions", "*", arn.account(), Optional.empty(), context.region(arn));
    };
    CustomerKeys.KeySide key = one.settings().keyId().isEmpty() ? CustomerKeys.KeySide.NONE
        : keys.of(one.settings().keyId(), arn, "lambda", Map.of("aws:lambda:FunctionArn", arn.text()));
    return Optional.of(new Target(one.credential(), Stream.concat(Stream.of(demand), key.demand().stream()).toList(), one.proof(), key.unreadable(), true, Optional.empty()));
  }

  private static List<Target> definition(Found one, ResourceContext context) {
    List<Target> targets = new ArrayList<>();
    if (isOf(one, "ecs") && one.settings().id() instanceof Arn arn) {
      var demand = new Demand("ecs:DescribeTaskDefinition", "*", arn.account(), Optional.empty(), context.region(arn));
      targets.add(new Target(one.credential(), List.of(demand), one.proof(), List.of(), true, Optional.empty()));
    }
    return targets;
  }
}
