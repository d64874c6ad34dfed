package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.federation.FlexibleExpression.Comparison;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * From GitHub repositories to the applications and user-assigned identities whose federated credentials admit their workflows.
 *
 * <p>A plain subject is compared exactly and with letter case: a star in it is a star, so its node is there and no repository leads to it.
 * A workflow names the audience freely. Source: learn.microsoft.com, "Workload identity federation" and "Flexible federated identity
 * credentials".
 */
final class GithubToEntra implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("github-oidc-to-entra", "exchanges a workflow's token for one of the application", "T1550.001",
      "name one branch or environment in the federated credential");

  @Override
  public List<Operation> reads() {
    return EntraDirectory.CREDENTIAL_READS;
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    CredentialGaps.unread(estate).forEach(sink::gap);
    EntraDirectory.of(estate).credentials().stream()
        .filter(credential -> credential.issuer().equals(GithubSubject.ISSUER))
        .forEach(credential -> derive(estate, credential, sink));
  }

  private static void derive(Estate estate, TrustedCredential credential, EdgeSink sink) {
    if (!credential.isFlexible()) {
      GithubSubject.parse(credential.subject()).ifPresentOrElse(
          subject -> draw(subject.partId(), credential, subject.condition(subject.partId()), sink), () -> sink.gap(unknownForm(credential)));
      return;
    }
    Optional<FlexibleExpression> expression = FlexibleExpression.parse(credential.expression());
    if (expression.isEmpty()) {
      sink.gap(CredentialGaps.unreadableExpression(credential));
    } else {
      flexible(estate, credential, expression.get(), sink);
    }
  }

  private static void flexible(Estate estate, TrustedCredential credential, FlexibleExpression expression, EdgeSink sink) {
    Optional<Comparison> subject = expression.subject();
    if (subject.isPresent() && subject.get().exact()) {
      GithubSubject.parse(subject.get().value()).filter(GithubSubject::isLiteral)
          .ifPresent(one -> draw(one.partId(), credential, others(one.partId(), expression), sink));
      return;
    }
    var asked = new TrustSubjects(new TreeSet<>(subject.stream().map(Comparison::value).toList()), subject.isEmpty());
    GithubHolders.candidates(GithubRepositories.of(estate), asked, List.of()).forEach((holder, subjects) -> {
      if (subjects.stream().anyMatch(one -> subject.isEmpty() || subject.get().holds(one.text()))) {
        draw(holder, credential, others(holder, expression), sink);
      }
    });
  }

  /** What the expression asks of claims that a repository does not tell. */
  private static Condition others(ResourceId holder, FlexibleExpression expression) {
    return new Condition(expression.others().stream().map(other -> new Atom(holder, GithubSubject.ISSUER_HOST + ":" + other.claim(),
        other.exact() ? "StringEquals" : "StringLike", List.of(other.value()), false,
        "the token's `" + other.claim() + "` " + (other.exact() ? "is `" : "is like `") + other.value() + "`")).toList());
  }

  private static void draw(ResourceId holder, TrustedCredential credential, Condition condition, EdgeSink sink) {
    sink.edge(CredentialEdges.of(holder, credential, TECHNIQUE.id(), Proof.of(List.of())).under(condition));
  }

  private static CoverageGap unknownForm(TrustedCredential credential) {
    return new CoverageGap(Scope.WORLD, CoverageEntry.GLOBAL, "github:oidc-customization-sub", credential.subject(), CoverageGap.NEVER_COLLECTED,
        "whose jobs carry this subject is not known: it is not of GitHub's default form", "");
  }
}
