package io.drawbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.cloud.StatementRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What stored marks, plans and outside scripts rely on. */
class GraphContractTest {

  private static final Scope ACCOUNT = Scope.account("111122223333");
  private static final Arn USER = Arn.of("iam", "", "111122223333", "user/lena");
  private static final Arn ROLE = Arn.of("iam", "", "111122223333", "role/deploy");

  @Test
  void theKeyOfAnEdgeNeverChanges() {
    Edge edge = edge("aws-assume-role", "snapshot-1");
    assertThat(edge.key().value()).isEqualTo("864c1ea1459ad450013b2c4e0ffafd52");
    assertThat(edge.under(Condition.of(mfa())).key().value()).isEqualTo("23fe2143653d0337d41adae8799dd106");
  }

  @Test
  void evidenceCostAndTextAreNoPartOfTheKey() {
    Edge edge = edge("t", "snapshot-1");
    Edge dearer = Edge.of(USER, ROLE, EdgeKind.CAN_ASSUME, "t", Proof.of(List.of()), 700);
    assertThat(dearer.key()).isEqualTo(edge.key());
    Atom reworded = new Atom(USER, "aws:MultiFactorAuthPresent", "Bool", List.of("true"), false, "other words");
    assertThat(edge.under(Condition.of(reworded)).key()).isEqualTo(edge.under(Condition.of(mfa())).key());
  }

  @Test
  void techniqueKindEndsAndConditionAreAllPartOfTheKey() {
    Edge edge = edge("t", "s");
    assertThat(List.of(
            edge,
            edge("u", "s"),
            edge.under(Condition.of(mfa())),
            Edge.of(ROLE, USER, EdgeKind.CAN_ASSUME, "t", edge.proof(), 0),
            Edge.of(USER, ROLE, EdgeKind.CAN_CONTROL, "t", edge.proof(), 0)))
        .extracting(Edge::key)
        .doesNotHaveDuplicates();
  }

  @Test
  void theOrderOfBuildingDoesNotMatter() {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Arn arn = Arn.of("iam", "", "111122223333", "role/r" + i);
      nodes.add(Node.of(arn, NodeKind.IAM_ROLE, "r" + i, ACCOUNT));
      edges.add(Edge.of(arn, Arn.of("iam", "", "111122223333", "role/r" + (i * 7) % 30), EdgeKind.CAN_ASSUME, "t", Proof.of(List.of()), i));
    }
    String hash = Graph.of(nodes, edges).hash();
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(nodes, new Random(seed));
      Collections.shuffle(edges, new Random(seed));
      assertThat(Graph.of(nodes, edges).hash()).as("seed %d", seed).isEqualTo(hash);
    }
  }

  @Test
  void theSnapshotIsNoPartOfTheHashButTheEvidenceIs() {
    List<Node> nodes = List.of(Node.of(USER, NodeKind.IAM_USER, "lena", ACCOUNT), Node.of(ROLE, NodeKind.IAM_ROLE, "deploy", ACCOUNT));
    String first = Graph.of(nodes, List.of(edge("t", "snapshot-1"))).hash();
    assertThat(Graph.of(nodes, List.of(edge("t", "snapshot-2"))).hash()).isEqualTo(first);
    Edge unproven = Edge.of(USER, ROLE, EdgeKind.CAN_ASSUME, "t", Proof.of(List.of()), 0);
    assertThat(Graph.of(nodes, List.of(unproven)).hash()).isNotEqualTo(first);
  }

  @Test
  void theSameEdgeFoundTwiceIsOneWithBothProofs() {
    List<Node> nodes = List.of(Node.of(USER, NodeKind.IAM_USER, "lena", ACCOUNT), Node.of(ROLE, NodeKind.IAM_ROLE, "deploy", ACCOUNT));
    Edge unread = new Edge(USER, ROLE, EdgeKind.CAN_ASSUME, "t", Condition.NONE,
        new Proof(List.of(), List.of(new Unread(ACCOUNT, "organizations:list-policies"))), 50, null);
    Graph graph = Graph.of(nodes, List.of(unread, edge("t", "s")));
    assertThat(graph.edges()).singleElement().satisfies(one -> {
      assertThat(one.cost()).isZero();
      assertThat(one.proof().evidence()).hasSize(1);
      assertThat(one.proof().unread()).hasSize(1);
    });
  }

  @Test
  void anEdgeIntoNowhereIsRefused() {
    assertThatThrownBy(() -> Graph.of(List.of(), List.of(edge("t", "s")))).hasMessageContaining("is no node");
  }

  @Test
  void everyKindExplainsItself() {
    Pattern attack = Pattern.compile("T\\d{4}(\\.\\d{3})?");
    assertThat(EdgeKind.values()).allSatisfy(kind -> {
      assertThat(kind.meaning()).isNotBlank();
      if (kind.traversable() && kind != EdgeKind.IN_SET) {
        assertThat(kind.attackId()).matches(attack);
        assertThat(kind.remediation()).isNotBlank();
      }
    });
    assertThat(Arrays.stream(NodeKind.values()).map(NodeKind::label)).doesNotHaveDuplicates();
  }

  private static Atom mfa() {
    return new Atom(USER, "aws:MultiFactorAuthPresent", "Bool", List.of("true"), false, "MFA was used");
  }

  private static Edge edge(String technique, String snapshot) {
    var statement = new StatementRef(new DocumentRef(ROLE.text(), "iam:get-account-authorization-details"), "/a/0", "0", "{}");
    var item = new Evidence(Evidence.Side.TRUST, statement, ACCOUNT, new SnapshotId(snapshot));
    return Edge.of(USER, ROLE, EdgeKind.CAN_ASSUME, technique, Proof.of(List.of(item)), 0);
  }
}
