package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.NodeRule;
import io.drawbridge.edge.aws.trust.SamlTrust;
import io.drawbridge.edge.aws.trust.SamlTrust.Trusting;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.SamlProvider;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.FederatedIdentityCredential;
import io.drawbridge.inventory.azure.UserAssignedIdentity;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Says of a role, application or identity which trust in tokens or assertions lets nobody in, and what of it does not fit: the fact {@value #FACT}.
 *
 * <p>Why a fact: no edge is drawn for such a trust, and nothing is unknown about it; whoever looks at the node reads why. What was not read is a gap
 * and stands here never. <b>Not modelled:</b> statements of a trust that contradict each other.
 */
final class BrokenTrusts implements NodeRule {

  static final String FACT = "brokenTrust";

  @Override
  public Stream<Node> derive(Estate estate) {
    var found = new Found();
    OidcProviders.of(estate).deleted().forEach(gone -> found.add(node(gone.role()), "the identity provider " + gone.provider() + " is not there"));
    OidcProviders.of(estate).trusted().forEach(trusted -> ProviderBreaks.of(estate, trusted).forEach(reason -> found.add(node(trusted.role()), reason)));
    SamlTrust.all(estate).forEach(trusting -> assertions(estate, trusting).ifPresent(reason -> found.add(node(trusting.role()), reason)));
    for (FederatedIdentityCredential credential : estate.inventory().all(FederatedIdentityCredential.class)) {
      holder(estate, credential).ifPresent(holder ->
          CredentialBreaks.of(estate, credential).ifPresent(reason -> found.add(holder, "credential " + credential.name() + ": " + reason)));
    }
    return found.nodes();
  }

  /** Reasons by node. */
  private static final class Found {
    private final SortedMap<String, Node> nodes = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> reasons = new TreeMap<>();

    void add(Node node, String reason) {
      nodes.put(node.id().text(), node);
      reasons.computeIfAbsent(node.id().text(), none -> new TreeSet<>()).add(reason);
    }

    Stream<Node> nodes() {
      return nodes.entrySet().stream().map(entry -> entry.getValue().withFact(FACT, String.join("; ", reasons.getOrDefault(entry.getKey(), new TreeSet<>()))));
    }
  }

  private static Node node(IamRole role) {
    return Node.of(role.id(), NodeKind.IAM_ROLE, role.name(), role.scope());
  }

  private static Optional<Node> holder(Estate estate, FederatedIdentityCredential credential) {
    return switch (credential.holder()) {
      case EntraId application -> estate.inventory().find(Application.class, application).map(it -> Node.of(it.id(), NodeKind.APPLICATION, it.name(), it.scope()));
      case ArmId identity -> estate.inventory().find(UserAssignedIdentity.class, identity)
          .map(it -> Node.of(it.id(), NodeKind.USER_ASSIGNED_IDENTITY, it.name(), it.scope()));
      default -> Optional.empty();
    };
  }

  private static Optional<String> assertions(Estate estate, Trusting trusting) {
    Optional<SamlProvider> provider = estate.inventory().find(SamlProvider.class, trusting.provider());
    if (provider.isEmpty()) {
      boolean gone = SamlTrust.exists(estate, trusting.provider()).filter(there -> !there).isPresent();
      return gone ? Optional.of("the identity provider " + trusting.provider() + " is not there") : Optional.empty();
    }
    if (trusting.provider().resource().startsWith(SamlIssuerToRole.OF_IDENTITY_CENTER)) {
      return Optional.empty();
    }
    if (!SamlTrust.admits(estate, trusting).possible()) {
      return Optional.of("the trust admits no assertion of " + trusting.provider());
    }
    return SamlApplications.collectedTenant(estate, provider.get()).map(tenant -> SamlApplications.of(estate, tenant, provider.get()))
        .filter(applications -> applications.certain() && applications.found().isEmpty())
        .map(nobody -> "no enabled application of the tenant signs with a certificate of " + trusting.provider());
  }
}
