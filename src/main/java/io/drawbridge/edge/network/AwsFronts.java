package io.drawbridge.edge.network;

import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.network.AwsFront.Door;
import io.drawbridge.edge.network.AwsFront.Forward;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.aws.ClassicLoadBalancer;
import io.drawbridge.inventory.aws.LoadBalancer;
import io.drawbridge.inventory.aws.LoadBalancerListener;
import io.drawbridge.inventory.aws.LoadBalancerRule;
import io.drawbridge.inventory.aws.TargetGroup;
import io.drawbridge.inventory.aws.TargetGroupTargets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Load balancers with what each of their ports leads to.
 *
 * <p>Sources: Elastic Load Balancing user guides: "Listeners for your Application Load Balancers" (rules, the default action), "Target groups for
 * your Network Load Balancers" (client IP preservation: on for instances, off for addresses unless it is asked for), "Listeners for your Classic
 * Load Balancer". <b>Not modelled:</b> health, as a target that is down today is up tomorrow; what a request must look like for a rule; Gateway
 * Load Balancers, to which routes lead and no client; UDP listeners; client IP preservation that is set apart from its default.
 */
final class AwsFronts {

  static final Operation LISTENERS = new Operation("elbv2", "describe-listeners");
  static final Operation RULES = new Operation("elbv2", "describe-rules");
  static final Operation TARGET_GROUPS = new Operation("elbv2", "describe-target-groups");
  static final Operation TARGETS = new Operation("elbv2", "describe-target-health");

  private final Estate estate;
  private final AwsNetwork network;
  private final Map<String, List<LoadBalancerListener>> listeners = new HashMap<>();
  private final Map<String, List<LoadBalancerRule>> rules = new HashMap<>();
  private final Map<String, TargetGroup> targetGroups = new HashMap<>();
  private final Map<String, TargetGroupTargets> targets = new HashMap<>();
  private final List<AwsFront> all = new ArrayList<>();
  private final List<CoverageGap> gaps = new ArrayList<>();

  private AwsFronts(Estate estate) {
    this.estate = estate;
    this.network = AwsNetwork.of(estate);
    estate.inventory().all(LoadBalancerListener.class).forEach(one -> listeners.computeIfAbsent(one.loadBalancerArn(), none -> new ArrayList<>()).add(one));
    estate.inventory().all(LoadBalancerRule.class).forEach(one -> rules.computeIfAbsent(one.listenerArn(), none -> new ArrayList<>()).add(one));
    estate.inventory().all(TargetGroup.class).forEach(one -> targetGroups.put(one.id().text(), one));
    estate.inventory().all(TargetGroupTargets.class).forEach(one -> targets.put(one.id().text(), one));
    estate.inventory().all(ClassicLoadBalancer.class).forEach(this::classic);
    estate.inventory().all(LoadBalancer.class).stream().filter(one -> !one.type().equals("gateway")).forEach(this::loadBalancer);
  }

  static AwsFronts of(Estate estate) {
    return estate.view(AwsFronts.class, AwsFronts::new);
  }

  List<AwsFront> all() {
    return all;
  }

  List<CoverageGap> gaps() {
    return gaps;
  }

  private void classic(ClassicLoadBalancer one) {
    List<Door> doors = new ArrayList<>();
    for (ClassicLoadBalancer.Listener listener : one.listeners()) {
      Evidence evidence = Observed.network(one.origin(), listener.pointer(), "port " + listener.port() + " to port " + listener.instancePort());
      doors.add(new Door(listener.port(), evidence, one.instanceIds().stream().map(id -> new Forward("instance", id, listener.instancePort(), false, List.<Evidence>of())).toList()));
    }
    add(one.origin(), one.name(), one.scheme(), stands(one.origin(), one.id(), one.subnetIds(), one.groupIds(), false), one.groupIds(), doors, false);
  }

