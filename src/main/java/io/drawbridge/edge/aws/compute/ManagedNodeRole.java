package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.SsmActivation;
import io.drawbridge.inventory.aws.SsmManagedInstance;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Code on a machine outside AWS that is registered with Systems Manager has the credentials of the role of its registration.
 *
 * <p>Source: Systems Manager User Guide, "Create the IAM service role required for Systems Manager in hybrid and multicloud environments"
 * (the agent keeps an hour's credentials of the role on the machine, and renews them). What the machine itself says of its role wins over
 * its registration, as the role can be changed later (UpdateManagedInstanceRole). <b>Not modelled:</b> agents before 3.2, which keep the
 * credentials where administrators of the machine alone read them, as code by the agent can.
 */
final class ManagedNodeRole implements EdgeRule {

  private static final ServiceRole ROLE = new ServiceRole("ssm.amazonaws.com", new Technique("aws-ssm-activation-role",
      "takes the credentials that the agent keeps on the machine", "T1552", "give machines of elsewhere a role with the least they need"), Duration.ofHours(1));

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("ssm:describe-instance-information"), Operation.parse("ssm:describe-activations"), Operation.parse("iam:get-account-authorization-details"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ROLE.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<SsmManagedInstance> machines = estate.inventory().all(SsmManagedInstance.class).stream().filter(machine -> machine.id().service().equals("ssm")).toList();
    if (machines.isEmpty()) {
      return;
    }
    Map<String, Arn> roles = new HashMap<>();
    estate.inventory().all(IamRole.class).forEach(role -> roles.put(role.id().account() + "/" + role.name(), role.id()));
    for (SsmManagedInstance machine : machines) {
      if (!machine.iamRole().isEmpty()) {
        var attached = ServiceRole.fact(machine.origin(), "/IamRole", machine.iamRole());
        ROLE.draw(estate, machine.id(), role(roles, machine, machine.iamRole()), attached, sink);
      } else {
        estate.inventory().find(SsmActivation.class, activation(machine)).filter(activation -> !activation.iamRole().isEmpty()).ifPresent(activation ->
            ROLE.draw(estate, machine.id(), role(roles, machine, activation.iamRole()), ServiceRole.fact(activation.origin(), "/IamRole", activation.iamRole()), sink));
      }
    }
  }

  private static Arn activation(SsmManagedInstance machine) {
    return Arn.of("ssm", machine.id().region(), machine.id().account(), "activation/" + machine.activationId());
  }

  /** A role that was not read is taken to have no path. */
  private static Arn role(Map<String, Arn> roles, SsmManagedInstance machine, String name) {
    return roles.getOrDefault(machine.id().account() + "/" + name, Arn.of("iam", "", machine.id().account(), "role/" + name));
  }
}
