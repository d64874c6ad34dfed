package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.SsmManagedInstance;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A principal runs code on a machine by the agent of Systems Manager that answers there: one row for each way.
 *
 * <p>Sources: Service Authorization Reference, "AWS Systems Manager" (SendCommand and CreateAssociation are asked on the document and on each
 * machine; StartSession on the machine, and on the document only where the policy wants that checked); Systems Manager User Guide, "Managed nodes".
 * Documents that AWS owns belong to no account. <b>Not modelled:</b> documents other than the two that run a shell's lines; sessions on machines of
 * elsewhere, which need the advanced tier; tags of those machines, which stay open.
 */
public record ManagedNodeControl(Capability capability, String action, boolean elsewhere) implements EdgeRule {

  private static final String SESSION = "ssm:StartSession";

  /** The same of all machines: what differs from one to the next keeps them out of sets. */
  private static final Requirement ANSWERS = new Requirement("ssm:ping-status", "Equals", List.of("Online"), false, "the machine's agent answers again");
  private static final Operation REGISTERED = Operation.parse("ssm:describe-instance-information");

  /** State Manager runs a document on the machine once it is associated with it, and again on a schedule. */
  private static final Technique ASSOCIATION = new Technique("aws-ssm-association", "associates a document that runs a command with the machine", "T1053",
      "limit ssm:CreateAssociation to documents and to machines by tag");

  public static final List<ManagedNodeControl> ALL =
      List.of(
          row("start-session", SESSION, false,
              new Technique("ssm-001", "opens a shell on the instance by its agent", "T1021", "limit ssm:StartSession to instances by tag")),
          row("send-command", "ssm:SendCommand", false,
              new Technique("ssm-002", "runs a command on the instance by its agent", "T1651", "limit ssm:SendCommand to documents and to instances by tag")),
          row("send-command-elsewhere", "ssm:SendCommand", true,
              new Technique("d-ssm-hybrid", "runs a command on a machine outside AWS by its agent", "T1651", "limit ssm:SendCommand to managed nodes by tag")),
          row("create-association", "ssm:CreateAssociation", false, ASSOCIATION),
          row("create-association-elsewhere", "ssm:CreateAssociation", true, ASSOCIATION));

  private static ManagedNodeControl row(String set, String action, boolean elsewhere, Technique technique) {
    return new ManagedNodeControl(new Capability(set, EdgeKind.CAN_RUN_CODE, technique, Likelihood.EASY), action, elsewhere);
  }

  @Override
  public List<Operation> reads() {
    return List.of(REGISTERED);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(capability.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    unread(estate, sink);
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    List<Target> targets = estate.inventory().all(SsmManagedInstance.class).stream().filter(machine -> machine.id().service().equals("ssm") == elsewhere)
        .map(machine -> target(estate, machine, context)).toList();
    new CapabilityDerivation(authorization, capability, targets, Set.of()).draw(authorization.callers(), sink);
  }

  private Target target(Estate estate, SsmManagedInstance machine, ResourceContext context) {
    List<Demand> demands = new ArrayList<>();
    demands.add(new Demand(action, machine.id().text(), machine.id().account(), Optional.empty(), known(estate, machine, context)));
    if (!action.equals(SESSION)) {
      demands.add(new Demand(action, document(machine), machine.id().account(), Optional.empty(), context.region(machine.id())));
    }
    var facts = Proof.of(List.of(ServiceRole.fact(machine.origin(), "/PingStatus", machine.pingStatus())));
    return new Target(machine.id(), demands, facts, online(machine), true, Optional.empty());
  }

  /** An account with instances whose registrations were not read may have any of them registered. */
  private static void unread(Estate estate, EdgeSink sink) {
    for (Scope scope : estate.inventory().all(Ec2Instance.class).stream().map(Ec2Instance::scope).collect(Collectors.toCollection(TreeSet::new))) {
      if (estate.coverage().reading(scope, REGISTERED, "") != Reading.READ) {
        sink.gap(Gaps.of(estate, scope, REGISTERED, "", "which instances an agent of Systems Manager answers on is not known"));
      }
    }
  }

  private static SortedMap<String, List<String>> known(Estate estate, SsmManagedInstance machine, ResourceContext context) {
    return estate.inventory().find(Ec2Instance.class, machine.id()).map(instance -> context.of(machine.id(), "ssm", instance.tags()))
        .orElseGet(() -> context.region(machine.id()));
  }

  private static String document(SsmManagedInstance machine) {
    String name = machine.platform().equals("Windows") ? "AWS-RunPowerShellScript" : "AWS-RunShellScript";
    return Arn.of("ssm", machine.id().region(), "", "document/" + name).text();
  }

  private static List<Requirement> online(SsmManagedInstance machine) {
    return machine.pingStatus().equals("Online") ? List.of()
        : List.of(ANSWERS);
  }
}
