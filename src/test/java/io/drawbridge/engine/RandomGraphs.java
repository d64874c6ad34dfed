package io.drawbridge.engine;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.cloud.StatementRef;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small seeded graphs with everything in them that a search must get right: sets, conditions, classes, ties, cycles. */
public final class RandomGraphs {

  private static final List<EdgeKind> KINDS = List.of(
      EdgeKind.CAN_ASSUME, EdgeKind.CAN_ASSUME, EdgeKind.MEMBER_OF, EdgeKind.RUNS_AS, EdgeKind.CAN_READ_SECRET, EdgeKind.HOLDS_CREDENTIAL,
      EdgeKind.CAN_REACH, EdgeKind.CAN_REACH_SERVICE, EdgeKind.VENDOR_ACTS_ON, EdgeKind.CONTAINS);
  private static final List<NodeKind> NODE_KINDS =
      List.of(NodeKind.IAM_ROLE, NodeKind.IAM_USER, NodeKind.EC2_INSTANCE, NodeKind.S3_BUCKET, NodeKind.ENTRA_USER, NodeKind.KEY_VAULT);
  private static final int[] COSTS = {0, 0, 51, 51, 223, 693};

  private final Random random;

  private RandomGraphs(long seed) {
    random = new Random(seed);
  }

  /** The graph of a seed: about {@code nodes} nodes, some of them sets, and {@code edges} edges. */
  public static Graph of(long seed, int nodes, int edges) {
    return new RandomGraphs(seed).graph(nodes, edges);
  }

  /** The id of the i-th plain node. */
  public static ResourceId id(int i) {
    return Arn.of("iam", "", account(i), "role/n" + i);
  }

  public static Proof proof(String pointer) {
    var statement = new StatementRef(new DocumentRef("doc " + pointer, "iam:get-role"), "/" + pointer, "Sid" + pointer, "{\"é\":1}");
    return new Proof(List.of(new Evidence(Evidence.Side.GRANT, statement, Scope.account(account(0)), new SnapshotId("s1"))), List.of());
  }

  private static String account(int i) {
    return "00000000000" + (1 + i % 3);
  }

  private Graph graph(int count, int edgeCount) {
    List<Node> nodes = new ArrayList<>();
    List<ResourceId> plain = new ArrayList<>();
    List<ResourceId> sets = new ArrayList<>();
    nodes.add(Node.of(ExternalId.INTERNET, NodeKind.INTERNET, "the internet", Scope.WORLD));
    plain.add(ExternalId.INTERNET);
    for (int i = 0; i < count; i++) {
      nodes.add(plainNode(i));
      plain.add(id(i));
    }
    for (int i = 0; i < count / 6; i++) {
      var id = new CapabilitySetId("iam:act" + i, account(i), "");
      nodes.add(Node.of(id, NodeKind.AWS_CAPABILITY_SET, "set " + i, Scope.account(account(i))));
      sets.add(id);
    }
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < edgeCount; i++) {
      edges.add(plainEdge(plain, sets));
    }
    for (ResourceId set : sets) {
      for (int i = random.nextInt(4); i > 0; i--) {
        ResourceId member = random.nextInt(8) == 0 ? any(sets) : any(plain.subList(1, plain.size()));
        edges.add(Edge.of(set, member, EdgeKind.IN_SET, "capability-set", proof("member" + random.nextInt(9)), random.nextInt(2) * 10));
      }
    }
    return Graph.of(nodes, edges);
  }

  private Node plainNode(int i) {
    Node node = Node.of(id(i), NODE_KINDS.get(i % NODE_KINDS.size()), "node " + i, Scope.account(account(i)));
    if (random.nextInt(4) == 0) {
      node = node.withMark(random.nextBoolean() ? Mark.Role.ENTRY_POINT : Mark.Role.CROWN_JEWEL, "by lot");
    }
    return random.nextInt(3) == 0 ? node.withFact("region", "eu-west-" + i) : node;
  }

  private Edge plainEdge(List<ResourceId> plain, List<ResourceId> sets) {
    ResourceId from = any(plain);
    ResourceId to = !sets.isEmpty() && random.nextInt(4) == 0 ? any(sets) : any(plain.subList(1, plain.size()));
    EdgeKind kind = KINDS.get(random.nextInt(KINDS.size()));
    Proof proof = proof("grant" + random.nextInt(20));
    if (random.nextInt(5) == 0) {
      proof = new Proof(proof.evidence(), List.of(new Unread(Scope.account(account(1)), "organizations:list-policies")));
    }
    Edge edge = Edge.of(from, to, kind, "technique-" + random.nextInt(2), proof, COSTS[random.nextInt(COSTS.length)]).under(condition(from));
    return random.nextInt(6) == 0 ? edge.outliving(Duration.ofHours(1)) : edge;
  }

  private Condition condition(ResourceId subject) {
    return switch (random.nextInt(6)) {
      case 0 -> Condition.of(new Atom(subject, "aws:MultiFactorAuthPresent", "Bool", List.of("true"), false, "MFA was used"));
      case 1 -> Condition.of(
          new Atom(subject, "aws:SourceIp", "IpAddress", List.of("10.0.0.0/8"), random.nextBoolean(), "the address is inside"),
          new Atom(subject, "flaw:ssh", "Bool", List.of("true"), false, "ssh has a flaw"));
      default -> Condition.NONE;
    };
  }

  private ResourceId any(List<ResourceId> ids) {
    return ids.get(random.nextInt(ids.size()));
  }
}
