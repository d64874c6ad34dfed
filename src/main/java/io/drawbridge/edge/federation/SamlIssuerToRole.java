package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.trust.SamlTrust;
import io.drawbridge.edge.aws.trust.SamlTrust.Trusting;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.SamlProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * From identity providers to the IAM roles that trust their SAML assertions: who controls the provider signs in as whom it likes.
 *
 * <p>A tenant of Entra that was read is left to {@link SamlApplicationToRole}, Identity Center's own providers to its account assignments. Source:
 * IAM User Guide, "SAML 2.0 federation"; learn.microsoft.com, "Configure SAML single sign-on". <b>Not modelled:</b> which users the identity
 * provider would give the role: its claims are in no collected answer.
 */
final class SamlIssuerToRole implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("saml-issuer-to-iam-role", "signs an assertion that the role accepts", "T1606.002",
      "guard the identity provider's signing key as the roles themselves, and ask for the assertion's subject in the trust");

  static final Operation GET = new Operation("iam", "get-saml-provider");
  static final String OF_IDENTITY_CENTER = "saml-provider/AWSSSO_";
  static final Duration SESSION = Duration.ofHours(1);

  @Override
  public List<Operation> reads() {
    return List.of(FederatedEdges.AUTHORIZATION_DETAILS, SamlTrust.LIST, GET);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (Trusting trusting : SamlTrust.all(estate)) {
      if (!trusting.provider().resource().startsWith(OF_IDENTITY_CENTER)) {
        role(estate, trusting, sink);
      }
    }
  }

  private static void role(Estate estate, Trusting trusting, EdgeSink sink) {
    Optional<SamlProvider> provider = estate.inventory().find(SamlProvider.class, trusting.provider());
    Optional<Boolean> there = provider.isPresent() ? Optional.of(true) : SamlTrust.exists(estate, trusting.provider());
    if (there.isEmpty()) {
      sink.gap(SamlTrust.unlisted(estate, trusting.provider()));
    } else if (there.get() && provider.map(SamlProvider::entityId).filter(entity -> !entity.isEmpty()).isEmpty()) {
      sink.gap(Gaps.of(estate, Scope.account(trusting.provider().account()), GET, trusting.provider().text(), "whose assertions a SAML provider accepts is not known"));
    } else {
      provider.filter(known -> SamlApplications.collectedTenant(estate, known).isEmpty()).ifPresent(known -> draw(estate, trusting, known, sink));
    }
  }

  private static void draw(Estate estate, Trusting trusting, SamlProvider provider, EdgeSink sink) {
    Ruling trust = SamlTrust.admits(estate, trusting);
    ResourceId holder = Issuers.entra(provider.entityId()).<ResourceId>map(entra -> new ExternalId("entra", entra.tenant()))
        .orElseGet(() -> Issuers.node(provider.entityId()));
    Edge plain = Edge.of(holder, trusting.role().id(), EdgeKind.CAN_FEDERATE, TECHNIQUE.id(), trust.proof().and(accepts(provider)),
        Likelihood.EASY.cost()).outliving(SESSION);
    DecisionEdges.of(plain, trust.decision(), holder).forEach(sink::edge);
  }

  /** What says whose assertions are accepted. */
  static Proof accepts(SamlProvider provider) {
    return Proof.of(List.of(new Evidence(Evidence.Side.TRUST, provider.origin().field("/SAMLMetadataDocument", "accepts assertions of " + provider.entityId()),
        provider.scope(), provider.origin().snapshot())));
  }
}
