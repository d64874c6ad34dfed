package io.drawbridge.edge.aws.data;

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
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.SsmParameter;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A principal reads the value of a parameter by one of the four calls that answer it; of a SecureString with its key, which Systems Manager
 * uses in the caller's name and bound to the parameter's ARN.
 *
 * <p>Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Systems Manager"; Systems Manager User Guide,
 * "Restricting access to Parameter Store parameters" (who may read a path may read all levels below it); KMS Developer Guide, "How AWS
 * Systems Manager Parameter Store uses AWS KMS". <b>Not modelled:</b> the catalogue names {@code GetParameter} alone; parameters that are
 * shared with other accounts through Resource Access Manager; tags of parameters, on which conditions stay open.
 */
public final class ParameterReads implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("d-ssmparam", "reads the value of a parameter", "T1552",
      "grant ssm:GetParameter on the paths that are needed only, and the key of SecureStrings to those who read them");
  private static final Capability SECRET = new Capability("read-secure-parameter", EdgeKind.CAN_READ_SECRET, TECHNIQUE, Likelihood.EASY);
  private static final Capability PLAIN = new Capability("read-parameter", EdgeKind.CAN_READ_DATA, TECHNIQUE, Likelihood.EASY);
  private static final List<String> BY_NAME = List.of("ssm:GetParameter", "ssm:GetParameters", "ssm:GetParameterHistory");
  private static final String BY_PATH = "ssm:GetParametersByPath";
  private static final Set<String> FREE = Set.of("ssm:recursive");
  private static final String PREFIX = "parameter/";

  /** The root, whose own ARN ends in the slash that elsewhere stands for anything below; only patterns with a star name it in practice. */
  private static final String ROOT = "parameter/*";

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("ssm:describe-parameters"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    BY_NAME.forEach(action -> draw(authorization, targets(estate, parameter -> Optional.of(new Call(action, parameter.id()))), sink));
    int deepest = estate.inventory().all(SsmParameter.class).stream().mapToInt(parameter -> paths(parameter).size()).max().orElse(0);
    for (int i = 0; i < deepest; i++) {
      int level = i;
      draw(authorization, targets(estate, parameter -> paths(parameter).stream().skip(level).findFirst().map(path -> new Call(BY_PATH, path))), sink);
    }
  }

  private static void draw(AwsAuthorization authorization, List<Secured> targets, EdgeSink sink) {
    for (boolean secure : new boolean[] {true, false}) {
      List<Target> some = targets.stream().filter(one -> one.secure == secure).map(Secured::target).toList();
      new CapabilityDerivation(authorization, secure ? SECRET : PLAIN, some, FREE).draw(authorization.callers(), sink);
    }
  }

  /** A way to ask for a parameter. */
  private record Call(String action, Arn resource) {}

  private record Secured(Target target, boolean secure) {}

  /** The parameters, each read by its name. */
  static List<Target> targets(Estate estate) {
    return targets(estate, parameter -> Optional.of(new Call(BY_NAME.getFirst(), parameter.id()))).stream().map(Secured::target).toList();
  }

  private static List<Secured> targets(Estate estate, Function<SsmParameter, Optional<Call>> call) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    var keys = new CustomerKeys(estate, context);
    List<Secured> targets = new ArrayList<>();
    for (SsmParameter parameter : estate.inventory().all(SsmParameter.class)) {
      call.apply(parameter).ifPresent(one -> targets.add(new Secured(target(parameter, one, context, keys), parameter.isSecure())));
    }
    return targets;
  }

  private static Target target(SsmParameter parameter, Call call, ResourceContext context, CustomerKeys keys) {
    Arn arn = parameter.id();
    CustomerKeys.KeySide key = parameter.isSecure() ? keys.of(parameter.kmsKeyId(), arn, "ssm", Map.of("PARAMETER_ARN", arn.text())) : CustomerKeys.KeySide.NONE;
    var demand = new Demand(call.action, call.resource.text(), arn.account(), Optional.empty(), context.region(arn));
    List<Requirement> unreadable = key.unreadable();
    return new Target(arn, Stream.concat(Stream.of(demand), key.demand().stream()).toList(), Proof.of(List.of()), unreadable, true, Optional.empty());
  }

  /** The paths above a parameter, the nearest first, down to the root. */
  private static List<Arn> paths(SsmParameter parameter) {
    List<Arn> paths = new ArrayList<>();
    String path = parameter.id().resource().substring(PREFIX.length());
    while (path.contains("/")) {
      path = path.substring(0, path.lastIndexOf('/'));
      paths.add(Arn.of("ssm", parameter.id().region(), parameter.id().account(), PREFIX + path));
    }
    paths.add(Arn.of("ssm", parameter.id().region(), parameter.id().account(), ROOT));
    return paths;
  }
}
