package io.drawbridge.edge.aws.data;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.SearchDomain;
import io.drawbridge.policy.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A principal searches the documents of an OpenSearch domain: its own policies or the domain's let it send the requests that answer them.
 *
 * <p>Source: Amazon OpenSearch Service Developer Guide, "Identity and Access Management" (a policy that is open takes requests without a
 * signature), "VPC versus public domains" and "Fine-grained access control": where it is on, a caller is one of the domain's own users or is
 * mapped to one of its roles, which no call of AWS tells, so that a gap stands for it. <b>Not modelled:</b> what in a VPC reaches a domain that
 * asks for no signature.
 */
public final class DomainReads implements EdgeRule {

  private static final Operation DESCRIBE = Operation.parse("opensearch:describe-domain");
  static final ReadableStore DOMAINS = new ReadableStore("search-domain", EdgeKind.CAN_READ_DATA, DomainReads::targets, Set.of());
  private static final Requirement NETWORK =
      new Requirement("aws:network", "In", List.of(), false, "the request comes from a network that leads to the domain");
  private static final StoreReads READS = new StoreReads(DOMAINS, List.of("es:ESHttpGet", "es:ESHttpPost"),
      new Technique("aws-search-domain", "searches the documents of a domain", "T1530", "name in the domain's policy who searches it, and set up fine-grained access control"),
      List.of(DESCRIBE));

  @Override
  public List<Operation> reads() {
    return READS.reads();
  }

  @Override
  public List<Technique> techniques() {
    return READS.techniques();
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    estate.inventory().all(SearchDomain.class).stream().filter(SearchDomain::ownUsers).forEach(domain -> sink.gap(
        Gaps.of(estate, domain.scope(), DESCRIBE, domain.id().text(), "the domain has users and roles of its own; who they are was not read")));
    READS.derive(estate, sink);
  }

  private static List<Target> targets(Estate estate) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    return estate.inventory().all(SearchDomain.class).stream().filter(domain -> !domain.ownUsers()).map(domain -> {
      var demand = new Demand("es:ESHttpGet", domain.id().text() + "/", domain.id().account(), domain.policy(), context.region(domain.id()));
      return new Target(domain.id(), List.of(demand), Proof.of(List.of()), domain.inVpc() ? List.of(NETWORK) : List.of(), domain.inVpc(), Optional.empty());
    }).toList();
  }
}
