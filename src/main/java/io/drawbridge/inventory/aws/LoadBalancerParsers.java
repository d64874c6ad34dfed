package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parsers of load balancers of each kind. Sources: Elastic Load Balancing API references of 2012-06-01 and 2015-12-01. */
final class LoadBalancerParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("elb:describe-load-balancers", "LoadBalancerDescriptions", LoadBalancerParsers::classic),
          ListParser.of("elbv2:describe-load-balancers", "LoadBalancers", LoadBalancerParsers::loadBalancer),
          ListParser.of("elbv2:describe-listeners", "Listeners", LoadBalancerParsers::listener),
          ListParser.of("elbv2:describe-rules", "Rules", LoadBalancerParsers::rule),
          ListParser.of("elbv2:describe-target-groups", "TargetGroups", LoadBalancerParsers::targetGroup),
          ListParser.of("elbv2:describe-target-health", "", LoadBalancerParsers::targets));

  private LoadBalancerParsers() {}

  private static Optional<ClassicLoadBalancer> classic(Item item) {
    String name = item.text("LoadBalancerName");
    Arn id = item.arn("elasticloadbalancing", "loadbalancer/" + name);
    List<ClassicLoadBalancer.Listener> listeners = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.json().path("ListenerDescriptions"))) {
      JsonNode listener = entry.getValue().path("Listener");
      listeners.add(new ClassicLoadBalancer.Listener(listener.path("LoadBalancerPort").asInt(), listener.path("InstancePort").asInt(), "/ListenerDescriptions/" + entry.getKey()));
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(new ClassicLoadBalancer(item.origin(id), id, name, item.text("Scheme"), Fields.texts(item.json().path("Subnets")),
        Fields.texts(item.json().path("SecurityGroups")), listeners, Fields.texts(item.json().path("Instances"), "InstanceId")));
  }

  private static Optional<LoadBalancer> loadBalancer(Item item) {
    return Arn.find(item.text("LoadBalancerArn")).map(id -> new LoadBalancer(item.origin(id), id, item.text("LoadBalancerName"), item.text("Type"), item.text("Scheme"),
        Fields.texts(item.json().path("AvailabilityZones"), "SubnetId"), Fields.texts(item.json().path("SecurityGroups")), item.text("IpAddressType").startsWith("dualstack")));
  }

  private static Optional<LoadBalancerListener> listener(Item item) {
    return Arn.find(item.text("ListenerArn")).map(id -> new LoadBalancerListener(item.origin(id), id, item.text("LoadBalancerArn"), item.json().path("Port").asInt(),
        item.text("Protocol"), forwards(item.json().path("DefaultActions"))));
  }

  private static Optional<LoadBalancerRule> rule(Item item) {
    return Arn.find(item.text("RuleArn")).map(id -> new LoadBalancerRule(item.origin(id), id, item.text("Priority"), forwards(item.json().path("Actions"))));
  }

  /** An action names its one target group, or several with their weights; a weight of nothing forwards nothing. */
  private static List<String> forwards(JsonNode actions) {
    List<String> groups = new ArrayList<>();
    for (JsonNode action : actions) {
      JsonNode weighted = action.path("ForwardConfig").path("TargetGroups");
      weighted.forEach(group -> {
        if (group.path("Weight").asInt(1) > 0) {
          groups.add(Fields.text(group, "TargetGroupArn"));
        }
      });
      if (weighted.isEmpty() && action.has("TargetGroupArn")) {
        groups.add(Fields.text(action, "TargetGroupArn"));
      }
    }
    return groups;
  }

  private static Optional<TargetGroup> targetGroup(Item item) {
    return Arn.find(item.text("TargetGroupArn")).map(id -> new TargetGroup(item.origin(id), id, item.text("TargetGroupName"), item.text("TargetType"),
        item.json().path("Port").asInt(), item.text("Protocol")));
  }

  /** The answer names no target group: it is asked for by ARN. */
  private static Optional<TargetGroupTargets> targets(Item item) {
    List<TargetGroupTargets.Registered> targets = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.json().path("TargetHealthDescriptions"))) {
      JsonNode target = entry.getValue().path("Target");
      targets.add(new TargetGroupTargets.Registered(Fields.text(target, "Id"), target.path("Port").asInt(0), "/TargetHealthDescriptions/" + entry.getKey()));
    }
    return Arn.find(item.document().subject()).map(id -> new TargetGroupTargets(item.origin(id), id, targets));
  }
}
