package io.drawbridge.edge.federation;

import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.NodeRule;
import io.drawbridge.edge.azure.ResourceRule;
import java.util.List;

/** Every rule about trust in tokens of another issuer. */
public final class FederationRules {

  public static final List<NodeRule> NODES = List.of(new BrokenTrusts());

  public static final List<EdgeRule> EDGES =
      List.of(
          new GithubPartRule(),
          new GithubToRole(),
          new EntraToRole(),
          new IssuerToRole(),
          new ClusterIssuer(),
          new NamespaceTokens(),
          new NamespaceToRole(),
          new SamlIssuerToRole(),
          new SamlApplicationToRole(),
          new EntraToIdentityCenter(),
          new ProvisionedGroups(),
          new ArcHosts(),
          new ManagedMachines(),
          new ConnectorToRole(),
          new ResourceRule(ConnectorSteering.TABLE),
          new UnpinnedConnectors(),
          new ConnectorToApplication(),
          new CredentialsInSettings(),
          new LabelledSecrets(),
          new VaultAuthorities(),
          new TransferredStores(),
          new GithubToEntra(),
          new IssuerToEntra(),
          new AwsToEntra(),
          new CognitoToEntra(),
          new SameHuman());

  private FederationRules() {}
}
