package io.drawbridge.edge.aws;

import io.drawbridge.edge.Estate;
import io.drawbridge.edge.NodeRule;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.aws.AccessKey;
import io.drawbridge.inventory.aws.AutoScalingGroup;
import io.drawbridge.inventory.aws.AzureConnector;
import io.drawbridge.inventory.aws.Bucket;
import io.drawbridge.inventory.aws.ClassicLoadBalancer;
import io.drawbridge.inventory.aws.CodeDeployGroup;
import io.drawbridge.inventory.aws.DynamoDbTable;
import io.drawbridge.inventory.aws.EbsSnapshot;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.EcrRepository;
import io.drawbridge.inventory.aws.EcsCluster;
import io.drawbridge.inventory.aws.EcsService;
import io.drawbridge.inventory.aws.EcsTask;
import io.drawbridge.inventory.aws.EksCluster;
import io.drawbridge.inventory.aws.EksPodIdentity;
import io.drawbridge.inventory.aws.IamGroup;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IamUser;
import io.drawbridge.inventory.aws.IdentityPool;
import io.drawbridge.inventory.aws.IdentityStoreGroup;
import io.drawbridge.inventory.aws.IdentityStoreUser;
import io.drawbridge.inventory.aws.InstanceProfile;
import io.drawbridge.inventory.aws.KmsKey;
import io.drawbridge.inventory.aws.LambdaFunction;
import io.drawbridge.inventory.aws.ManagedPolicy;
import io.drawbridge.inventory.aws.LoadBalancer;
import io.drawbridge.inventory.aws.NatGateway;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.NetworkInterface;
import io.drawbridge.inventory.aws.OidcProvider;
import io.drawbridge.inventory.aws.OtherAwsResource;
import io.drawbridge.inventory.aws.PermissionSet;
import io.drawbridge.inventory.aws.RdsInstance;
import io.drawbridge.inventory.aws.RdsSnapshot;
import io.drawbridge.inventory.aws.RedshiftCluster;
import io.drawbridge.inventory.aws.RouteTable;
import io.drawbridge.inventory.aws.SearchDomain;
import io.drawbridge.inventory.aws.Secret;
import io.drawbridge.inventory.aws.SecurityGroup;
import io.drawbridge.inventory.aws.SnsTopic;
import io.drawbridge.inventory.aws.SqsQueue;
import io.drawbridge.inventory.aws.SsmManagedInstance;
import io.drawbridge.inventory.aws.SsmParameter;
import io.drawbridge.inventory.aws.Subnet;
import io.drawbridge.inventory.aws.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A node for every AWS record that is a thing of its own, and not only something said about one. */
public final class AwsNodes implements NodeRule {

