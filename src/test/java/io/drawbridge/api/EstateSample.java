package io.drawbridge.api;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.cloud.StatementRef;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A small estate over two clouds with one of everything that an answer can hold; names in it try to break pages. */
public final class EstateSample {

  public static final Scope SHOP = Scope.account("111122223333");
  public static final Scope TENANT = Scope.tenant("7d3f2a10-0000-4000-8000-00000000000a");
  public static final Scope LEDGER = Scope.subscription("5b9c1d20-0000-4000-8000-00000000000b");

  public static final ResourceId WEB = Arn.of("ec2", "eu-west-1", SHOP.id(), "instance/i-0a1b2c3d4e5f60718");
  public static final ResourceId WEB_ROLE = Arn.of("iam", "", SHOP.id(), "role/shop-web");
  public static final ResourceId BREAK_GLASS = Arn.of("iam", "", SHOP.id(), "role/break-glass");
  public static final ResourceId LENA = Arn.of("iam", "", SHOP.id(), "user/lena");
  public static final ResourceId ORDERS = Arn.of("s3", "", "", "harbor-orders");
  public static final ResourceId INVOICES = Arn.of("s3", "", "", "harbor-invoices");
  public static final ResourceId BUCKETS = new CapabilitySetId("s3:GetObject", SHOP.id(), "");
  public static final ResourceId APPLICATION = new EntraId(TENANT.id(), "a0000000-0000-4000-8000-000000000001");
  public static final ResourceId PRINCIPAL = new EntraId(TENANT.id(), "a0000000-0000-4000-8000-000000000002");
  public static final ResourceId VAULT =
      new ArmId(LEDGER.id() + "/resourcegroups/ledger/providers/microsoft.keyvault/vaults/kv-ledger");
  public static final ResourceId VAULT_SECRET = new ArmId(VAULT.text() + "/secrets/core-banking-db");

  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  private EstateSample() {}

  public static Published published(String name) {
    return Samples.published(name, graph(), completeness());
  }

  public static Completeness completeness() {
    var denied = new CoverageGap(SHOP, "global", "organizations:list-policies", "", "DENIED", "AccessDeniedException", "");
    var never = new CoverageGap(LEDGER, "global", "arm:microsoft.authorization/denyassignments", "", CoverageGap.NEVER_COLLECTED, "", "");
    var stale = new CoverageGap(TENANT, "global", "graph:conditionalAccess-policies", "", "THROTTLED", "429 Too Many Requests", "P3D");
    return new Completeness(92, List.of(denied, never, stale));
  }

  public static Graph graph() {
    var estate = new EstateSample();
    estate.addNodes();
    estate.addAwsEdges();
    estate.addAzureEdges();
    return Graph.of(estate.nodes, estate.edges);
  }

  private void addNodes() {
    add(Node.of(ExternalId.INTERNET, NodeKind.INTERNET, "the internet", Scope.WORLD).withMark(Mark.Role.ENTRY_POINT, "anybody"));
    add(Node.of(Arn.of("organizations", "", SHOP.id(), "account/o-harbor/" + SHOP.id()), NodeKind.AWS_ACCOUNT, "harbor-shop", SHOP));
    add(Node.of(WEB, NodeKind.EC2_INSTANCE, "shop-web-1", SHOP).withFact("region", "eu-west-1").withFact("vulnerability", "CVE-2021-44228")
        .withFact("vulnerabilities", "3").withFact("vulnerabilitySeverity", "CRITICAL").withFact("exploitKnown", "true").withFact("networkExploitable", "true")
        .withFact("epss", "0.97"));
    add(Node.of(WEB_ROLE, NodeKind.IAM_ROLE, "shop-web", SHOP));
    add(Node.of(BREAK_GLASS, NodeKind.IAM_ROLE, "break-glass", SHOP));
    add(Node.of(LENA, NodeKind.IAM_USER, "lena", SHOP).withMark(Mark.Role.ENTRY_POINT, "was phished"));
    add(Node.of(ORDERS, NodeKind.S3_BUCKET, "harbor-orders", SHOP).withMark(Mark.Role.CROWN_JEWEL, "tag data=orders"));
    add(Node.of(INVOICES, NodeKind.S3_BUCKET, "<img src=x onerror=alert(1)>", SHOP));
    add(Node.of(BUCKETS, NodeKind.AWS_CAPABILITY_SET, "s3:GetObject", SHOP));
    add(Node.of(APPLICATION, NodeKind.APPLICATION, "ledger-sync", TENANT));
    add(Node.of(PRINCIPAL, NodeKind.SERVICE_PRINCIPAL, "ledger-sync", TENANT));
    add(Node.of(new ArmId(LEDGER.id()), NodeKind.SUBSCRIPTION, "Line of business", LEDGER));
    add(Node.of(VAULT, NodeKind.KEY_VAULT, "kv-ledger", LEDGER).withMark(Mark.Role.CROWN_JEWEL, "holds the ledger's keys"));
    add(Node.of(VAULT_SECRET, NodeKind.KEY_VAULT_SECRET, "core-banking-db", LEDGER).withMark(Mark.Role.CROWN_JEWEL, "core banking"));
  }

