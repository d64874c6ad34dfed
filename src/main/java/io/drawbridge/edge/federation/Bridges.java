package io.drawbridge.edge.federation;

import static io.drawbridge.edge.federation.Bridge.Direction.AWS_TO_AZURE;
import static io.drawbridge.edge.federation.Bridge.Direction.AZURE_TO_AWS;
import static io.drawbridge.edge.federation.Bridge.Direction.OTHERS_TO_AWS;
import static io.drawbridge.edge.federation.Bridge.Direction.OTHERS_TO_AZURE;
import static io.drawbridge.graph.EdgeKind.CAN_ADD_CREDENTIAL;
import static io.drawbridge.graph.EdgeKind.CAN_ASSUME;
import static io.drawbridge.graph.EdgeKind.CAN_CHANGE_TRUST;
import static io.drawbridge.graph.EdgeKind.CAN_CONTROL;
import static io.drawbridge.graph.EdgeKind.CAN_FEDERATE;
import static io.drawbridge.graph.EdgeKind.CAN_REACH;
import static io.drawbridge.graph.EdgeKind.CAN_REACH_SERVICE;
import static io.drawbridge.graph.EdgeKind.CAN_READ_DATA;
import static io.drawbridge.graph.EdgeKind.CAN_RUN_CODE;
import static io.drawbridge.graph.EdgeKind.HOLDS_CREDENTIAL;
import static io.drawbridge.graph.EdgeKind.IN_SET;
import static io.drawbridge.graph.EdgeKind.MEMBER_OF;
import static io.drawbridge.graph.EdgeKind.RUNS_AS;
import static io.drawbridge.graph.EdgeKind.SAME_HUMAN_AS;
import static io.drawbridge.graph.EdgeKind.SPEAKS_FOR;
import static io.drawbridge.graph.EdgeKind.VENDOR_ACTS_ON;

import io.drawbridge.edge.federation.Bridge.Direction;
import io.drawbridge.edge.federation.Bridge.Status.Modelled;
import io.drawbridge.edge.federation.Bridge.Status.NotModelled;
import java.util.Arrays;
import java.util.List;

/**
 * Every way between the clouds that the field knows, each once: what of it is drawn and by what it is proven, or why it is not.
 *
 * <p>docs/bridges.md is generated from this table.
 */
public final class Bridges {

  private static final List<String> ROLES = List.of("iam:GetAccountAuthorizationDetails");
  private static final List<String> PROVIDERS = List.of("iam:ListOpenIDConnectProviders", "iam:GetOpenIDConnectProvider");
  private static final List<String> APPLICATIONS = List.of("Microsoft Graph Application.Read.All");
  private static final List<String> CENTER_READS = List.of("sso:ListInstances", "identitystore:ListUsers");
  private static final List<String> DIRECTORY =
      List.of("Microsoft Graph User.Read.All", "Microsoft Graph GroupMember.Read.All", "Microsoft Graph RoleManagement.Read.Directory");
  private static final List<String> CREDENTIALS = List.of("Microsoft Graph Application.Read.All",
      "Microsoft.ManagedIdentity/userAssignedIdentities/read", "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/read");

  private static final List<String> NETWORKS =
      List.of("ec2:DescribeVpnConnections", "ec2:DescribeCustomerGateways", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups", "ec2:DescribeNetworkAcls",
          "ec2:DescribeSubnets", "ec2:DescribeInstances", "Microsoft.Network/*/read");

  private static final List<String> ARC =
      List.of("machines: properties.detectedProperties.cloudprovider, AWS-instanceId, AWS-accountId, properties.cloudMetadata.provider, name", "Instances[].InstanceId");
  private static final List<String> ARC_READS = List.of("ec2:DescribeInstances", "Microsoft.HybridCompute/machines/read");
  private static final List<String> NODE = List.of("InstanceInformationList[]: SourceType, SourceId, ComputerName, IPAddress",
      "virtualMachines: properties.vmId, properties.osProfile.computerName", "networkInterfaces: ipConfigurations[].privateIPAddress");
  private static final List<String> NODE_READS =
      List.of("ssm:DescribeInstanceInformation", "Microsoft.Compute/virtualMachines/read", "Microsoft.Network/networkInterfaces/read");
  private static final String NODE_LIMITS = "instances of scale sets; a node that fits several machines, or a machine that fits several nodes, is a gap";

