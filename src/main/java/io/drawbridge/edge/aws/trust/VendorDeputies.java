package io.drawbridge.edge.aws.trust;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Face;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Another customer of a vendor has the vendor's service take a role here, because the role does not ask for the id that the vendor gave its
 * owner (the confused deputy).
 *
 * <p>Asked with an external id that is somebody else's. It leads from outside to the role and never through the vendor, so that customers of
 * one vendor are not joined. Whether the vendor would fall for it is not known, hence the likelihood and the class. Source: IAM User Guide,
 * "The confused deputy problem"; the accounts stand in each vendor's own set-up guide. <b>Not modelled:</b> services of AWS as deputies: a role
 * is handed to a service by a principal of the role's own account, for which iam:PassRole is asked; vendors that are not in the table, whose
 * accounts are drawn as any foreign account is.
 */
public final class VendorDeputies implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("aws-confused-deputy", "has a vendor's service act here for another customer", "T1199",
      "ask in the role's trust for the external id that the vendor gave, and for nobody else's");

  /** Accounts of vendors whose customers name a role for the vendor to take. */
  private static final Map<String, String> VENDORS =
      Map.ofEntries(
          Map.entry("464622532012", "Datadog"),
          Map.entry("754728514883", "New Relic"),
          Map.entry("926226587429", "Sumo Logic"),
          Map.entry("454464851268", "CloudHealth"),
          Map.entry("165736516723", "Cloudability"),
          Map.entry("922761411349", "Spot"),
          Map.entry("188619942792", "Prisma Cloud"),
          Map.entry("434813966438", "Lacework"),
          Map.entry("509560245411", "Dynatrace"),
          Map.entry("336818582268", "Rapid7"),
          Map.entry("717210094962", "Cloud Conformity"),
          Map.entry("406095609952", "Logz.io"),
          Map.entry("282028653949", "LogicMonitor"),
          Map.entry("834469178297", "Fivetran"),
          Map.entry("414351767826", "Databricks"),
          Map.entry("197857026523", "Microsoft Sentinel and Defender for Cloud"),
          Map.entry("432263259397", "Microsoft Cost Management"),
          Map.entry("181328463391", "Microsoft Purview"));

  private static final String ACTION = "sts:AssumeRole";
  private static final String ANOTHERS_ID = "drawbridge-another-customer";

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("iam:get-account-authorization-details"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (IamRole role : estate.inventory().all(IamRole.class)) {
      vendors(role).forEach((account, caller) -> draw(estate, role, caller, sink));
    }
  }

  /** The vendors whom the role's trust lets in, each as it names them first. */
  private static SortedMap<String, Arn> vendors(IamRole role) {
    SortedMap<String, Arn> vendors = new TreeMap<>();
    role.trust().stream().flatMap(trust -> trust.statements().stream()).filter(statement -> statement.allows() && !statement.principals().negated())
        .flatMap(statement -> statement.principals().values().stream()).flatMap(VendorDeputies::principal)
        .filter(arn -> VENDORS.containsKey(arn.account())).forEach(arn -> vendors.putIfAbsent(arn.account(), arn));
    return vendors;
  }

  private static Stream<Arn> principal(String value) {
    String name = value.startsWith("AWS:") ? value.substring("AWS:".length()) : "";
    return Face.account(name).isEmpty() ? Arn.find(name).stream() : Stream.of(Arn.of("iam", "", Face.account(name), "root"));
  }

  private static void draw(Estate estate, IamRole role, Arn vendor, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    Decision decision = authorization.admit(new AwsPrincipal.Iam(vendor), ACTION, role.id(),
        role.trust().map(trust -> new NamedPolicy("trust", trust)), Map.of("sts:ExternalId", List.of(ANOTHERS_ID)));
    var fact = ServiceRole.fact(role.origin(), "/AssumeRolePolicyDocument", "account " + vendor.account() + " belongs to " + VENDORS.get(vendor.account()));
    var proof = new Proof(authorization.evidence(decision), authorization.rcps(ACTION, role.id().account()).unread()).and(Proof.of(List.of(fact)));
    Edge plain = Edge.of(ExternalId.INTERNET, role.id(), EdgeKind.VENDOR_ACTS_ON, TECHNIQUE.id(), proof, Likelihood.UNLIKELY.cost());
    DecisionEdges.of(plain, decision, ExternalId.INTERNET).forEach(sink::edge);
  }
}
