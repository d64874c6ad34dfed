package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The AWS operations whose answers are read, one row each in the form of {@link AwsOperation#parse}.
 *
 * <p>Source: the output section of each operation's page in the AWS CLI reference.
 */
final class AwsOperations {

  private static final String ROWS =
      """
      iam get-account-authorization-details UserDetailList|GroupDetailList|RoleDetailList|Policies[PolicyVersionList]
      iam list-instance-profiles InstanceProfiles
      iam list-access-keys AccessKeyMetadata
      iam get-access-key-last-used! AccessKeyLastUsed
      iam get-credential-report ReportFormat|GeneratedTime
      iam list-open-id-connect-providers OpenIDConnectProviderList
      iam get-open-id-connect-provider ClientIDList|ThumbprintList
      iam list-saml-providers SAMLProviderList
      iam get-saml-provider! SAMLMetadataDocument
      iam get-outbound-web-identity-federation-info IssuerIdentifier|JwtVendingEnabled
      iam get-account-summary SummaryMap
      iam list-account-aliases AccountAliases
      iam get-account-password-policy PasswordPolicy
      iam list-users Users[Path]
      iam list-groups Groups[Path]
      iam list-roles Roles[AssumeRolePolicyDocument]
      iam list-policies Policies[PolicyId]
      iam list-entities-for-policy! PolicyGroups|PolicyUsers|PolicyRoles
      iam get-user User[UserName]
      iam get-role Role[RoleName]
      iam get-group Group[GroupName]
      iam get-policy Policy[DefaultVersionId]
      iam get-policy-version! PolicyVersion[Document]
      iam get-role-policy RoleName
      iam get-user-policy UserName
      iam get-group-policy GroupName
      iam list-role-policies! PolicyNames
      iam list-user-policies! PolicyNames
      iam list-group-policies! PolicyNames
      iam list-attached-role-policies! AttachedPolicies
      iam list-attached-user-policies! AttachedPolicies
      iam list-attached-group-policies! AttachedPolicies
      iam list-groups-for-user! Groups[Path]
      iam list-mfa-devices MFADevices
      iam list-virtual-mfa-devices VirtualMFADevices
      iam get-login-profile LoginProfile
      iam get-service-last-accessed-details! ServicesLastAccessed
      iam generate-service-last-accessed-details! JobId
      sts get-caller-identity Account[=]
      ec2 describe-availability-zones AvailabilityZones
      ec2 describe-instances Reservations
      ec2 describe-security-groups SecurityGroups
      ec2 describe-subnets Subnets
      ec2 describe-route-tables RouteTables
      ec2 describe-internet-gateways InternetGateways
      ec2 describe-nat-gateways NatGateways
      ec2 describe-transit-gateways TransitGateways
      ec2 describe-transit-gateway-attachments TransitGatewayAttachments
      ec2 describe-transit-gateway-vpc-attachments TransitGatewayVpcAttachments
      ec2 describe-transit-gateway-peering-attachments TransitGatewayPeeringAttachments
      ec2 describe-transit-gateway-route-tables TransitGatewayRouteTables
      ec2 search-transit-gateway-routes! Routes[TransitGatewayAttachments]
      ec2 describe-network-acls NetworkAcls
      ec2 describe-vpcs Vpcs
      ec2 describe-vpc-peering-connections VpcPeeringConnections
      ec2 describe-vpc-endpoints VpcEndpoints
      ec2 describe-network-interfaces NetworkInterfaces
      ec2 describe-vpn-connections VpnConnections
      ec2 describe-vpn-gateways VpnGateways
      ec2 describe-customer-gateways CustomerGateways
      ec2 describe-addresses Addresses
      ec2 describe-snapshots Snapshots[SnapshotId]
      ec2 describe-snapshot-attribute CreateVolumePermissions
      ec2 describe-volumes Volumes
      ec2 describe-images Images[ImageId]
      ec2 describe-image-attribute LaunchPermissions
      ec2 describe-launch-templates LaunchTemplates
      ec2 describe-launch-template-versions LaunchTemplateVersions
      ec2 describe-iam-instance-profile-associations IamInstanceProfileAssociations
      ec2 describe-instance-attribute InstanceId
      ec2 get-serial-console-access-status SerialConsoleAccessEnabled
      ec2 describe-managed-prefix-lists PrefixLists
      ec2 get-managed-prefix-list-entries! Entries[Cidr]
      autoscaling describe-auto-scaling-groups AutoScalingGroups
      autoscaling describe-launch-configurations LaunchConfigurations
      elb describe-load-balancers LoadBalancerDescriptions
      elb describe-load-balancer-attributes! LoadBalancerAttributes
      elbv2 describe-load-balancers LoadBalancers
      elbv2 describe-load-balancer-attributes! Attributes[Key]
      elbv2 describe-listeners Listeners
      elbv2 describe-rules Rules[RuleArn]
      elbv2 describe-target-groups TargetGroups
      elbv2 describe-target-health! TargetHealthDescriptions
      apigateway get-rest-apis items[endpointConfiguration]|items[apiKeySource]
      apigateway get-resources! items[path]
      apigateway get-stages! item[stageName]
      apigatewayv2 get-apis Items[ApiId]
      apigatewayv2 get-routes! Items[RouteKey]
      apigatewayv2 get-integrations! Items[IntegrationType]
      apigatewayv2 get-stages! Items[StageName]
      lambda list-functions Functions
      lambda get-function Configuration[FunctionArn]
      lambda get-function-configuration FunctionArn
      lambda get-policy! Policy[=]|Policy[Statement]
      lambda get-function-url-config FunctionUrl
      lambda list-function-url-configs FunctionUrlConfigs
      lambda list-event-source-mappings EventSourceMappings
      s3 list-buckets Buckets[Name]
      s3 get-bucket-policy! Policy[=]|Policy[Statement]
      s3 get-bucket-policy-status! PolicyStatus
      s3 get-bucket-acl! Grants[Permission]
      s3 get-bucket-ownership-controls! OwnershipControls
      s3 get-bucket-tagging! TagSet
      s3 get-bucket-location! LocationConstraint
      s3 get-bucket-encryption! ServerSideEncryptionConfiguration
      s3 get-public-access-block! PublicAccessBlockConfiguration
      s3control get-public-access-block PublicAccessBlockConfiguration
      s3control list-access-points AccessPointList
      s3control get-access-point AccessPointArn
      s3control get-access-point-policy! Policy[=]|Policy[Statement]
      secretsmanager list-secrets SecretList
      secretsmanager describe-secret RotationEnabled|VersionIdsToStages
      secretsmanager get-resource-policy ResourcePolicy|ARN
      ssm describe-parameters Parameters[Name]
      ssm describe-instance-information InstanceInformationList
      ssm describe-activations ActivationList
      ssm list-cloud-connectors CloudConnectors[CloudConnectorId]
      ssm get-cloud-connector CloudConnectorArn
      configservice list-connectors ConnectorSummaries
      configservice get-connector Connector[connectorConfiguration]
      devops-agent list-services services[serviceType]
      inspector2 list-connectors items[connectorArn]
      securityhub list-connectors-v2 Connectors[ConnectorArn]
      ssm get-parameters Parameters[Value]|InvalidParameters
      ssm get-parameters-by-path Parameters[Value]
      ssm get-parameter Parameter[Value]
      ssm list-documents DocumentIdentifiers
      kms list-keys Keys[KeyId]
      kms list-aliases Aliases[AliasArn]
      kms describe-key KeyMetadata
      kms get-key-policy! Policy[=]|Policy[Statement]
      kms list-grants Grants[GrantId]
      sns list-topics Topics[TopicArn]
      sns get-topic-attributes Attributes[TopicArn]
      sns list-subscriptions Subscriptions[SubscriptionArn]
      sqs list-queues QueueUrls
      sqs get-queue-attributes! Attributes[QueueArn]|Attributes[Policy]|Attributes[ApproximateNumberOfMessages]
      ecr describe-repositories repositories
      ecr get-repository-policy policyText
      organizations describe-organization Organization
      organizations list-roots Roots[Id]
      organizations list-organizational-units-for-parent! OrganizationalUnits
      organizations list-parents! Parents
      organizations list-children! Children
      organizations describe-account Account[JoinedMethod]
      organizations list-accounts Accounts[JoinedMethod]
      organizations list-accounts-for-parent! Accounts[JoinedMethod]
      organizations list-policies Policies[AwsManaged]
      organizations describe-policy Policy[PolicySummary]
      organizations list-policies-for-target! Policies[AwsManaged]
      organizations list-targets-for-policy! Targets[TargetId]
      organizations list-delegated-administrators DelegatedAdministrators
      organizations list-delegated-services-for-account! DelegatedServices
      organizations list-aws-service-access-for-organization EnabledServicePrincipals
      sso-admin list-instances Instances[IdentityStoreId]
      sso-admin list-permission-sets PermissionSets
      sso-admin describe-permission-set PermissionSet[PermissionSetArn]
      sso-admin list-managed-policies-in-permission-set! AttachedManagedPolicies
      sso-admin list-customer-managed-policy-references-in-permission-set! CustomerManagedPolicyReferences
      sso-admin get-inline-policy-for-permission-set! InlinePolicy
      sso-admin get-permissions-boundary-for-permission-set! PermissionsBoundary
      sso-admin list-account-assignments AccountAssignments
      sso-admin list-accounts-for-provisioned-permission-set! AccountIds
      sso-admin list-trusted-token-issuers TrustedTokenIssuers
      sso-admin describe-trusted-token-issuer TrustedTokenIssuerConfiguration
      sso-admin list-applications Applications[ApplicationArn]
      identitystore list-users Users[IdentityStoreId]
      identitystore list-groups Groups[IdentityStoreId]
      identitystore list-group-memberships GroupMemberships
      eks list-clusters clusters
      eks describe-cluster cluster[kubernetesNetworkConfig]|cluster[resourcesVpcConfig]|cluster[roleArn]
      eks list-access-entries! accessEntries
      eks describe-access-entry accessEntry
      eks list-associated-access-policies associatedAccessPolicies
      eks list-pod-identity-associations associations
      eks describe-pod-identity-association association
      eks list-nodegroups! nodegroups
      eks describe-nodegroup nodegroup
      eks list-fargate-profiles! fargateProfileNames
      eks describe-fargate-profile fargateProfile
      ecs list-clusters clusterArns
      ecs describe-clusters clusters[clusterArn]
      ecs list-services serviceArns
      ecs describe-services services[serviceArn]
      ecs list-tasks taskArns
      ecs describe-tasks tasks
      ecs list-task-definitions taskDefinitionArns
      ecs describe-task-definition taskDefinition
      ecs list-container-instances containerInstanceArns
      ecs describe-container-instances containerInstances
      deploy list-applications applications[=]
      deploy list-deployment-groups deploymentGroups[=]
      deploy get-deployment-group deploymentGroupInfo
      deploy batch-get-deployment-groups deploymentGroupsInfo
      codebuild list-projects projects[=]
      codebuild batch-get-projects projects[arn]|projectsNotFound
      codebuild list-source-credentials sourceCredentialsInfos
      cloudformation list-stacks StackSummaries
      cloudformation describe-stacks Stacks[StackName]
      cloudformation list-stack-sets Summaries[StackSetName]
      cloudformation describe-stack-set StackSet[StackSetId]
      cloudformation list-stack-instances Summaries[Account]
      cloudformation get-template! TemplateBody
      glue get-dev-endpoints DevEndpoints
      glue get-jobs Jobs[Role]
      glue get-resource-policies GetResourcePoliciesResponseList
      glue get-connections ConnectionList
      sagemaker list-notebook-instances NotebookInstances
      sagemaker describe-notebook-instance NotebookInstanceArn
      sagemaker list-domains Domains[DomainArn]
      sagemaker list-models Models[ModelArn]
      sagemaker list-training-jobs TrainingJobSummaries
      apprunner list-services ServiceSummaryList
      apprunner describe-service Service[ServiceArn]
      bedrock-agentcore-control list-agent-runtimes agentRuntimes
      bedrock-agentcore-control get-agent-runtime agentRuntimeArn
      bedrock-agentcore-control list-code-interpreters codeInterpreterSummaries
      bedrock-agentcore-control get-code-interpreter codeInterpreterArn
      bedrock-agentcore-control list-browsers browserSummaries
      bedrock-agentcore-control get-browser browserArn
      batch describe-job-definitions jobDefinitions
      batch describe-compute-environments computeEnvironments
      batch describe-job-queues jobQueues
      elasticbeanstalk describe-environments Environments[EnvironmentArn]
      elasticbeanstalk describe-application-versions ApplicationVersions
      mwaa list-environments Environments[=]
      mwaa get-environment Environment[DagS3Path]|Environment[SourceBucketArn]
      codepipeline list-pipelines pipelines[version]
      codepipeline get-pipeline pipeline[stages]
      stepfunctions list-state-machines stateMachines
      stepfunctions describe-state-machine stateMachineArn
      rds describe-db-instances DBInstances
      rds describe-db-clusters DBClusters
      rds describe-db-snapshots DBSnapshots
      rds describe-db-snapshot-attributes DBSnapshotAttributesResult
      rds describe-db-cluster-snapshots DBClusterSnapshots
      rds describe-db-cluster-snapshot-attributes DBClusterSnapshotAttributesResult
      rolesanywhere list-trust-anchors trustAnchors
      rolesanywhere list-profiles profiles[profileArn]
      rolesanywhere get-trust-anchor trustAnchor
      rolesanywhere get-profile profile[profileArn]
      cognito-identity list-identity-pools IdentityPools
      cognito-identity describe-identity-pool IdentityPoolId
      cognito-identity get-identity-pool-roles Roles[authenticated]|RoleMappings
      inspector2 list-findings findings[findingArn]
      securityhub get-findings Findings[AwsAccountId]
      dynamodb list-tables TableNames
      dynamodb describe-table Table[TableArn]
      dynamodb get-resource-policy! Policy[=]|Policy[Statement]
      redshift describe-clusters Clusters[ClusterIdentifier]
      redshift describe-cluster-subnet-groups ClusterSubnetGroups
      es list-domain-names DomainNames
      es describe-elasticsearch-domain DomainStatus[ElasticsearchVersion]
      opensearch describe-domain DomainStatus[EngineVersion]
      kafka list-clusters ClusterInfoList
      cloudtrail describe-trails trailList
      accessanalyzer list-analyzers analyzers
      guardduty list-detectors DetectorIds
      datasync describe-task SourceLocationArn
      datasync describe-location-s3 S3Config
      datasync describe-location-azure-blob AuthenticationType
      route53 list-hosted-zones HostedZones
      route53 list-hosted-zones-by-vpc HostedZoneSummaries
      efs describe-file-systems FileSystems
      """;

  /** Services as other tools, models and people call them, by the name that the CLI gives them. */
  private static final Map<String, String> ALIASES =
      Map.of("s3api", "s3", "states", "stepfunctions", "sfn", "stepfunctions", "elasticloadbalancing", "elb", "elasticloadbalancingv2", "elbv2",
          "ssoadmin", "sso-admin", "inspector", "inspector2", "cognitoidentity", "cognito-identity");

  static final List<AwsOperation> ALL = ROWS.lines().map(AwsOperation::parse).toList();

  private static final Map<String, List<AwsOperation>> BY_NAME = byName();
  private static final Set<String> VERBS = Set.of("list", "get", "describe", "batch", "search", "generate", "create");

  private AwsOperations() {}

  /** The operations that a file name can mean, with or without its service. */
  static List<AwsOperation> named(String name) {
    String kebab = kebab(name);
    List<AwsOperation> exact = BY_NAME.getOrDefault(kebab, List.of());
    if (!exact.isEmpty()) {
      return exact;
    }
    return ALIASES.entrySet().stream()
        .filter(alias -> kebab.startsWith(alias.getKey() + "-"))
        .flatMap(alias -> BY_NAME.getOrDefault(alias.getValue() + kebab.substring(alias.getKey().length()), List.of()).stream())
        .toList();
  }

  /** The operations that most of the content's fields speak for. */
  static List<AwsOperation> fitting(JsonNode body) {
    int most = ALL.stream().mapToInt(operation -> operation.fieldsIn(body)).max().orElse(0);
    return most == 0 ? List.of() : ALL.stream().filter(operation -> operation.fieldsIn(body) == most).toList();
  }

  /** Whether a name has the form of an AWS operation, read or not: {@code guardduty-get-detector}. */
  static boolean looksLikeOne(String name) {
    List<String> words = List.of(name.split("-"));
    boolean kebab = name.equals(name.toLowerCase(Locale.ROOT)) && words.size() > 1 && !words.getLast().matches("\\d+");
    Set<String> leading = new HashSet<>(words.subList(0, Math.min(3, words.size() - 1)));
    leading.retainAll(VERBS);
    return kebab && !leading.isEmpty();
  }

  static String canonicalService(String service) {
    String lower = service.toLowerCase(Locale.ROOT);
    return ALIASES.getOrDefault(lower, lower);
  }

  /** {@code GetBucketPolicy} as the CLI writes it. */
  static String kebab(String name) {
    return name.chars().anyMatch(Character::isUpperCase) && !name.contains("-")
        ? name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-").toLowerCase(Locale.ROOT)
        : name;
  }

  private static Map<String, List<AwsOperation>> byName() {
    Map<String, List<AwsOperation>> byName = new HashMap<>();
    for (AwsOperation row : ALL) {
      byName.merge(row.operation().name(), List.of(row), AwsOperations::joined);
      byName.merge(row.operation().service() + "-" + row.operation().name(), List.of(row), AwsOperations::joined);
    }
    return Map.copyOf(byName);
  }

  private static List<AwsOperation> joined(List<AwsOperation> some, List<AwsOperation> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }
}