  private static final List<String> ADDRESSES =
      List.of("ec2:DescribeInstances", "ec2:DescribeNatGateways", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups", "ec2:DescribeNetworkAcls",
          "ec2:DescribeSubnets", "Microsoft.Network/*/read", "Microsoft.Web/sites/config/read", "Microsoft.Sql/servers/firewallRules/read");

  private static final List<String> ISSUED = List.of("RoleDetailList[]: AssumeRolePolicyDocument, RolePolicyList, AttachedManagedPolicies",
      "IssuerIdentifier, JwtVendingEnabled of the account's outbound federation", "applications: appId", "federatedIdentityCredentials: issuer, subject, audiences[]");
  private static final List<String> ISSUED_READS =
      List.of("iam:GetAccountAuthorizationDetails", "iam:GetOutboundWebIdentityFederationInfo", "Microsoft Graph Application.Read.All");

  private static final String TRUST = "RoleDetailList[].AssumeRolePolicyDocument";
  private static final String PROVIDER = "Url, ClientIDList[] of the OIDC provider";
  private static final String CREDENTIAL = "federatedIdentityCredentials: issuer, subject, audiences[], claimsMatchingExpression";

  private static final List<String> CENTER = List.of("Instances[].IdentityStoreId", "identitystore users: UserName, UserStatus, Emails[].Value, ExternalIds[].Id",
      "servicePrincipals: servicePrincipalNames[], preferredSingleSignOnMode, appRoleAssignmentRequired", "users: id, userPrincipalName, mail");

