package io.drawbridge.edge.aws.trust;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
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
import io.drawbridge.inventory.aws.ListedOidcProvider;
import io.drawbridge.inventory.aws.OidcProvider;
import io.drawbridge.policy.aws.AwsPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A principal lets tokens of a public issuer in that were meant for somebody else: it adds its own audience to an OpenID Connect provider, or
 * makes one that a role trusts and that is not there.
 *
 * <p>Only of issuers at which anybody signs up, and only into roles whose trust leaves the subject open: tokens of a company's own issuer
 * are not to be had. A changed thumbprint alone gains nothing, for the issuer's keys are still fetched from its own host. Source: IAM API
 * reference, AddClientIDToOpenIDConnectProvider and CreateOpenIDConnectProvider; IAM User Guide, "Obtain the thumbprint for an OpenID
 * Connect identity provider". <b>Not modelled:</b> issuers of clusters and pools in which the caller could run something.
 *
 * @param existing whether the provider must be there, or must not
 * @param issuers without scheme
 */
public record IssuerTakeover(Capability capability, String action, boolean existing, Set<String> issuers) implements EdgeRule {

  /** Anybody registers an application there; the issuer gives it the id that is the audience. */
  private static final Set<String> REGISTERING =
      Set.of("accounts.google.com", "appleid.apple.com", "login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0");

  /** Besides those, issuers that let anybody's job ask for a token of whatever audience. */
  private static final Set<String> OF_ANYBODY =
      Stream.concat(REGISTERING.stream(), Stream.of("token.actions.githubusercontent.com", "gitlab.com", "app.terraform.io")).collect(Collectors.toUnmodifiableSet());

  private static final Operation LIST = new Operation("iam", "list-open-id-connect-providers");
  private static final String FEDERATED = "Federated:";
  private static final String RESOURCE = "oidc-provider/";
  private static final String STRANGER = "drawbridge-stranger";
  private static final Duration SESSION = Duration.ofHours(1);

  public static final List<IssuerTakeover> ALL =
      List.of(
          new IssuerTakeover(new Capability("add-oidc-audience", EdgeKind.CAN_CHANGE_TRUST,
              new Technique("d-iam-updateoidc-thumb", "adds an audience of its own to an OIDC provider that the role trusts", "T1484.002",
                  "ask for audience and subject in every trust, and grant iam:AddClientIDToOpenIDConnectProvider to few"), Likelihood.LIKELY),
              "iam:AddClientIDToOpenIDConnectProvider", true, REGISTERING),
          new IssuerTakeover(new Capability("create-trusted-oidc-provider", EdgeKind.CAN_CHANGE_TRUST,
              new Technique("aws-create-trusted-oidc-provider", "makes the OIDC provider that the role trusts and that is not there", "T1484.002",
                  "take providers that were deleted out of the trust policies"), Likelihood.LIKELY),
              "iam:CreateOpenIDConnectProvider", false, OF_ANYBODY));

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("iam:get-account-authorization-details"), LIST);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(capability.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var targets = new Rounds();
    for (IamRole role : estate.inventory().all(IamRole.class)) {
      for (Arn provider : named(role)) {
        if (isThere(estate, provider).filter(there -> there == existing).isPresent()) {
          target(authorization, role, provider).ifPresent(targets::add);
        }
      }
    }
    targets.draw(authorization, capability, Set.of("aws:requesttag/", "aws:tagkeys"), authorization.callers(), sink);
  }

  /** Empty when nobody read it: the rules of federated roles say so. */
  private static Optional<Boolean> isThere(Estate estate, Arn provider) {
    boolean found = estate.inventory().find(OidcProvider.class, provider).isPresent() || estate.inventory().find(ListedOidcProvider.class, provider).isPresent();
    boolean listed = estate.coverage().reading(Scope.account(provider.account()), LIST) == Reading.READ;
    return found ? Optional.of(true) : listed ? Optional.of(false) : Optional.empty();
  }

  private Set<Arn> named(IamRole role) {
    Set<Arn> named = new TreeSet<>();
    role.trust().stream().flatMap(trust -> trust.statements().stream()).filter(statement -> statement.allows() && !statement.principals().negated())
        .flatMap(statement -> statement.principals().values().stream()).filter(value -> value.startsWith(FEDERATED))
        .flatMap(value -> Arn.find(value.substring(FEDERATED.length())).stream())
        .filter(arn -> arn.account().equals(role.id().account()) && arn.resource().startsWith(RESOURCE) && issuers.contains(issuer(arn))).forEach(named::add);
    return named;
  }

  private static String issuer(Arn provider) {
    return provider.resource().substring(RESOURCE.length());
  }

  private Optional<Target> target(AwsAuthorization authorization, IamRole role, Arn provider) {
    Map<String, List<String>> claims = new TreeMap<>();
    claims.put(issuer(provider) + ":sub", List.of(STRANGER));
    claims.put("aws:FederatedProvider", List.of(provider.text()));
    boolean registered = REGISTERING.contains(issuer(provider));
    if (registered) {
      claims.put(issuer(provider) + ":aud", List.of(STRANGER));
    }
    Ruling trust = authorization.trust(role, new AwsPrincipal.Federated(provider.text()), "sts:AssumeRoleWithWebIdentity", claims,
        registered ? Set.of() : Set.of(issuer(provider) + ":aud"));
    var known = new ResourceContext(authorization.mentions()).region(provider);
    var demand = new Demand(action, provider.text(), provider.account(), Optional.empty(), known);
    return trust.possible()
        ? Optional.of(new Target(role.id(), List.of(demand), trust.proof(), List.of(), true, Optional.of(SESSION)).given(trust.decision()))
        : Optional.empty();
  }
}