  private void loadBalancer(LoadBalancer one) {
    List<LoadBalancerListener> own = listeners.getOrDefault(one.id().text(), List.of());
    if (own.isEmpty() && estate.coverage().reading(one.scope(), LISTENERS, one.id().text()) != Reading.READ) {
      gap(one.origin(), LISTENERS, one.id().text(), "which ports the load balancer takes connections at is not known");
    }
    boolean network = one.type().equals("network");
    List<Door> doors = own.stream().filter(listener -> !listener.protocol().equals("UDP")).map(listener -> door(listener, network)).toList();
    add(one.origin(), one.name(), one.scheme(), stands(one.origin(), one.id(), one.subnetIds(), one.groupIds(), one.dualStack()), one.groupIds(), doors, network);
  }

  private void add(Origin origin, String name, String scheme, List<AwsHost> stands, List<String> groupIds, List<Door> doors, boolean network) {
    if (!stands.isEmpty() && !doors.isEmpty()) {
      all.add(new AwsFront(origin, name, scheme, stands, network && groupIds.isEmpty(), doors));
    }
  }

  private List<AwsHost> stands(Origin origin, io.drawbridge.cloud.ResourceId id, List<String> subnetIds, List<String> groupIds, boolean dualStack) {
    groupIds.stream().filter(group -> network.group(group).isEmpty())
        .forEach(group -> gap(origin, new Operation("ec2", "describe-security-groups"), group, "whom the load balancer's security group lets in is not known"));
    List<AwsHost> stands = new ArrayList<>();
    for (String subnetId : subnetIds) {
      network.subnet(subnetId).ifPresentOrElse(
          subnet -> subnet.blocks().stream().flatMap(block -> IpBlock.parse(block).stream()).filter(block -> dualStack || !block.isV6())
              .forEach(block -> stands.add(new AwsHost(id, subnet, block, network.groups(groupIds), Set.copyOf(groupIds), Proof.of(List.of()), false, PortSet.ALL))),
          () -> gap(origin, new Operation("ec2", "describe-subnets"), subnetId, "where the load balancer stands is not known"));
    }
    return stands;
  }

  private Door door(LoadBalancerListener listener, boolean network) {
    List<Forward> forwards = new ArrayList<>();
    listener.targetGroups().forEach(group -> forwards.addAll(forwards(listener.origin(), group, List.of(), network)));
    for (LoadBalancerRule rule : rules.getOrDefault(listener.id().text(), List.of())) {
      Evidence by = Observed.network(rule.origin(), "/Actions", "rule " + rule.priority() + " forwards");
      rule.targetGroups().forEach(group -> forwards.addAll(forwards(rule.origin(), group, List.of(by), network)));
    }
    return new Door(listener.port(), Observed.network(listener.origin(), "/Port", listener.protocol() + " " + listener.port()), forwards);
  }

  private List<Forward> forwards(Origin origin, String groupArn, List<Evidence> by, boolean network) {
    Optional<TargetGroup> group = Optional.ofNullable(targetGroups.get(groupArn));
    Optional<TargetGroupTargets> registered = Optional.ofNullable(targets.get(groupArn));
    if (group.isEmpty() || registered.isEmpty()) {
      gap(origin, group.isEmpty() ? TARGET_GROUPS : TARGETS, groupArn, "where the load balancer leads is not known");
      return List.of();
    }
    boolean keepsClient = network && group.get().targetType().equals("instance");
    return registered.get().targets().stream().map(target -> {
      int port = target.port() == 0 ? group.get().port() : target.port();
      Evidence evidence = Observed.network(registered.get().origin(), target.pointer(), group.get().targetType() + " " + target.target() + " at port " + port);
      return new Forward(group.get().targetType(), target.target(), port, keepsClient, Stream.concat(by.stream(), Stream.of(evidence)).toList());
    }).toList();
  }

  private void gap(Origin origin, Operation operation, String resource, String message) {
    gaps.add(Gaps.of(estate, origin.scope(), operation, resource, message));
  }
}