  private void addAwsEdges() {
    edge(ExternalId.INTERNET, WEB, EdgeKind.CAN_REACH, "aws-exposed-instance", Likelihood.POSSIBLE,
        proof(Evidence.Side.NETWORK, WEB, "ec2:describe-instances", "/IpPermissions/0", "sg-0f00 allows 0.0.0.0/0", SHOP));
    edge(WEB, WEB_ROLE, EdgeKind.RUNS_AS, "aws-instance-metadata", Likelihood.EASY,
        proof(Evidence.Side.FACT, WEB, "ec2:describe-instances", "/IamInstanceProfile", "instance profile shop-web", SHOP));
    edge(WEB_ROLE, BUCKETS, EdgeKind.CAN_READ_DATA, "aws-read-bucket", Likelihood.EASY,
        proof(Evidence.Side.GRANT, WEB_ROLE, "iam:get-account-authorization-details", "/RolePolicyList/0/PolicyDocument/Statement/0", "ReadAll", SHOP));
    for (ResourceId bucket : List.of(ORDERS, INVOICES)) {
      edge(BUCKETS, bucket, EdgeKind.IN_SET, "capability-set", Likelihood.CERTAIN,
          proof(Evidence.Side.RESTRICT, bucket, "s3api:get-bucket-policy", "", "no deny", SHOP));
    }
    var mfa = new Atom(LENA, "aws:MultiFactorAuthPresent", "Bool", List.of("true"), false, "MFA was used");
    Edge assume = Edge.of(LENA, BREAK_GLASS, EdgeKind.CAN_ASSUME, "aws-assume-role",
        proof(Evidence.Side.TRUST, BREAK_GLASS, "iam:get-account-authorization-details", "/AssumeRolePolicyDocument/Statement/0", "TrustLena", SHOP)
            .and(new Proof(List.of(), List.of(new Unread(SHOP, "organizations:list-policies")))), Likelihood.EASY.cost());
    edges.add(assume.under(Condition.of(mfa)).outliving(Duration.ofHours(1)));
    edge(BREAK_GLASS, ORDERS, EdgeKind.CAN_READ_DATA, "aws-read-bucket", Likelihood.EASY,
        proof(Evidence.Side.GRANT, BREAK_GLASS, "iam:get-account-authorization-details", "/AttachedManagedPolicies/0", "AdministratorAccess", SHOP));
  }

  private void addAzureEdges() {
    Proof trust = proof(Evidence.Side.TRUST, APPLICATION, "graph:applications-federatedIdentityCredentials", "/value/0", "aws-shop", TENANT)
        .and(proof(Evidence.Side.GRANT, WEB_ROLE, "iam:get-account-authorization-details", "/RolePolicyList/1/PolicyDocument/Statement/0",
            "GetWebIdentityToken", SHOP));
    edge(WEB_ROLE, APPLICATION, EdgeKind.CAN_FEDERATE, "d-sts-webidtoken", Likelihood.LIKELY, trust);
    edge(APPLICATION, PRINCIPAL, EdgeKind.SIGNS_IN_AS, "application-instance", Likelihood.CERTAIN,
        proof(Evidence.Side.FACT, PRINCIPAL, "graph:servicePrincipals", "/appId", "appId", TENANT));
    Proof reads = proof(Evidence.Side.GRANT, VAULT, "arm:microsoft.authorization/roleassignments", "/properties", "Key Vault Secrets User", LEDGER)
        .and(new Proof(List.of(), List.of(new Unread(LEDGER, "arm:microsoft.authorization/denyassignments"))));
    edge(PRINCIPAL, VAULT, EdgeKind.CAN_READ_DATA, "azure-vault-read", Likelihood.EASY, reads);
    edge(PRINCIPAL, VAULT_SECRET, EdgeKind.CAN_READ_SECRET, "azure-vault-read", Likelihood.EASY, reads);
  }

  private void add(Node node) {
    nodes.add(node);
  }

  private void edge(ResourceId from, ResourceId to, EdgeKind kind, String technique, Likelihood likelihood, Proof proof) {
    edges.add(Edge.of(from, to, kind, technique, proof, likelihood.cost()));
  }

  private static Proof proof(Evidence.Side side, ResourceId document, String operation, String pointer, String label, Scope scope) {
    String excerpt = "{\"Sid\":\"" + label + "\",\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"</script><script>alert(1)</script>\"}";
    var statement = new StatementRef(new DocumentRef(document.text(), operation), pointer, label, excerpt);
    return Proof.of(List.of(new Evidence(side, statement, scope, new SnapshotId("sample"))));
  }
}
