package io.drawbridge.graph;

import static io.drawbridge.cloud.Cloud.AWS;
import static io.drawbridge.cloud.Cloud.AZURE;
import static io.drawbridge.cloud.Cloud.ENTRA;
import static io.drawbridge.cloud.Cloud.EXTERNAL;
import static io.drawbridge.graph.NodeFamily.CAPABILITY_SET;
import static io.drawbridge.graph.NodeFamily.COMPUTE;
import static io.drawbridge.graph.NodeFamily.CONFIGURATION;
import static io.drawbridge.graph.NodeFamily.CONTAINER;
import static io.drawbridge.graph.NodeFamily.CREDENTIAL;
import static io.drawbridge.graph.NodeFamily.DATA_STORE;
import static io.drawbridge.graph.NodeFamily.IDENTITY;
import static io.drawbridge.graph.NodeFamily.NETWORK;
import static io.drawbridge.graph.NodeFamily.PRIVILEGE;

import io.drawbridge.cloud.Cloud;

/** The one vocabulary of nodes: the constant's {@link #label()} is the label in Neo4j and the kind in every answer. */
public enum NodeKind {
  AWS_ACCOUNT(AWS, CONTAINER, "AwsAccount", "AWS account"),
  AWS_ORGANIZATIONAL_UNIT(AWS, CONTAINER, "AwsOrganizationalUnit", "organizational unit"),
  IAM_USER(AWS, IDENTITY, "IamUser", "IAM user"),
  IAM_GROUP(AWS, IDENTITY, "IamGroup", "IAM group"),
  IAM_ROLE(AWS, IDENTITY, "IamRole", "IAM role"),
  IDENTITY_CENTER_USER(AWS, IDENTITY, "IdentityCenterUser", "Identity Center user"),
  IDENTITY_CENTER_GROUP(AWS, IDENTITY, "IdentityCenterGroup", "Identity Center group"),
  PERMISSION_SET(AWS, CONFIGURATION, "PermissionSet", "permission set"),
  IAM_POLICY(AWS, CONFIGURATION, "IamPolicy", "IAM managed policy"),
  IAM_INSTANCE_PROFILE(AWS, CONFIGURATION, "IamInstanceProfile", "instance profile"),
  IAM_OIDC_PROVIDER(AWS, CONFIGURATION, "IamOidcProvider", "IAM OIDC provider"),
  IAM_SAML_PROVIDER(AWS, CONFIGURATION, "IamSamlProvider", "IAM SAML provider"),
  COGNITO_IDENTITY_POOL(AWS, CONFIGURATION, "CognitoIdentityPool", "Cognito identity pool"),
  AWS_ACCESS_KEY(AWS, CREDENTIAL, "AwsAccessKey", "AWS access key"),
  EC2_INSTANCE(AWS, COMPUTE, "Ec2Instance", "EC2 instance"),
  LAMBDA_FUNCTION(AWS, COMPUTE, "LambdaFunction", "Lambda function"),
  ECS_CLUSTER(AWS, COMPUTE, "EcsCluster", "ECS cluster"),
  AUTO_SCALING_GROUP(AWS, COMPUTE, "AutoScalingGroup", "Auto Scaling group"),
  SSM_MANAGED_NODE(AWS, COMPUTE, "SsmManagedNode", "managed node of elsewhere"),
  ECS_SERVICE(AWS, COMPUTE, "EcsService", "ECS service"),
  ECS_TASK(AWS, COMPUTE, "EcsTask", "ECS task"),
  EKS_CLUSTER(AWS, COMPUTE, "EksCluster", "EKS cluster"),
  EKS_POD_IDENTITY(AWS, COMPUTE, "EksPodIdentity", "pods of an EKS service account"),
  S3_BUCKET(AWS, DATA_STORE, "S3Bucket", "S3 bucket"),
  SECRETS_MANAGER_SECRET(AWS, DATA_STORE, "SecretsManagerSecret", "Secrets Manager secret"),
  SSM_PARAMETER(AWS, DATA_STORE, "SsmParameter", "SSM parameter"),
  RDS_INSTANCE(AWS, DATA_STORE, "RdsInstance", "RDS database"),
  RDS_SNAPSHOT(AWS, DATA_STORE, "RdsSnapshot", "RDS snapshot"),
  EBS_SNAPSHOT(AWS, DATA_STORE, "EbsSnapshot", "EBS snapshot"),
  DYNAMODB_TABLE(AWS, DATA_STORE, "DynamoDbTable", "DynamoDB table"),
  ECR_REPOSITORY(AWS, DATA_STORE, "EcrRepository", "ECR repository"),
  SQS_QUEUE(AWS, DATA_STORE, "SqsQueue", "SQS queue"),
  SNS_TOPIC(AWS, DATA_STORE, "SnsTopic", "SNS topic"),
  ELASTICSEARCH_DOMAIN(AWS, DATA_STORE, "ElasticsearchDomain", "OpenSearch domain"),
  REDSHIFT_CLUSTER(AWS, DATA_STORE, "RedshiftCluster", "Redshift cluster"),
  KMS_KEY(AWS, CONFIGURATION, "KmsKey", "KMS key"),
  EC2_VPC(AWS, NETWORK, "Ec2Vpc", "VPC"),
  EC2_SUBNET(AWS, NETWORK, "Ec2Subnet", "subnet"),
  EC2_SECURITY_GROUP(AWS, NETWORK, "Ec2SecurityGroup", "security group"),
  EC2_NETWORK_INTERFACE(AWS, NETWORK, "Ec2NetworkInterface", "network interface"),
  EC2_ROUTE_TABLE(AWS, NETWORK, "Ec2RouteTable", "route table"),
  EC2_INTERNET_GATEWAY(AWS, NETWORK, "Ec2InternetGateway", "internet gateway"),
  EC2_NETWORK_ACL(AWS, NETWORK, "Ec2NetworkAcl", "network ACL"),
  EC2_VPC_ENDPOINT(AWS, NETWORK, "Ec2VpcEndpoint", "VPC endpoint"),
  EC2_VPC_PEERING(AWS, NETWORK, "Ec2VpcPeeringConnection", "VPC peering connection"),
  LOAD_BALANCER(AWS, NETWORK, "LoadBalancer", "load balancer"),
  AWS_RESOURCE(AWS, CONFIGURATION, "AwsResource", "other AWS resource"),

