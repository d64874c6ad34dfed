package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.NetworkInterface;
import io.drawbridge.inventory.aws.SecurityGroup;
import io.drawbridge.inventory.aws.SecurityGroup.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A principal pushes an SSH key of its own to an instance and signs in at port 22: at once where the internet reaches that port, and from a
 * place that the security groups let in where it does not.
 *
 * <p>Why the reach is handed in: whether packets arrive is another room's to say. Source: EC2 User Guide, "Connect to your Linux instance using EC2
 * Instance Connect" (the key is good for a minute; the caller names the user of the system); Service Authorization Reference, "Amazon EC2
 * Instance Connect". <b>Not modelled:</b> whether the system asks Instance Connect for keys, as Amazon Linux and Ubuntu do; endpoints of
 * Instance Connect, through which an instance without a public address is reached; security groups that no interface tells.
 */
public final class InstanceConnect implements EdgeRule {

  /** The port that is signed in at. */
  public static final int SSH = 22;

  private static final Operation INSTANCES = Operation.parse("ec2:describe-instances");
  private static final Operation GROUPS = Operation.parse("ec2:describe-security-groups");
  private static final Operation INTERFACES = Operation.parse("ec2:describe-network-interfaces");
  private static final Capability CAPABILITY = new Capability("push-ssh-key", EdgeKind.CAN_RUN_CODE, new Technique("ec2instanceconnect-003",
      "pushes an SSH key to an instance and signs in", "T1021.004", "limit ec2-instance-connect:SendSSHPublicKey to instances and users of their systems"), Likelihood.LIKELY);

  /** The same of all instances: what differs from one to the next keeps them out of sets. */
  private static final Condition FROM_INSIDE = Condition.of(new Atom(ExternalId.INTERNET, "aws:network", "In", List.of(), false,
      "the connection comes from where the instance's security groups let in at port " + SSH));

  /** As the rules of security groups write it. */
  private static final Set<String> TCP = Set.of("tcp", "6", "-1");

  private final Function<Estate, Map<ResourceId, Reach>> internet;

  /**
   * That packets from the internet arrive.
   *
   * @param condition what filters that could not be read leave open
   */
  public record Reach(Proof proof, Condition condition) {}

  /**
   * @param internet the hosts whose port {@value #SSH} the internet reaches
   */
  public InstanceConnect(Function<Estate, Map<ResourceId, Reach>> internet) {
    this.internet = internet;
  }

  @Override
  public List<Operation> reads() {
    return List.of(INSTANCES, GROUPS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(CAPABILITY.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    Map<ResourceId, Reach> reached = internet.apply(estate);
    var doors = new Doors(estate, sink);
    List<Target> targets = new ArrayList<>();
    for (Ec2Instance instance : estate.inventory().all(Ec2Instance.class)) {
      if (instance.isRunning() && !instance.traits().windows()) {
        Demand demand = InstanceTargets.demand("ec2-instance-connect:SendSSHPublicKey", instance, context.of(instance.id(), "ec2", instance.tags()));
        Optional<Reach> open = Optional.ofNullable(reached.get(instance.id())).or(() -> doors.of(instance));
        open.ifPresent(reach -> targets.add(InstanceTargets.home(instance.id(), List.of(demand), reach.proof, DecisionEdges.residual(reach.condition).requirements())));
      }
    }
    new CapabilityDerivation(authorization, CAPABILITY, targets, Set.of("ec2:osuser")).draw(authorization.callers(), sink);
  }

  /** What the security groups of an instance let in from anywhere. */
  private static final class Doors {
    private final Estate estate;
    private final EdgeSink sink;
    private final Map<String, SecurityGroup> groups = new HashMap<>();
    private final Map<String, List<NetworkInterface>> interfaces = new HashMap<>();

    Doors(Estate estate, EdgeSink sink) {
      this.estate = estate;
      this.sink = sink;
      estate.inventory().all(SecurityGroup.class).forEach(group -> groups.put(group.id().name(), group));
      estate.inventory().all(NetworkInterface.class).forEach(one -> interfaces.computeIfAbsent(one.instanceId(), none -> new ArrayList<>()).add(one));
    }

    /** Empty where no group opens the port; groups that were not read may. */
    Optional<Reach> of(Ec2Instance instance) {
      List<NetworkInterface> attached = interfaces.getOrDefault(instance.id().name(), List.of());
      List<String> ids = attached.stream().flatMap(one -> one.groupIds().stream()).distinct().toList();
      for (String id : ids) {
        Optional<Evidence> opening = Optional.ofNullable(groups.get(id)).flatMap(Doors::opening);
        if (opening.isPresent()) {
          return Optional.of(new Reach(Proof.of(List.of(opening.get())), FROM_INSIDE));
        }
      }
      if (!ids.isEmpty() && groups.keySet().containsAll(ids)) {
        return Optional.empty();
      }
      sink.gap(Gaps.of(estate, instance.scope(), ids.isEmpty() ? INTERFACES : GROUPS, "", "whether instances let anybody in at port " + SSH + " is not known"));
      return Optional.of(new Reach(Proof.of(List.of()), FROM_INSIDE));
    }

    private static Optional<Evidence> opening(SecurityGroup group) {
      return group.inbound().stream().filter(Doors::opens).findFirst().map(rule -> new Evidence(Evidence.Side.NETWORK,
          group.origin().field(rule.pointer(), rule.protocol() + " " + rule.fromPort() + "-" + rule.toPort()), group.scope(), group.origin().snapshot()));
    }

    private static boolean opens(Rule rule) {
      return TCP.contains(rule.protocol()) && rule.fromPort() <= SSH && SSH <= rule.toPort();
    }
  }
}
