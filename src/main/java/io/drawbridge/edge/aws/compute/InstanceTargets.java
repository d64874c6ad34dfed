package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.AutoScalingGroup;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.LaunchTemplate;
import io.drawbridge.inventory.aws.SerialConsoleAccess;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The instances and groups that each way onto them works on, and what it takes.
 *
 * <p>Sources: EC2 User Guide, "Run commands when you launch an EC2 instance" (user data changes only while an instance is stopped, and can
 * be written so that it runs at every start), "Stop and start Amazon EC2 instances" (neither with a root on an instance store nor, as a rule, a
 * spot instance), "EC2 Serial Console" (the account must let it be used in the region; a user with a password must be there); Auto Scaling User
 * Guide, "Health checks for instances" (a group replaces an instance that stops), "Control Amazon EC2 launch template usage" (of a group that
 * follows the default or latest version, nobody's permissions are checked when a version is made). The catalogue gives ec2-005 a change of the
 * default version: a group that follows the latest needs none. <b>Not modelled:</b> spot requests that persist; the protection against stopping,
 * which who may modify the instance takes off; processes of a group that are suspended; templates of a group's overrides; whether the group will
 * start an instance soon.
 */
final class InstanceTargets {

  private static final Operation SERIAL_CONSOLE = Operation.parse("ec2:get-serial-console-access-status");
  /** The same of all instances: what differs from one to the next keeps them out of sets. */
  private static final Requirement LOGIN = new Requirement("os:console-login", "Permits", List.of(), false,
      "the instance's system lets somebody sign in at its console with a password that the attacker knows");
  private static final String ATTRIBUTE = "ec2:attribute/";

  private InstanceTargets() {}

  static List<Target> byUserData(Estate estate, ResourceContext context, EdgeSink sink) {
    ScalingGroups groups = ScalingGroups.of(estate);
    List<Target> targets = new ArrayList<>();
    for (Ec2Instance instance : estate.inventory().all(Ec2Instance.class)) {
      if (!instance.isGone() && instance.traits().restarts() && !groups.keeps(instance)) {
        SortedMap<String, List<String>> known = known(instance, context);
        List<Demand> demands = new ArrayList<>(List.of(demand("ec2:ModifyInstanceAttribute", instance, changingUserData(known, context)),
            demand("ec2:StartInstances", instance, known)));
        if (!List.of("stopped", "stopping").contains(instance.state())) {
          demands.add(demand("ec2:StopInstances", instance, known));
        }
        targets.add(home(instance.id(), demands, Proof.of(List.of(ServiceRole.fact(instance.origin(), "/State/Name", instance.state()))), List.of()));
      }
    }
    return targets;
  }

  static List<Target> bySerialConsole(Estate estate, ResourceContext context, EdgeSink sink) {
    List<Target> targets = new ArrayList<>();
    for (Ec2Instance instance : estate.inventory().all(Ec2Instance.class)) {
      if (instance.isRunning()) {
        targets.add(console(estate, instance, context, sink));
      }
    }
    return targets;
  }

  /** Who may turn the account's access on needs nobody to have done it. */
  private static Target console(Estate estate, Ec2Instance instance, ResourceContext context, EdgeSink sink) {
    SortedMap<String, List<String>> known = context.of(instance.id(), "ec2", instance.tags());
    Optional<SerialConsoleAccess> access = estate.inventory().find(SerialConsoleAccess.class,
        Arn.of("ec2", instance.id().region(), instance.id().account(), "serial-console-access"));
    List<Demand> demands = new ArrayList<>(List.of(demand("ec2-instance-connect:SendSerialConsoleSSHPublicKey", instance, known)));
    if (access.isEmpty()) {
      sink.gap(Gaps.of(estate, instance.scope(), SERIAL_CONSOLE, "", "whether the account lets anybody use serial consoles is not known"));
    }
    if (access.isEmpty() || !access.get().enabled()) {
      demands.add(new Demand("ec2:EnableSerialConsoleAccess", "*", "", Optional.empty(), region(instance.id(), known, context)));
    }
    Proof facts = Proof.of(access.stream().map(one -> ServiceRole.fact(one.origin(), "/SerialConsoleAccessEnabled", Boolean.toString(one.enabled()))).toList());
    return home(instance.id(), demands, facts, List.of(LOGIN));
  }

  static List<Target> byTemplate(Estate estate, ResourceContext context, EdgeSink sink) {
    return ScalingGroups.of(estate).all().stream().filter(ScalingGroups::follows).map(group -> following(estate, group, context)).toList();
  }

  /** A group that follows its template, as what is gained by who writes the template. */
  static Target following(Estate estate, AutoScalingGroup group, ResourceContext context) {
    Arn template = ScalingGroups.template(group);
    SortedMap<String, List<String>> known = region(template, estate.inventory().find(LaunchTemplate.class, template)
        .map(read -> context.of(template, "ec2", read.tags())).orElseGet(() -> context.region(template)), context);
    List<Demand> demands = new ArrayList<>(List.of(new Demand("ec2:CreateLaunchTemplateVersion", template.text(), template.account(), Optional.empty(), known)));
    if (ScalingGroups.followsDefault(group)) {
      demands.add(new Demand("ec2:ModifyLaunchTemplate", template.text(), template.account(), Optional.empty(), known));
    }
    return home(group.id(), demands, Proof.of(List.of(ServiceRole.fact(group.origin(), "/LaunchTemplate/LaunchTemplateId", group.launchTemplateId()))), List.of());
  }

  private static SortedMap<String, List<String>> known(Ec2Instance instance, ResourceContext context) {
    SortedMap<String, List<String>> known = region(instance.id(), context.of(instance.id(), "ec2", instance.tags()), context);
    if (context.mentioned().contains("ec2:instanceid")) {
      known.put("ec2:instanceid", List.of(instance.id().name()));
    }
    if (context.mentioned().contains("ec2:instanceprofile")) {
      known.put("ec2:instanceprofile", instance.instanceProfileArn().isEmpty() ? List.of() : List.of(instance.instanceProfileArn()));
    }
    return known;
  }

  static Demand demand(String action, Ec2Instance instance, SortedMap<String, List<String>> known) {
    return new Demand(action, instance.id().text(), instance.id().account(), Optional.empty(), known);
  }

  static Target home(Arn node, List<Demand> demands, Proof facts, List<Requirement> besides) {
    return new Target(node, demands, facts, besides, true, Optional.empty());
  }

  private static SortedMap<String, List<String>> region(Arn arn, Map<String, List<String>> known, ResourceContext context) {
    SortedMap<String, List<String>> more = new TreeMap<>(known);
    if (context.mentioned().contains("ec2:region")) {
      more.put("ec2:region", List.of(arn.region()));
    }
    return more;
  }

  /** One request changes one attribute: it has this one's key and no other's. */
  private static SortedMap<String, List<String>> changingUserData(Map<String, List<String>> known, ResourceContext context) {
    SortedMap<String, List<String>> asked = new TreeMap<>(known);
    context.mentioned().stream().filter(key -> key.startsWith(ATTRIBUTE)).forEach(key -> asked.put(key, List.of()));
    asked.put(ATTRIBUTE + "userdata", List.of("a script"));
    return asked;
  }
}
