package io.drawbridge.edge.federation;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.federation.People.Candidate;
import io.drawbridge.edge.federation.PersonalAccount.Sign;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IamUser;
import io.drawbridge.inventory.aws.IdentityStoreUser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user of Entra and one of AWS are probably the same person, whose password or device may open both.
 *
 * <p>Why a class of its own that no question follows unless asked: nothing is granted, it is a guess with its reasons. Each likeness has a weight
 * ({@link Likeness}); where an account resembles several people of one tenant, each keeps the share of its score among theirs, and the proof says
 * so. Less than {@link #LEAST} is nobody. The likelihood is the score times that of luck, and it leads both ways.
 *
 * <p>Sources: docs.aws.amazon.com, Identity Store API reference, User (ExternalIds, Emails); learn.microsoft.com, Microsoft Graph, user resource type
 * (employeeId, mail, otherMails, proxyAddresses, onPremisesSamAccountName). <b>Not modelled:</b> names of sessions in CloudTrail, which no record of
 * ours keeps; which accounts of a directory are shared mailboxes where neither their name nor a disabled sign-in tells.
 */
final class SameHuman implements EdgeRule {

  /** The least score that is drawn. */
  static final double LEAST = 0.15;

  private static final Technique TECHNIQUE = new Technique("same-human", "uses the password or the device of a person again, in the other cloud", "T1078.004",
      "ask for a phishing-resistant second factor in both clouds, and let people have no IAM users of their own");

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "users"), new Operation("iam", "get-account-authorization-details"), CenterApplications.USERS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var people = new People(estate);
    Stream.concat(
            estate.inventory().all(IamUser.class).stream().map(PersonalAccount::of),
            estate.inventory().all(IdentityStoreUser.class).stream().filter(IdentityStoreUser::enabled).map(PersonalAccount::of))
        .filter(PersonalAccount::personal).forEach(account -> connect(account, people.resembling(account), sink));
  }

  private static void connect(PersonalAccount account, List<Candidate> candidates, EdgeSink sink) {
    Map<String, List<Candidate>> byTenant = candidates.stream().collect(Collectors.groupingBy(candidate -> candidate.user().id().tenant()));
    for (Candidate candidate : candidates) {
      List<Candidate> rivals = byTenant.getOrDefault(candidate.user().id().tenant(), List.of());
      double score = candidate.score() * candidate.score() / rivals.stream().mapToDouble(Candidate::score).sum();
      if (score >= LEAST) {
        Proof proof = proof(account, candidate, rivals.size(), score);
        int cost = Likelihood.POSSIBLE.cost() + (int) Math.round(-1000 * Math.log(score));
        sink.edge(Edge.of(candidate.user().id(), account.user().id(), EdgeKind.SAME_HUMAN_AS, TECHNIQUE.id(), proof, cost));
        sink.edge(Edge.of(account.user().id(), candidate.user().id(), EdgeKind.SAME_HUMAN_AS, TECHNIQUE.id(), proof, cost));
      }
    }
  }

  private static Proof proof(PersonalAccount account, Candidate candidate, int rivals, double score) {
    Proof proof = Proof.of(List.of());
    for (Sign sign : candidate.signs().values()) {
      String excerpt = sign.likeness().words() + ": " + sign.value();
      proof = proof.and(Observed.fact(candidate.user(), sign.likeness().entraPointer(), excerpt)).and(Observed.fact(account.user(), sign.pointer(), excerpt));
    }
    String among = rivals == 1 ? "" : ", one of " + rivals + " candidates";
    return proof.and(Observed.fact(account.user(), "/UserName", String.format(Locale.ROOT, "score %.3f of 1%s", score, among)));
  }
}