  private static final Map<Class<? extends Resource>, NodeKind> KINDS =
      Map.ofEntries(
          Map.entry(IamUser.class, NodeKind.IAM_USER),
          Map.entry(IamGroup.class, NodeKind.IAM_GROUP),
          Map.entry(IamRole.class, NodeKind.IAM_ROLE),
          Map.entry(IdentityStoreUser.class, NodeKind.IDENTITY_CENTER_USER),
          Map.entry(IdentityStoreGroup.class, NodeKind.IDENTITY_CENTER_GROUP),
          Map.entry(PermissionSet.class, NodeKind.PERMISSION_SET),
          Map.entry(ManagedPolicy.class, NodeKind.IAM_POLICY),
          Map.entry(InstanceProfile.class, NodeKind.IAM_INSTANCE_PROFILE),
          Map.entry(OidcProvider.class, NodeKind.IAM_OIDC_PROVIDER),
          Map.entry(IdentityPool.class, NodeKind.COGNITO_IDENTITY_POOL),
          Map.entry(AccessKey.class, NodeKind.AWS_ACCESS_KEY),
          Map.entry(Ec2Instance.class, NodeKind.EC2_INSTANCE),
          Map.entry(Bucket.class, NodeKind.S3_BUCKET),
          Map.entry(Secret.class, NodeKind.SECRETS_MANAGER_SECRET),
          Map.entry(DynamoDbTable.class, NodeKind.DYNAMODB_TABLE),
          Map.entry(SqsQueue.class, NodeKind.SQS_QUEUE),
          Map.entry(RdsInstance.class, NodeKind.RDS_INSTANCE),
          Map.entry(RedshiftCluster.class, NodeKind.REDSHIFT_CLUSTER),
          Map.entry(RdsSnapshot.class, NodeKind.RDS_SNAPSHOT),
          Map.entry(SnsTopic.class, NodeKind.SNS_TOPIC),
          Map.entry(SearchDomain.class, NodeKind.ELASTICSEARCH_DOMAIN),
          Map.entry(EbsSnapshot.class, NodeKind.EBS_SNAPSHOT),
          Map.entry(SsmParameter.class, NodeKind.SSM_PARAMETER),
          Map.entry(KmsKey.class, NodeKind.KMS_KEY),
          Map.entry(Subnet.class, NodeKind.EC2_SUBNET),
          Map.entry(SecurityGroup.class, NodeKind.EC2_SECURITY_GROUP),
          Map.entry(NetworkInterface.class, NodeKind.EC2_NETWORK_INTERFACE),
          Map.entry(RouteTable.class, NodeKind.EC2_ROUTE_TABLE),
          Map.entry(NetworkAcl.class, NodeKind.EC2_NETWORK_ACL),
          Map.entry(LoadBalancer.class, NodeKind.LOAD_BALANCER),
          Map.entry(ClassicLoadBalancer.class, NodeKind.LOAD_BALANCER),
          Map.entry(NatGateway.class, NodeKind.AWS_RESOURCE),
          Map.entry(AutoScalingGroup.class, NodeKind.AUTO_SCALING_GROUP),
          Map.entry(CodeDeployGroup.class, NodeKind.AWS_RESOURCE),
          Map.entry(AzureConnector.class, NodeKind.AWS_RESOURCE),
          Map.entry(SsmManagedInstance.class, NodeKind.SSM_MANAGED_NODE),
          Map.entry(EcsCluster.class, NodeKind.ECS_CLUSTER),
          Map.entry(EcsService.class, NodeKind.ECS_SERVICE),
          Map.entry(EcsTask.class, NodeKind.ECS_TASK),
          Map.entry(EksCluster.class, NodeKind.EKS_CLUSTER),
          Map.entry(EksPodIdentity.class, NodeKind.EKS_POD_IDENTITY),
          Map.entry(EcrRepository.class, NodeKind.ECR_REPOSITORY));

  private static final Map<String, NodeKind> OTHER_KINDS =
      Map.ofEntries(
          Map.entry("ec2:vpc", NodeKind.EC2_VPC),
          Map.entry("ec2:internet-gateway", NodeKind.EC2_INTERNET_GATEWAY),
          Map.entry("ec2:vpc-endpoint", NodeKind.EC2_VPC_ENDPOINT),
          Map.entry("ec2:vpc-peering-connection", NodeKind.EC2_VPC_PEERING),
          Map.entry("sns:topic", NodeKind.SNS_TOPIC),
          Map.entry("es:domain", NodeKind.ELASTICSEARCH_DOMAIN),
          Map.entry("iam:saml-provider", NodeKind.IAM_SAML_PROVIDER));

  @Override
  public Stream<Node> derive(Estate estate) {
    return estate.inventory().everything().flatMap(resource -> node(resource).stream());
  }

  private static Optional<Node> node(Resource resource) {
    return kind(resource).map(kind -> facts(resource, Node.of(resource.id(), kind, resource.name(), resource.scope())));
  }

  private static Optional<NodeKind> kind(Resource resource) {
    return switch (resource) {
      case SsmManagedInstance managed when managed.id().service().equals("ec2") -> Optional.empty();
      case OtherAwsResource other -> Optional.of(OTHER_KINDS.getOrDefault(other.type(), NodeKind.AWS_RESOURCE));
      case LambdaFunction function -> Optional.of(NodeKind.LAMBDA_FUNCTION);
      case Workload workload -> Optional.of(NodeKind.AWS_RESOURCE);
      default -> Optional.ofNullable(KINDS.get(resource.getClass()));
    };
  }

  private static Node facts(Resource resource, Node node) {
    Node placed = resource.id() instanceof io.drawbridge.cloud.ResourceId.Arn arn && !arn.region().isEmpty() ? node.withFact("region", arn.region()) : node;
    return switch (resource) {
      case Ec2Instance instance -> placed.withFact("state", instance.state());
      case AccessKey key -> placed.withFact("active", Boolean.toString(key.active()));
      case OtherAwsResource other -> placed.withFact("type", other.type());
      case NatGateway gateway -> placed.withFact("type", "ec2:nat-gateway");
      case CodeDeployGroup group -> placed.withFact("type", "codedeploy:deploymentgroup");
      case LambdaFunction function -> placed;
      case Workload workload -> placed.withFact("type", workload.id().service() + ":" + workload.id().resource().split("[/:]", 2)[0]);
      default -> placed;
    };
  }
}
