package io.drawbridge.edge.aws.iam;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A principal that is an administrator of its account, or gives itself that power.
 *
 * <p>Whether a change would help is asked with it in place: a boundary, a deny that stays or a control policy may leave the principal as
 * weak as it was, and then nothing is drawn (DESIGN §2, privileges). Changes that only prepare others are asked where no single one is
 * enough. Source: IAM User Guide, "Policy evaluation logic" and "Permissions boundaries"; IAM API reference.
 */
public final class SelfEscalation implements EdgeRule {

  private static final Technique ADMINISTRATOR =
      new Technique("aws-administrator", "is an administrator of the account", "T1078.004", "take the principal's policies down to what it needs");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("iam:get-account-authorization-details"));
  }

  @Override
  public List<Technique> techniques() {
    List<Technique> techniques = new ArrayList<>(List.of(ADMINISTRATOR));
    techniques.addAll(FreshPrincipals.techniques());
    SelfRewrite.ALL.forEach(row -> techniques.add(row.technique()));
    techniques.addAll(Preparation.techniques());
    return techniques;
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    AccountPower power = AccountPower.of(estate);
    var preparations = new Preparation(estate, power);
    for (AwsIdentity identity : authorization.identities()) {
      if (power.isAdministrator(identity)) {
        already(authorization, identity, power.shown(identity), sink);
      } else {
        new Climb(authorization, power, preparations, identity, sink).draw();
      }
    }
  }

  private static void already(AwsAuthorization authorization, AwsIdentity identity, Ruling ruling, EdgeSink sink) {
    Edge plain = Edge.of(identity.node(), authorization.administrator(identity.account()).node(), EdgeKind.CAN_CONTROL, ADMINISTRATOR.id(),
        ruling.proof(), Likelihood.CERTAIN.cost());
    DecisionEdges.of(plain, ruling.decision(), identity.node()).forEach(sink::edge);
  }

  /** One principal's ways up. */
  private record Climb(AwsAuthorization authorization, AccountPower power, Preparation preparations, AwsIdentity identity, EdgeSink sink) {

    void draw() {
      Map<Technique, Decision> made = power.made(identity);
      made.forEach((technique, decision) -> draw(technique, Likelihood.LIKELY, decision));
      Decision before = best(made, Decisions.NO);
      Map<Technique, Decision> rewritten = SelfRewrite.ways(power, identity, before);
      rewritten.forEach((technique, decision) -> draw(technique, Likelihood.EASY, decision));
      Decision sofar = best(rewritten, before);
      preparations.ways(identity, sofar).forEach((technique, decision) -> draw(technique, Likelihood.LIKELY, decision));
    }

    private static Decision best(Map<Technique, Decision> ways, Decision otherwise) {
      return ways.values().stream().reduce(otherwise, Decisions::better);
    }

    private void draw(Technique technique, Likelihood likelihood, Decision decision) {
      var proof = new Proof(authorization.evidence(decision), identity.documents().unread());
      Edge plain = Edge.of(identity.node(), authorization.administrator(identity.account()).node(), EdgeKind.CAN_ESCALATE_TO, technique.id(), proof,
          likelihood.cost());
      DecisionEdges.of(plain, decision, identity.node()).forEach(sink::edge);
    }
  }
}
