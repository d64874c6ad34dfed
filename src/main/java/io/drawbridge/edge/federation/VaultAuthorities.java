package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Capability;
import io.drawbridge.edge.azure.CapabilityDerivation;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Readings;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.edge.azure.data.VaultAccessPolicy;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.AnywhereProfile;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.TrustAnchor;
import io.drawbridge.inventory.azure.Vault;
import io.drawbridge.inventory.azure.VaultCertificate;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Residual;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From who signs with a vault's key to the roles that IAM Roles Anywhere gives for certificates of the authority whose key it is.
 *
 * <p>The authority's certificate in the vault is the one of the trust anchor, by its thumbprint; who signs with its key issues a certificate for any
 * subject, and a profile of the anchor's account and region exchanges it for its roles, as far as their trust lets the service in. Source: IAM Roles
 * Anywhere User Guide, "Trust model"; its API reference, ListTrustAnchors and ListProfiles; Azure Key Vault REST, "Sign" (keys/sign); Azure
 * permissions, Microsoft.KeyVault. <b>Not modelled:</b> who takes an exportable key out as a secret; an authority whose certificate was renewed
 * outside the vault; what session policies of a profile take away.
 */
final class VaultAuthorities implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("key-vault-authority-to-iam-role", "signs a certificate of its own with the authority's key and takes the role",
      "T1649", "keep the authority's key in a vault of its own, and name issuer and subject in the trust of each role");
  private static final Operation ANCHORS = Operation.parse("rolesanywhere:list-trust-anchors");
  private static final Operation PROFILES = Operation.parse("rolesanywhere:list-profiles");
  private static final Operation CERTIFICATES = new Operation("arm", "microsoft.keyvault/vaults/certificates");
  private static final Capability SIGN = Capability.ofData("sign-as-authority", TECHNIQUE.id(), EdgeKind.CAN_FEDERATE,
      "Microsoft.KeyVault/vaults/keys/sign/action", Likelihood.LIKELY);
  private static final List<String> SIGNS = List.of("sign", "all");
  private static final Duration SESSION = Duration.ofHours(1);

  /** A role that certificates of an authority are exchanged for. */
  private record Gain(VaultCertificate certificate, IamRole role, AnchorTrust.Admission admission, Proof proof) {}

  @Override
  public List<Operation> reads() {
    return Stream.concat(AzureAuthorization.readsAnd(new Operation("arm", "microsoft.keyvault/vaults"), CERTIFICATES).stream(),
        Stream.of(ANCHORS, PROFILES, FederatedEdges.AUTHORIZATION_DETAILS)).toList();
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<TrustAnchor> anchors = estate.inventory().all(TrustAnchor.class).stream().filter(anchor -> anchor.enabled() && !anchor.thumbprints().isEmpty()).toList();
    if (anchors.isEmpty()) {
      return;
    }
    Map<String, List<VaultCertificate>> byThumbprint = new HashMap<>();
    estate.inventory().all(VaultCertificate.class).stream().filter(VaultCertificate::enabled)
        .forEach(certificate -> byThumbprint.computeIfAbsent(certificate.thumbprint(), none -> new ArrayList<>()).add(certificate));
    List<Gain> gains = new ArrayList<>();
    for (TrustAnchor anchor : anchors) {
      List<VaultCertificate> certificates = anchor.thumbprints().stream().flatMap(print -> byThumbprint.getOrDefault(print, List.of()).stream()).toList();
      if (certificates.isEmpty()) {
        unread(estate, sink);
      } else {
        roles(estate, anchor, sink).forEach(admission -> certificates.forEach(certificate -> gains.add(gain(anchor, certificate, admission))));
      }
    }
    draw(estate, gains, sink);
  }

  private static void unread(Estate estate, EdgeSink sink) {
    Readings readings = AzureAuthorization.of(estate).readings();
    estate.inventory().all(Vault.class).stream().filter(vault -> readings.reading(vault.id(), CERTIFICATES, vault.id().text()) != Reading.READ)
        .forEach(vault -> sink.gap(Gaps.of(estate, Readings.home(vault.id()), CERTIFICATES, vault.id().text(),
            "whether a vault keeps the key of an authority that IAM Roles Anywhere believes is not known")));
  }

  private static List<AnchorTrust.Admission> roles(Estate estate, TrustAnchor anchor, EdgeSink sink) {
    if (estate.coverage().reading(anchor.scope(), PROFILES) != Reading.READ) {
      sink.gap(Gaps.of(estate, anchor.scope(), PROFILES, "", "which roles certificates of an authority are exchanged for is not known"));
    }
    List<AnchorTrust.Admission> admitted = new ArrayList<>();
    for (AnywhereProfile profile : estate.inventory().all(AnywhereProfile.class)) {
      if (profile.enabled() && profile.id().account().equals(anchor.id().account()) && profile.id().region().equals(anchor.id().region())) {
        profile.roleArns().stream().flatMap(arn -> Arn.find(arn).stream()).forEach(arn -> {
          Optional<IamRole> role = estate.inventory().find(IamRole.class, arn);
          role.flatMap(known -> AnchorTrust.of(AwsAuthorization.of(estate), anchor, profile, known)).ifPresent(admitted::add);
          if (role.isEmpty() && estate.coverage().reading(anchor.scope(), FederatedEdges.AUTHORIZATION_DETAILS) != Reading.READ) {
            sink.gap(Gaps.of(estate, anchor.scope(), FederatedEdges.AUTHORIZATION_DETAILS, arn.text(), "whether a role lets IAM Roles Anywhere in is not known"));
          }
        });
      }
    }
    return admitted;
  }

  private static Gain gain(TrustAnchor anchor, VaultCertificate certificate, AnchorTrust.Admission admission) {
    var trusts = new Evidence(Evidence.Side.TRUST, anchor.origin().field("/source/sourceData/x509CertificateData", "believes the certificate " + certificate.thumbprint()),
        anchor.scope(), anchor.origin().snapshot());
    return new Gain(certificate, admission.role(), admission,
        admission.proof().and(Proof.of(List.of(trusts))).and(Observed.fact(certificate, "/x5t", certificate.thumbprint())));
  }

  private static void draw(Estate estate, List<Gain> gains, EdgeSink sink) {
    Map<Object, Vault> vaults = new HashMap<>();
    estate.inventory().all(Vault.class).forEach(vault -> vaults.put(vault.id(), vault));
    List<Target> targets = new ArrayList<>();
    for (Gain gain : gains) {
      Vault vault = vaults.get(gain.certificate.vault());
      if (vault == null) {
        sink.gap(Gaps.of(estate, Readings.home(gain.certificate.vault()), new Operation("arm", "microsoft.keyvault/vaults"), gain.certificate.vault().text(),
            "who may use the keys of a vault is not known"));
      } else if (vault.rbac()) {
        targets.add(target(gain, vault));
      } else {
        vault.accessPolicies().stream().filter(policy -> VaultAccessPolicy.isInForce(vault, policy) && policy.keys().stream().anyMatch(SIGNS::contains))
            .forEach(policy -> byPolicy(estate, gain, vault, policy, sink));
      }
    }
    new CapabilityDerivation(estate, sink).draw(SIGN, targets);
  }

  private static Target target(Gain gain, Vault vault) {
    Target target = Target.of(gain.certificate.key(), gain.role.id(), gain.proof).behind(vault, vault.network());
    for (Requirement requirement : gain.admission.residual().requirements()) {
      target = target.asking(requirement);
    }
    return target;
  }

  private static void byPolicy(Estate estate, Gain gain, Vault vault, Vault.AccessPolicy policy, EdgeSink sink) {
    EntraId principal = VaultAccessPolicy.principal(estate, vault, policy);
    if (Directory.of(estate).canAct(principal)) {
      List<Requirement> asked = target(gain, vault).own();
      sink.edge(Edge.of(principal, gain.role.id(), EdgeKind.CAN_FEDERATE, TECHNIQUE.id(), target(gain, vault).proof().and(Observed.grant(vault,
          "/properties/accessPolicies/" + policy.index(), "{\"objectId\":\"" + policy.objectId() + "\",\"keys\":" + policy.keys() + "}")), Likelihood.LIKELY.cost())
          .under(DecisionEdges.condition(new Residual(asked), principal)).outliving(SESSION));
    }
  }
}
