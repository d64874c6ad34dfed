package io.drawbridge.edge.aws.trust;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Rounds;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IamRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A principal puts an identity provider of its own behind a SAML provider that roles trust: by new metadata for one that is there, or by
 * making one that is named and not there.
 *
 * <p>The roles are the gain: whoever signs the assertions is let in as the trust says. Source: IAM API reference, UpdateSAMLProvider and
 * CreateSAMLProvider; IAM User Guide, "Create a SAML identity provider in IAM". <b>Not modelled:</b> deleting a provider in order to make it
 * again.
 *
 * @param existing whether the provider must be there, or must not
 */
public record ProviderTakeover(Capability capability, String action, boolean existing) implements EdgeRule {

  private static final Duration SESSION = Duration.ofHours(1);

  public static final List<ProviderTakeover> ALL =
      List.of(
          new ProviderTakeover(new Capability("update-saml-provider", EdgeKind.CAN_CHANGE_TRUST,
              new Technique("d-iam-updatesaml", "gives a SAML provider that the role trusts new metadata", "T1484.002",
                  "grant iam:UpdateSAMLProvider to those only who may have the power of every role behind the provider"), Likelihood.EASY),
              "iam:UpdateSAMLProvider", true),
          new ProviderTakeover(new Capability("create-trusted-saml-provider", EdgeKind.CAN_CHANGE_TRUST,
              new Technique("aws-create-trusted-saml-provider", "makes the SAML provider that the role trusts and that is not there", "T1484.002",
                  "take providers that were deleted out of the trust policies"), Likelihood.EASY),
              "iam:CreateSAMLProvider", false));

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("iam:get-account-authorization-details"), SamlTrust.LIST);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(capability.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    Rounds targets = new Rounds();
    for (SamlTrust.Trusting trusting : SamlTrust.all(estate)) {
      Optional<Boolean> there = SamlTrust.exists(estate, trusting.provider());
      if (there.isEmpty()) {
        sink.gap(SamlTrust.unlisted(estate, trusting.provider()));
      } else if (there.get() == existing) {
        target(estate, authorization, trusting).ifPresent(targets::add);
      }
    }
    targets.draw(authorization, capability, Set.of("aws:requesttag/", "aws:tagkeys"), authorization.callers(), sink);
  }

  private Optional<Target> target(Estate estate, AwsAuthorization authorization, SamlTrust.Trusting trusting) {
    IamRole role = trusting.role();
    Arn provider = trusting.provider();
    Ruling trust = SamlTrust.admits(estate, trusting);
    var known = new ResourceContext(authorization.mentions()).region(provider);
    var demand = new Demand(action, provider.text(), provider.account(), Optional.empty(), known);
    return trust.possible()
        ? Optional.of(new Target(role.id(), List.of(demand), trust.proof(), List.of(), true, Optional.of(SESSION)).given(trust.decision()))
        : Optional.empty();
  }
}
