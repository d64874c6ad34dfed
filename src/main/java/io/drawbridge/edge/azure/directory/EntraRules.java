package io.drawbridge.edge.azure.directory;

import io.drawbridge.edge.EdgeRule;
import java.util.List;

/** Every rule about what the directory lets an identity do. */
public final class EntraRules {

  public static final List<EdgeRule> EDGES =
      List.of(new GroupMembership(), new ObjectOwnership(), new ApplicationSignIn(), new DirectoryRoleHolding(), new DirectoryRolePower(),
          new CredentialReset(), new GraphPermission(), new GraphCredentialReset(), new GlobalAdminPower(), new DeviceUsers(), new FederatedSignIn(), new GroupActivation(),
          new DelegatedPermission(), new PermissionConsent(), new CatalogControl(), new PackageRequests(), new GuestHome(), new CrossTenantProvisioning(),
          new PartnerDelegation(), new AgentSignIn());

  private EntraRules() {}
}