  public static final List<Bridge> ALL =
      List.of(
          new Bridge("X01", "an Entra application or managed identity takes an IAM role by its token", List.of(AZURE_TO_AWS),
              new Modelled(List.of(CAN_FEDERATE), List.of("entra-oidc-to-iam-role"),
                  List.of(TRUST, PROVIDER, "applications: appId, identifierUris[], api.requestedAccessTokenVersion",
                      "servicePrincipals: id, appId, accountEnabled, servicePrincipalNames[]"),
                  all(ROLES, PROVIDERS, APPLICATIONS), "")),
          new Bridge("X02", "whoever gets a token for the audience takes an IAM role", List.of(AZURE_TO_AWS),
              new Modelled(List.of(CAN_FEDERATE, IN_SET), List.of("entra-oidc-to-iam-role"),
                  List.of(TRUST, PROVIDER, "servicePrincipals: appRoleAssignmentRequired", "servicePrincipals/appRoleAssignedTo: principalId"),
                  all(ROLES, PROVIDERS, APPLICATIONS), "applications and managed identities; users are X03")),
          new Bridge("X03", "a user's delegated token takes an IAM role that asks for the audience alone", List.of(AZURE_TO_AWS),
              new Modelled(List.of(CAN_FEDERATE, IN_SET), List.of("entra-user-token-to-iam-role"),
                  List.of(TRUST, PROVIDER, "servicePrincipals: oauth2PermissionScopes[].isEnabled, appRoleAssignmentRequired",
                      "applications: api.preAuthorizedApplications[].appId", "servicePrincipals/appRoleAssignedTo: principalId", "groups/members: id"),
                  all(ROLES, PROVIDERS, APPLICATIONS, DIRECTORY),
                  "a trust that pins a user's subject, which is another for each application and which Graph tells of nobody; ID tokens")),
          new Bridge("X04", "an application of Entra, or another SAML identity provider, signs its users in to IAM roles", List.of(AZURE_TO_AWS, OTHERS_TO_AWS),
              new Modelled(List.of(CAN_FEDERATE, IN_SET), List.of("entra-saml-role", "entra-saml-application", "saml-issuer-to-iam-role"),
                  List.of(TRUST, "SAMLMetadataDocument: entityID, X509Certificate",
                      "servicePrincipals: preferredSingleSignOnMode, preferredTokenSigningKeyThumbprint, keyCredentials[].customKeyIdentifier, appRoles[].value",
                      "servicePrincipals/appRoleAssignedTo: principalId, appRoleId", "servicePrincipals/owners: id", "groups/members: id"),
                  all(ROLES, List.of("iam:ListSAMLProviders", "iam:GetSAMLProvider"), APPLICATIONS, DIRECTORY),
                  "custom roles over applications; claims mapping policies that are there already")),
          new Bridge("X05", "an Entra user signs in to IAM Identity Center", List.of(AZURE_TO_AWS),
              new Modelled(List.of(CAN_FEDERATE), List.of("entra-identity-center-user"), all(CENTER, List.of("servicePrincipals/appRoleAssignedTo: principalId", "groups/members: id")),
                  all(CENTER_READS, APPLICATIONS, DIRECTORY), "Conditional Access about the one application; which identity source an instance has is in no answer of AWS")),
          new Bridge("X06", "who fills an Entra group fills the group of Identity Center that is provisioned from it", List.of(AZURE_TO_AWS),
              new Modelled(List.of(MEMBER_OF), List.of("entra-identity-center-group"),
                  all(CENTER, List.of("identitystore groups: DisplayName, ExternalIds[].Id", "servicePrincipals/synchronization/jobs: schedule.state, status.code",
                      "servicePrincipals/appRoleAssignedTo: principalId")),
                  all(CENTER_READS, List.of("identitystore:ListGroups"), APPLICATIONS, DIRECTORY, List.of("Microsoft Graph Synchronization.Read.All")),
                  "the cycle's delay, which no edge carries; scoping filters; jobs that provision everybody")),
          new Bridge("X07", "who manages the application that signs in to and provisions Identity Center is any of its users", List.of(AZURE_TO_AWS),
              new Modelled(List.of(CAN_FEDERATE, IN_SET), List.of("entra-identity-center-application"), all(CENTER, List.of("servicePrincipals/owners: id",
                  "roleAssignments: roleDefinitionId, directoryScopeId")), all(CENTER_READS, APPLICATIONS, DIRECTORY),
                  "the token of provisioning, which no answer of either side tells of; what AWS administrators do with one of their own stays within AWS")),
          notYet("X08", "a trusted token issuer's token becomes a session of an Identity Center user",
              "the session counts with analytic services' own grants only (S3 Access Grants, Lake Formation, Redshift), which are not read, and gives no role of an account",
              AZURE_TO_AWS),
          new Bridge("X09", "an AWS role or user signs in as an Entra application or managed identity by a token that AWS issues", List.of(AWS_TO_AZURE),
              new Modelled(List.of(CAN_FEDERATE), List.of("d-sts-webidtoken"),
                  List.of("IssuerIdentifier, JwtVendingEnabled of the account's outbound federation", CREDENTIAL),
                  all(ROLES, List.of("iam:GetOutboundWebIdentityFederationInfo"), CREDENTIALS), "tags in the request")),
          new Bridge("X10", "a service account of EKS signs in as an Entra application or managed identity", List.of(AWS_TO_AZURE),
              new Modelled(List.of(CAN_CONTROL, CAN_FEDERATE), List.of("d-eks-sa-token", "oidc-issuer-to-entra"),
                  List.of("cluster.identity.oidc.issuer", CREDENTIAL), all(List.of("eks:DescribeCluster"), CREDENTIALS),
                  "who runs pods in one namespace only")),
          new Bridge("X11", "a Cognito identity pool signs somebody in as an Entra application", List.of(AWS_TO_AZURE),
              new Modelled(List.of(CAN_FEDERATE), List.of("d-cognito-openid", "cognito-guest-token"),
                  List.of("IdentityPoolId, DeveloperProviderName, AllowUnauthenticatedIdentities, AllowClassicFlow of the pool", CREDENTIAL),
                  all(ROLES, List.of("cognito-identity:DescribeIdentityPool"), CREDENTIALS), "users whom other issuers sign in to the pool")),
          new Bridge("X12", "a service account of AKS takes an IAM role", List.of(AZURE_TO_AWS),
              new Modelled(List.of(CAN_CONTROL, CAN_FEDERATE), List.of("aks-service-account-token", "aks-namespace-token", "oidc-issuer-to-iam-role"),
                  List.of("managedClusters: properties.oidcIssuerProfile.issuerURL", TRUST, PROVIDER),
                  all(ROLES, PROVIDERS, List.of("Microsoft.ContainerService/managedClusters/read", "Microsoft.Authorization/roleAssignments/read")),
                  "Kubernetes roles in a namespace, which no answer of Azure tells")),
          new Bridge("X13", "a GitHub workflow takes IAM roles and signs in as Entra applications", List.of(OTHERS_TO_AWS, OTHERS_TO_AZURE),
              new Modelled(List.of(CAN_FEDERATE, SPEAKS_FOR), List.of("github-oidc-to-iam-role", "github-oidc-to-entra", "github-run-job"),
                  List.of(TRUST, PROVIDER, CREDENTIAL), all(ROLES, PROVIDERS, CREDENTIALS), "branch and environment protection")),
          new Bridge("X14", "another common issuer takes IAM roles and signs in as Entra applications", List.of(OTHERS_TO_AWS, OTHERS_TO_AZURE),
              new Modelled(List.of(CAN_FEDERATE), List.of("oidc-issuer-to-iam-role", "oidc-issuer-to-entra"),
                  List.of(TRUST, PROVIDER, CREDENTIAL), all(ROLES, PROVIDERS, CREDENTIALS), "who obtains which token of the issuer")),
          new Bridge("X15", "a pipeline of Azure DevOps takes IAM roles and signs in as Entra applications by a service connection", List.of(AZURE_TO_AWS, OTHERS_TO_AZURE),
              new Modelled(List.of(CAN_FEDERATE), List.of("azure-devops-connection"), List.of(TRUST, PROVIDER, CREDENTIAL), all(ROLES, PROVIDERS, CREDENTIALS),
                  "who edits which pipeline, which no answer of Azure or Entra tells; the organization is a source that nothing leads to")),
          new Bridge("X16", "Defender for Cloud acts in AWS accounts, and who writes its connector steers it", List.of(AZURE_TO_AWS),
              new Modelled(List.of(VENDOR_ACTS_ON, CAN_CONTROL),
                  List.of("microsoft-connector-to-iam-role", "microsoft-connector-onboards", "azure-security-connector", "microsoft-connector-unpinned"),
                  List.of(TRUST, PROVIDER, "securityConnectors: environmentName, hierarchyIdentifier, offerings[].arcAutoProvisioning.cloudRoleArn"),
                  all(ROLES, PROVIDERS, List.of("Microsoft.Security/securityConnectors/read", "Microsoft.Authorization/roleAssignments/read")),
                  "what is done by the connector's other roles is Microsoft's choice, and leads from Microsoft's tenant only; whether the service takes a role that was made for another customer")),
          new Bridge("X17", "Sentinel reads what its role in AWS may read", List.of(AZURE_TO_AWS),
              new Modelled(List.of(VENDOR_ACTS_ON), List.of("microsoft-connector-to-iam-role", "microsoft-connector-unpinned"), List.of(TRUST, PROVIDER), all(ROLES, PROVIDERS),
                  "the workspace, whose readers see what was read and gain nothing of the role; a set-up by the customer's own tenant is X01")),
          new Bridge("X18", "Microsoft's AWS accounts are trusted by roles", List.of(AZURE_TO_AWS),
              new Modelled(List.of(CAN_ASSUME, VENDOR_ACTS_ON), List.of("sts-002", "aws-confused-deputy"), List.of(TRUST), ROLES,
                  "which customer of Microsoft has which external id; that another customer is let in without one is said, whether the product would do it is not known")),
          new Bridge("X19", "Azure Arc runs commands on an EC2 instance", List.of(AZURE_TO_AWS),
              new Modelled(List.of(CAN_RUN_CODE), List.of("azure-arc-on-ec2"), ARC, ARC_READS,
                  "joins by private address or host name, which are not unique; the UUID of the BIOS, which no answer of EC2 tells")),
          new Bridge("X20", "an EC2 instance uses the managed identity of its Arc agent", List.of(AWS_TO_AZURE),
              new Modelled(List.of(CAN_RUN_CODE, RUNS_AS), List.of("ec2-arc-agent", "azure-managed-identity"), all(ARC, List.of("machines: identity.principalId")),
                  all(ARC_READS, List.of("Microsoft Graph Application.Read.All")), "members of the agent's group who are not root")),
          new Bridge("X21", "Arc's multicloud connector commands instances by Systems Manager", List.of(AZURE_TO_AWS),
              new Modelled(List.of(VENDOR_ACTS_ON, CAN_CONTROL), List.of("microsoft-connector-onboards", "azure-multicloud-connector"),
                  List.of(TRUST, PROVIDER, "publicCloudConnectors: properties.awsCloudProfile.accountId"),
                  all(ROLES, PROVIDERS, List.of("Microsoft.HybridConnectivity/publicCloudConnectors/read", "Microsoft.Authorization/roleAssignments/read")),
                  "a role that was renamed from the template's ArcForServerRole; rights over the connector's resource group alone; member accounts of an organization")),
          new Bridge("X22", "Systems Manager runs commands on an Azure machine", List.of(AWS_TO_AZURE),
              new Modelled(List.of(CAN_RUN_CODE), List.of("d-ssm-hybrid", "ssm-node-on-azure-vm"), NODE, NODE_READS, NODE_LIMITS)),
          new Bridge("X23", "an Azure machine uses the role of its hybrid activation", List.of(AZURE_TO_AWS),
              new Modelled(List.of(CAN_RUN_CODE, RUNS_AS), List.of("azure-vm-ssm-node", "aws-ssm-activation-role"),
                  all(NODE, List.of("InstanceInformationList[].IamRole", "ActivationList[].IamRole", TRUST)), all(NODE_READS, List.of("ssm:DescribeActivations"), ROLES), NODE_LIMITS)),
          new Bridge("X24", "a cloud connector of Systems Manager acts as an Entra application", List.of(AWS_TO_AZURE),
              new Modelled(List.of(VENDOR_ACTS_ON), List.of("aws-connector-to-entra"), all(List.of("RoleArn, Configuration.AzureConfiguration: TenantId, ApplicationId"), ISSUED), all(List.of("ssm:ListCloudConnectors", "ssm:GetCloudConnector"), ISSUED_READS),
                  "which automations run there; who takes the role, or passes one that it trusts to an automation, is drawn by X09 and the rules of AWS")),
          new Bridge("X25", "a connector of AWS Config acts as an Entra application", List.of(AWS_TO_AZURE),
              new Modelled(List.of(VENDOR_ACTS_ON), List.of("aws-connector-to-entra"), all(List.of("Connector.connectorConfiguration.azure: tenantIdentifier, clientIdentifier"), ISSUED), all(List.of("config:ListConnectors", "config:GetConnector"), ISSUED_READS),
                  "who writes recorders, which read and do no more")),
          new Bridge("X26", "Security Hub and Inspector act as an Entra application", List.of(AWS_TO_AZURE),
              new Modelled(List.of(VENDOR_ACTS_ON), List.of("aws-connector-to-entra"), all(List.of("Connectors[].ProviderSummary.ProviderConfiguration.Azure.AWSConfigConnectorArn", "items[].awsConfigConnectorArn", "Connector.connectorConfiguration.azure"), ISSUED), all(List.of("securityhub:ListConnectorsV2", "inspector2:ListConnectors", "config:GetConnector"), ISSUED_READS),
                  "what a scan that somebody switches on runs on machines; the role of Inspector that is no linked one is drawn by X09; connectors of Security Hub CSPM")),
          new Bridge("X27", "the AWS DevOps Agent acts as an Entra application", List.of(AWS_TO_AZURE),
              new Modelled(List.of(VENDOR_ACTS_ON), List.of("aws-connector-to-entra"),
              all(List.of("services[].additionalServiceDetails.azureidentity: tenantId, clientId, webIdentityRoleArn"), ISSUED),
              all(List.of("aidevops:ListServices"), ISSUED_READS),
                  "what somebody who asks the agent has it do")),
          new Bridge("X28", "a store of one cloud holds a credential of the other", List.of(AZURE_TO_AWS, AWS_TO_AZURE),
              new Modelled(List.of(HOLDS_CREDENTIAL),
                  List.of("aws-key-in-settings", "entra-secret-in-settings", "d-lambda-env", "aws-key-in-store", "entra-secret-in-store"),
                  List.of("Environment.Variables of functions, environment of task definitions, config/appsettings of sites: names, ids of access keys and of applications",
                      "names and tags of secrets and parameters of either cloud", "AccessKeyMetadata[].AccessKeyId, Status", "applications: appId"),
                  List.of("lambda:ListFunctions", "ecs:DescribeTaskDefinition", "secretsmanager:ListSecrets", "ssm:DescribeParameters", "iam:ListAccessKeys",
                      "Microsoft.Web/sites/config/list/action", "Microsoft.KeyVault/vaults/secrets/read", "Microsoft Graph Application.Read.All"),
                  "user data, whose values have no names; encrypted variables of Automation and secure fields of linked services, whose halves no answer tells together;"
                      + " whether a client secret is still one of the application's")),
          new Bridge("X29", "IAM Roles Anywhere trusts an authority whose key lies in Key Vault", List.of(AZURE_TO_AWS),
              new Modelled(List.of(CAN_FEDERATE), List.of("key-vault-authority-to-iam-role"),
                  List.of("trustAnchors[]: enabled, source.sourceData.x509CertificateData", "profiles[]: enabled, roleArns[]", TRUST, "certificates: id, x5t, attributes.enabled",
                      "vaults: properties.enableRbacAuthorization, accessPolicies[].permissions.keys"),
                  all(ROLES, List.of("rolesanywhere:ListTrustAnchors", "rolesanywhere:ListProfiles", "Microsoft.KeyVault/vaults/read",
                      "Microsoft.KeyVault/vaults/certificates/read", "Microsoft.Authorization/roleAssignments/read")),
                  "who takes an exportable key out as a secret; session policies of profiles")),
          new Bridge("X30", "the same person has accounts in both clouds", List.of(AZURE_TO_AWS, AWS_TO_AZURE),
              new Modelled(List.of(SAME_HUMAN_AS), List.of("same-human"),
                  List.of("users: id, userPrincipalName, mail, otherMails[], proxyAddresses[], employeeId, onPremisesSamAccountName",
                      "UserDetailList[]: UserName, Tags[]", "identitystore users: UserName, UserStatus, Emails[].Value, ExternalIds[].Id"),
                  all(ROLES, List.of("identitystore:ListUsers", "Microsoft Graph User.Read.All")),
                  "names of sessions; weights of the score: " + Likeness.weights())),
          notYet("X31", "the same key or certificate opens both clouds",
              "a public key or certificate on both sides says that one private key opens both, and not who has it: hosts keep the public half, and a vault that keeps a server's"
                  + " private key lets nobody into the other cloud by it", AZURE_TO_AWS, AWS_TO_AZURE),
          new Bridge("X32", "a VPN joins networks of both clouds", List.of(AZURE_TO_AWS, AWS_TO_AZURE),
              new Modelled(List.of(CAN_REACH, CAN_REACH_SERVICE), List.of("network-known-vulnerability", "network-service-flaw"),
                  List.of("VpnConnections[]: CustomerGatewayId, Options.TunnelOptions[].OutsideIpAddress, VgwTelemetry[].Status, Routes[]",
                      "CustomerGateways[].IpAddress", "virtualNetworkGateways: ipConfigurations[].publicIPAddress", "publicIPAddresses: ipAddress",
                      "localNetworkGateways: gatewayIpAddress, localNetworkAddressSpace", "connections: connectionStatus",
                      "routes, security groups, network ACLs and network security groups of both ends"),
                  NETWORKS, "gateways by host name; virtual WAN; VPN appliances on machines; packets of IPv6")),
          notYet("X33", "a private interconnect joins networks of both clouds",
              "no answer of either cloud names the other end: a circuit and a connection may share a provider and not be joined", AZURE_TO_AWS, AWS_TO_AZURE),
          new Bridge("X34", "an allow list of one cloud names addresses of the other", List.of(AZURE_TO_AWS, AWS_TO_AZURE),
              new Modelled(List.of(CAN_REACH, CAN_REACH_SERVICE), List.of("network-known-vulnerability", "network-service-flaw"),
                  List.of("NetworkInterfaces[].Association.PublicIp", "NatGateways[].NatGatewayAddresses[].PublicIp", "SecurityGroups[].IpPermissions[].IpRanges[].CidrIp",
                      "publicIPAddresses: ipAddress", "natGateways: publicIpAddresses[], publicIpPrefixes[]", "networkSecurityGroups: securityRules[]",
                      "sites/config: ipSecurityRestrictions[]", "servers/firewallRules: startIpAddress, endIpAddress"),
                  ADDRESSES, "policies of buckets, queues and domains, and firewalls of stores: there the address stays a condition of the permission's own edge; IPv6")),
          new Bridge("X35", "a transfer service of one cloud reads a store of the other", List.of(AZURE_TO_AWS, AWS_TO_AZURE),
              new Modelled(List.of(CAN_READ_DATA), List.of("datasync-copy"),
                  List.of("SourceLocationArn, DestinationLocationArn, CurrentTaskExecutionArn, Schedule of the task", "LocationUri of both locations", "Buckets[].Name",
                      "containers: id"),
                  List.of("datasync:DescribeTask", "datasync:DescribeLocationS3", "datasync:DescribeLocationAzureBlob", "s3:ListAllMyBuckets",
                      "Microsoft.Storage/storageAccounts/blobServices/containers/read"),
                  "who makes or starts a transfer, which uses a token that no answer tells; Data Factory, whose linked services hide the key; Storage Mover and Purview")),
          notYet("X36", "a name of one cloud points at a resource of the other that is gone",
              "whether a name is free to be registered is in no answer, for names of sites, buckets and distributions are shared with other customers whose resources nobody"
                  + " reads; and who takes it gains no identity of either cloud by that alone", AZURE_TO_AWS, AWS_TO_AZURE),
          notYet("X37", "Entra signs users in to a cluster, user pool or VPN of AWS",
              "what a user gains is decided where nobody reads: roles inside of the cluster, mappings inside of the search domain, claims of the user pool, whose provider's details"
                  + " are kept with its secret; a VPN gives reach and no power", AZURE_TO_AWS),
          new Bridge("X38", "who writes trust builds a bridge of its own", List.of(AZURE_TO_AWS, AWS_TO_AZURE),
              new Modelled(List.of(CAN_CHANGE_TRUST, CAN_ADD_CREDENTIAL),
                  List.of("iam-012", "d-iam-updatesaml", "azure-federated-credential-write", "entra-application-credential"),
                  List.of(TRUST, "SAMLProviderList[].Arn", "roleAssignments: principalId, roleDefinitionId, scope",
                  "roleDefinitions: permissions[].actions, rolePermissions[].allowedResourceActions"),
                  all(ROLES, List.of("iam:ListSAMLProviders", "Microsoft.Authorization/roleAssignments/read", "Microsoft.Authorization/roleDefinitions/read"), APPLICATIONS,
                      List.of("Microsoft Graph RoleManagement.Read.Directory")),
                  "claims-mapping policies, which reach what another application's tokens already reach; enabling outbound federation again, for AWS does not say that an account gets its"
                      + " former issuer back; audiences that are added to the provider of a company's own tenant, which takes a hold in that tenant besides")));

  private Bridges() {}

  private static Bridge notYet(String id, String title, String reason, Direction... directions) {
    return new Bridge(id, title, List.of(directions), new NotModelled(reason));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<String> all(List<String>... permissions) {
    return Arrays.stream(permissions).flatMap(List::stream).distinct().toList();
  }
}