  MANAGEMENT_GROUP(AZURE, CONTAINER, "AzureManagementGroup", "management group"),
  SUBSCRIPTION(AZURE, CONTAINER, "AzureSubscription", "subscription"),
  RESOURCE_GROUP(AZURE, CONTAINER, "AzureResourceGroup", "resource group"),
  VIRTUAL_MACHINE(AZURE, COMPUTE, "AzureVirtualMachine", "virtual machine"),
  VM_SCALE_SET(AZURE, COMPUTE, "AzureVmScaleSet", "virtual machine scale set"),
  ARC_MACHINE(AZURE, COMPUTE, "AzureArcMachine", "Arc machine"),
  WEB_APP(AZURE, COMPUTE, "AzureWebApp", "web or function app"),
  LOGIC_APP(AZURE, COMPUTE, "AzureLogicApp", "logic app"),
  AUTOMATION_ACCOUNT(AZURE, COMPUTE, "AzureAutomationAccount", "automation account"),
  CONTAINER_GROUP(AZURE, COMPUTE, "AzureContainerGroup", "container group"),
  KUBERNETES_CLUSTER(AZURE, COMPUTE, "AzureKubernetesCluster", "AKS or Arc-enabled Kubernetes cluster"),
  KUBERNETES_NAMESPACE(AZURE, COMPUTE, "AzureKubernetesNamespace", "pods of a Kubernetes namespace"),
  CONTAINER_APP(AZURE, COMPUTE, "AzureContainerApp", "container app or job"),
  DATA_FACTORY(AZURE, COMPUTE, "AzureDataFactory", "data factory"),
  BATCH_ACCOUNT(AZURE, COMPUTE, "AzureBatchAccount", "batch account"),
  DATABRICKS_WORKSPACE(AZURE, COMPUTE, "AzureDatabricksWorkspace", "Databricks workspace"),
  KEY_VAULT(AZURE, DATA_STORE, "AzureKeyVault", "key vault"),
  KEY_VAULT_SECRET(AZURE, DATA_STORE, "AzureKeyVaultSecret", "key vault secret"),
  STORAGE_ACCOUNT(AZURE, DATA_STORE, "AzureStorageAccount", "storage account"),
  BLOB_CONTAINER(AZURE, DATA_STORE, "AzureBlobContainer", "blob container"),
  FILE_SHARE(AZURE, DATA_STORE, "AzureFileShare", "file share"),
  STORAGE_QUEUE(AZURE, DATA_STORE, "AzureStorageQueue", "storage queue"),
  STORAGE_TABLE(AZURE, DATA_STORE, "AzureStorageTable", "storage table"),
  SQL_SERVER(AZURE, DATA_STORE, "AzureSqlServer", "SQL server"),
  SQL_DATABASE(AZURE, DATA_STORE, "AzureSqlDatabase", "SQL database"),
  COSMOS_ACCOUNT(AZURE, DATA_STORE, "AzureCosmosAccount", "Cosmos DB account"),
  COSMOS_DATABASE(AZURE, DATA_STORE, "AzureCosmosDatabase", "Cosmos DB database or container"),
  POSTGRESQL_SERVER(AZURE, DATA_STORE, "AzurePostgresqlServer", "PostgreSQL server"),
  MYSQL_SERVER(AZURE, DATA_STORE, "AzureMysqlServer", "MySQL server"),
  SQL_MANAGED_INSTANCE(AZURE, DATA_STORE, "AzureSqlManagedInstance", "SQL managed instance"),
  SERVICE_BUS_NAMESPACE(AZURE, DATA_STORE, "AzureServiceBusNamespace", "Service Bus namespace"),
  EVENT_HUBS_NAMESPACE(AZURE, DATA_STORE, "AzureEventHubsNamespace", "Event Hubs namespace"),
  APP_CONFIGURATION_STORE(AZURE, DATA_STORE, "AzureAppConfigurationStore", "App Configuration store"),
  AI_SERVICES_ACCOUNT(AZURE, DATA_STORE, "AzureAiServicesAccount", "AI services account"),
  SEARCH_SERVICE(AZURE, DATA_STORE, "AzureSearchService", "search service"),
  REDIS_CACHE(AZURE, DATA_STORE, "AzureRedisCache", "Redis cache"),
  MANAGED_DISK(AZURE, DATA_STORE, "AzureManagedDisk", "managed disk"),
  DISK_SNAPSHOT(AZURE, DATA_STORE, "AzureDiskSnapshot", "disk snapshot"),
  BACKUP_ITEM(AZURE, DATA_STORE, "AzureBackupItem", "backed-up item"),
  CONTAINER_REGISTRY(AZURE, DATA_STORE, "AzureContainerRegistry", "container registry"),
  USER_ASSIGNED_IDENTITY(AZURE, CONFIGURATION, "AzureUserAssignedIdentity", "user-assigned identity"),
  NETWORK_SECURITY_GROUP(AZURE, NETWORK, "AzureNetworkSecurityGroup", "network security group"),
  NETWORK_INTERFACE(AZURE, NETWORK, "AzureNetworkInterface", "network interface"),
  PUBLIC_IP_ADDRESS(AZURE, NETWORK, "AzurePublicIpAddress", "public IP address"),
  VIRTUAL_NETWORK(AZURE, NETWORK, "AzureVirtualNetwork", "virtual network"),
  ROUTE_TABLE(AZURE, NETWORK, "AzureRouteTable", "route table"),
  AZURE_LOAD_BALANCER(AZURE, NETWORK, "AzureLoadBalancer", "load balancer"),
  APPLICATION_GATEWAY(AZURE, NETWORK, "AzureApplicationGateway", "application gateway"),
  AZURE_RESOURCE(AZURE, CONFIGURATION, "AzureResource", "other Azure resource"),

