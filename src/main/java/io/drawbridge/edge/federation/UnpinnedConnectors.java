package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.federation.FederatedTrust.Admitted;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IamRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Another customer has Microsoft's connector take a role here, because the role does not ask for its owner's session name (the confused deputy).
 *
 * <p>Defender for Cloud and Sentinel sign in to every customer's roles by the same issuer and audience; what tells customers apart is the session's
 * name, which carries the tenant or workspace. Asked with one that is somebody else's. It leads from outside to the role and never through
 * Microsoft, so that customers are not joined; whether the product would fall for it is not known, hence the likelihood and the class. Source: the
 * templates that the products generate, whose trusts pin it; IAM User Guide, "The confused deputy problem".
 */
final class UnpinnedConnectors implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("microsoft-connector-unpinned", "has Microsoft's connector act here for another customer", "T1199",
      "ask in the role's trust for the session name with the owner's tenant or workspace, as the product's template does");
  private static final String ANOTHER = "00000000-0000-0000-0000-000000000000";
  private static final String ANYTHING = "drawbridge-witness";

  @Override
  public List<Operation> reads() {
    return List.of(FederatedEdges.AUTHORIZATION_DETAILS, OidcProviders.LIST, OidcProviders.GET);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    OidcProviders.of(estate).trusted().stream().filter(trusted -> MicrosoftTenants.areBehind(trusted.provider().url()))
        .flatMap(trusted -> FederatedTrust.of(estate, trusted).stream())
        .forEach(trust -> trust.admit(tokens(trust)).ifPresent(admitted -> draw(trust, admitted, sink)));
  }

  private static List<TrustedToken> tokens(FederatedTrust trust) {
    List<String> subjects = new ArrayList<>(trust.asked("sub"));
    subjects.add(ANYTHING);
    return MicrosoftTenants.audiences().stream().filter(trust.audiences()::contains)
        .flatMap(audience -> subjects.stream().map(subject -> new TrustedToken(ExternalId.INTERNET, new TreeMap<>(Map.of("sub", List.of(subject), "aud", List.of(audience),
            "sts:RoleSessionName", List.of(MicrosoftTenants.session(audience, ANOTHER)))), List.of(), Condition.NONE)))
        .toList();
  }

  private static void draw(FederatedTrust trust, Admitted admitted, EdgeSink sink) {
    IamRole role = trust.trusted().role();
    var fact = new Evidence(Evidence.Side.FACT, role.origin().field("/AssumeRolePolicyDocument",
        "admits the session name " + admitted.token().claims().get("sts:RoleSessionName") + " of another customer"), role.scope(), role.origin().snapshot());
    Edge plain = Edge.of(ExternalId.INTERNET, role.id(), EdgeKind.VENDOR_ACTS_ON, TECHNIQUE.id(), admitted.ruling().proof().and(Proof.of(List.of(fact))),
        Likelihood.UNLIKELY.cost()).outliving(FederatedEdges.SESSION);
    DecisionEdges.of(plain, admitted.ruling().decision(), ExternalId.INTERNET).forEach(sink::edge);
  }
}
