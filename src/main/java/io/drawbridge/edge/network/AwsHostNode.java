package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.inventory.aws.Ec2Instance;

/** The node of a host, as far as a network tells it. */
final class AwsHostNode {

  private AwsHostNode() {}

  static Node of(Estate estate, Arn host) {
    String name = estate.inventory().find(Ec2Instance.class, host).map(Ec2Instance::name).orElse(host.name());
    return Node.of(host, kind(host), name, Scope.account(host.account()));
  }

  private static NodeKind kind(Arn host) {
    return switch (host.service()) {
      case "ec2" -> NodeKind.EC2_INSTANCE;
      case "lambda" -> NodeKind.LAMBDA_FUNCTION;
      case "ecs" -> NodeKind.ECS_TASK;
      case "eks" -> NodeKind.EKS_CLUSTER;
      case "redshift" -> NodeKind.REDSHIFT_CLUSTER;
      case "rds" -> NodeKind.RDS_INSTANCE;
      default -> NodeKind.AWS_RESOURCE;
    };
  }
}