  TENANT(ENTRA, CONTAINER, "EntraTenant", "Entra tenant"),
  ENTRA_USER(ENTRA, IDENTITY, "EntraUser", "Entra user"),
  ENTRA_GROUP(ENTRA, IDENTITY, "EntraGroup", "Entra group"),
  APPLICATION(ENTRA, IDENTITY, "EntraApplication", "application"),
  SERVICE_PRINCIPAL(ENTRA, IDENTITY, "EntraServicePrincipal", "service principal"),
  DIRECTORY_ROLE(ENTRA, IDENTITY, "EntraDirectoryRole", "directory role"),
  DEVICE(ENTRA, COMPUTE, "EntraDevice", "device"),
  ADMINISTRATIVE_UNIT(ENTRA, CONTAINER, "EntraAdministrativeUnit", "administrative unit"),
  CONDITIONAL_ACCESS_POLICY(ENTRA, CONFIGURATION, "EntraConditionalAccessPolicy", "Conditional Access policy"),

  INTERNET(EXTERNAL, NodeFamily.EXTERNAL, "Internet", "the internet"),
  FOREIGN_AWS_ACCOUNT(EXTERNAL, NodeFamily.EXTERNAL, "ForeignAwsAccount", "foreign AWS account"),
  FOREIGN_TENANT(EXTERNAL, NodeFamily.EXTERNAL, "ForeignTenant", "foreign Entra tenant"),
  FOREIGN_PRINCIPAL(EXTERNAL, NodeFamily.EXTERNAL, "ForeignPrincipal", "principal that was not collected"),
  ISSUER(EXTERNAL, NodeFamily.EXTERNAL, "TokenIssuer", "token issuer"),
  CI_REPOSITORY(EXTERNAL, NodeFamily.EXTERNAL, "CiRepository", "CI repository"),
  CI_REPOSITORY_PART(EXTERNAL, NodeFamily.EXTERNAL, "CiRepositoryPart", "branch, tag or environment of a repository"),
  ACCOUNT_ADMIN(AWS, PRIVILEGE, "AccountAdmin", "administrator of the account"),
  SUBSCRIPTION_OWNER(AZURE, PRIVILEGE, "SubscriptionOwner", "owner of the subscription"),
  AZURE_ROLE_POWER(AZURE, PRIVILEGE, "AzureRolePower", "rights of one role over a scope"),
  TENANT_GLOBAL_ADMIN(ENTRA, PRIVILEGE, "TenantGlobalAdmin", "global administrator of the tenant"),
  AWS_CAPABILITY_SET(AWS, CAPABILITY_SET, "AwsCapabilitySet", "set of AWS resources with one answer"),
  AZURE_CAPABILITY_SET(AZURE, CAPABILITY_SET, "AzureCapabilitySet", "set of Azure resources with one answer");

  private final Cloud cloud;
  private final NodeFamily family;
  private final String label;
  private final String title;

  NodeKind(Cloud cloud, NodeFamily family, String label, String title) {
    this.cloud = cloud;
    this.family = family;
    this.label = label;
    this.title = title;
  }

  public Cloud cloud() {
    return cloud;
  }

  public NodeFamily family() {
    return family;
  }

  public String label() {
    return label;
  }

  /** What people call it, in lower case: {@code key vault}. */
  public String title() {
    return title;
  }

  /** True for the inner nodes of capability sets, which no answer shows as a hop. */
  public boolean isSet() {
    return family == CAPABILITY_SET;
  }
}
