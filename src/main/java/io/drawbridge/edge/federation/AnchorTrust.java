package io.drawbridge.edge.federation;

import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.AnywhereProfile;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.TrustAnchor;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Residual;
import io.drawbridge.policy.aws.AwsPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a role's trust lets IAM Roles Anywhere in for a certificate that the authority of an anchor issues.
 *
 * <p>Who issues it chooses its subject and alternative names, which come as tags and as source identity; its issuer is the authority's. All three
 * actions must be allowed. Source: IAM Roles Anywhere User Guide, "Trust model".
 */
final class AnchorTrust {

  private static final List<String> ACTIONS = List.of("sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity");
  private static final Set<String> FREE = Set.of("aws:principaltag/x509subject/", "aws:principaltag/x509san/", "aws:requesttag/x509subject/",
      "aws:requesttag/x509san/", "aws:tagkeys", "sts:sourceidentity");

  /**
   * The role is given.
   *
   * @param residual what must hold besides
   */
  record Admission(IamRole role, Residual residual, Proof proof) {}

  private AnchorTrust() {}

  static Optional<Admission> of(AwsAuthorization authorization, TrustAnchor anchor, AnywhereProfile profile, IamRole role) {
    Map<String, List<String>> claims = Map.of("aws:SourceArn", List.of(anchor.id().text()), "aws:SourceAccount", List.of(anchor.id().account()));
    List<Requirement> asked = new ArrayList<>();
    Proof proof = Proof.of(List.of(new Evidence(Evidence.Side.FACT, profile.origin().field("/roleArns", role.id().text()), profile.scope(), profile.origin().snapshot())));
    for (String action : ACTIONS) {
      Ruling ruling = authorization.trust(role, new AwsPrincipal.Service("rolesanywhere.amazonaws.com"), action, claims, FREE);
      if (!ruling.possible()) {
        return Optional.empty();
      }
      if (ruling.decision() instanceof Decision.Conditional conditional) {
        asked.addAll(conditional.alternatives().getFirst().requirements());
      }
      proof = proof.and(ruling.proof());
    }
    return Optional.of(new Admission(role, new Residual(asked.stream().distinct().toList()), proof));
  }
}
