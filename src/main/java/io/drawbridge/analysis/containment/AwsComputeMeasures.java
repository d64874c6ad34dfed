package io.drawbridge.analysis.containment;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.NodeKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Instances and functions.
 *
 * <p>Why metadata and not the instance profile: an association has an id that only a call tells, and the metadata service is the one
 * way by which code on the instance comes by the role. Source: EC2 CLI reference, modify-instance-metadata-options, stop-instances;
 * Lambda CLI reference, put-function-concurrency. <b>Not modelled:</b> isolation by a security group without rules, whose id
 * nobody knows before it is made.
 */
final class AwsComputeMeasures implements MeasureRule {

  private static final Set<EdgeKind> NETWORK = Set.of(EdgeKind.CAN_REACH, EdgeKind.CAN_REACH_SERVICE);
  private static final Set<EdgeKind> RUNNING =
      EnumSet.of(EdgeKind.CAN_REACH, EdgeKind.CAN_REACH_SERVICE, EdgeKind.RUNS_AS, EdgeKind.CAN_RUN_CODE);
  private static final Set<EdgeKind> INVOKING = EnumSet.of(EdgeKind.RUNS_AS, EdgeKind.CAN_RUN_CODE);

  @Override
  public void propose(Site site, Consumer<Measure> measures) {
    if (site.fromKind() == NodeKind.EC2_INSTANCE && site.image().id(site.from()) instanceof Arn instance) {
      if (site.kind() == EdgeKind.RUNS_AS) {
        measures.accept(disableMetadata(site, instance));
      }
      if (RUNNING.contains(site.kind())) {
        measures.accept(stop(site.from(), instance));
      }
    }
    if (site.toKind() == NodeKind.EC2_INSTANCE && NETWORK.contains(site.kind()) && site.image().id(site.to()) instanceof Arn instance) {
      measures.accept(stop(site.to(), instance));
    }
    if (site.fromKind() == NodeKind.LAMBDA_FUNCTION && INVOKING.contains(site.kind()) && site.image().id(site.from()) instanceof Arn function) {
      measures.accept(stopFunction(site.from(), function));
    }
  }

  private static Measure disableMetadata(Site site, Arn instance) {
    var runbook = new Runbook(List.of(metadata(instance, "disabled")), List.of("ec2:ModifyInstanceMetadataOptions"),
        List.of(metadata(instance, "enabled")));
    return new Measure(ContainmentAction.DISABLE_INSTANCE_METADATA, site.from(), "",
        List.of(new Cut.OutOf(site.from(), Set.of(EdgeKind.RUNS_AS))), false, runbook, evidence(instance));
  }

  private static Command metadata(Arn instance, String endpoint) {
    return AwsTexts.ec2(instance, "modify-instance-metadata-options", "--instance-id", instance.name(), "--http-endpoint", endpoint);
  }

  private static Measure stop(int node, Arn instance) {
    var runbook = new Runbook(List.of(AwsTexts.ec2(instance, "stop-instances", "--instance-ids", instance.name())),
        List.of("ec2:StopInstances", "ec2:StartInstances"),
        List.of(AwsTexts.ec2(instance, "start-instances", "--instance-ids", instance.name())));
    return new Measure(ContainmentAction.STOP_INSTANCE, node, "",
        List.of(new Cut.OutOf(node, RUNNING), new Cut.Into(node, NETWORK)), false, runbook, evidence(instance));
  }

  private static List<String> evidence(Arn instance) {
    return List.of("the memory and snapshots of the volumes of " + instance.name(), "flow logs of its network interfaces");
  }

  private static Measure stopFunction(int node, Arn function) {
    List<String> which = List.of("--region", function.region(), "--function-name", function.text());
    var runbook = new Runbook(List.of(lambda("put-function-concurrency", which, "--reserved-concurrent-executions", "0")),
        List.of("lambda:PutFunctionConcurrency", "lambda:DeleteFunctionConcurrency"), List.of(lambda("delete-function-concurrency", which)));
    return new Measure(ContainmentAction.STOP_FUNCTION, node, "", List.of(new Cut.OutOf(node, INVOKING)), false, runbook,
        List.of("the function's code and configuration", "its reserved concurrency, if it had one: `aws lambda get-function-concurrency`"));
  }

  private static Command lambda(String verb, List<String> which, String... more) {
    List<String> argv = new ArrayList<>(List.of("aws", "lambda", verb));
    argv.addAll(which);
    argv.addAll(List.of(more));
    return new Command(argv);
  }
}
