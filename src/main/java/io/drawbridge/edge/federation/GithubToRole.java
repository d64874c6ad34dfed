package io.drawbridge.edge.federation;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Technique;
import java.util.List;
import java.util.stream.Stream;

/**
 * From GitHub repositories to the IAM roles whose trust admits their workflows.
 *
 * <p>A repository, or a part of it, gains the role when one token that its jobs can obtain satisfies the provider's list of audiences and
 * all statements of the trust together. Source: docs.github.com, "Configuring OpenID Connect in Amazon Web Services".
 */
final class GithubToRole implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("github-oidc-to-iam-role", "exchanges a workflow's token for a session of the role", "T1550.001",
      "ask for repository and branch in the role's trust");

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
    OidcProviders.of(estate).gaps().forEach(sink::gap);
    OidcProviders.of(estate).trusted().stream()
        .filter(trusted -> trusted.provider().url().equals(GithubSubject.ISSUER_HOST))
        .flatMap(trusted -> FederatedTrust.of(estate, trusted).stream())
        .forEach(trust -> role(estate, trust, sink));
  }

  private static void role(Estate estate, FederatedTrust trust, EdgeSink sink) {
    GithubHolders.candidates(GithubRepositories.of(estate), trust.subjects(), places(trust)).forEach((holder, subjects) ->
        trust.admit(GithubTokens.tokens(holder, subjects, trust.audiences()))
            .ifPresent(admitted -> FederatedEdges.draw(trust, admitted, TECHNIQUE.id(), sink)));
  }

  /** The environments and refs that the trust asks for by claims of their own. */
  static List<String> places(FederatedTrust trust) {
    Stream<String> environments = trust.asked("environment").stream().map("environment:"::concat);
    Stream<String> refs = trust.asked("ref").stream().map("ref:"::concat);
    return Stream.concat(environments, refs).toList();
  }
}
