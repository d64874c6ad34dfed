package io.drawbridge.edge.aws;

import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A principal starts compute of its own under a role: it may pass the role to the service, and may start what runs as it.
 *
 * <p>Only within one account, and only a role whose trust lets the service in. Source: IAM User Guide, "Grant a user permissions to pass a
 * role to an AWS service". <b>Not modelled:</b> {@code iam:AssociatedResourceArn}, which stays a condition; a trust that names the ARN of
 * what the service works for ({@code aws:SourceArn}) stays a condition likewise.
 *
 * @param ways to start it, one of which is enough
 */
public record PassRole(Technique technique, Recipient recipient, List<Launch> ways) implements EdgeRule {

  public static final Operation ROLES = Operation.parse("iam:get-account-authorization-details");
  private static final String REMEDY = "limit iam:PassRole to the roles that are needed, and iam:PassedToService to their services";

  public PassRole {
    ways = List.copyOf(ways);
  }

  public static PassRole of(String id, String title, String attackId, Recipient recipient, Launch... ways) {
    return new PassRole(new Technique(id, title, attackId, REMEDY), recipient, List.of(ways));
  }

  @Override
  public List<Operation> reads() {
    return Stream.concat(Stream.of(ROLES), needed().map(Place.Existing::listing)).distinct().toList();
  }

  @Override
  public List<Technique> techniques() {
    return List.of(technique);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<AwsIdentity> callers = callers(Speakers.of(estate));
    if (callers.isEmpty()) {
      return;
    }
    Reach roles = PassableRoles.of(estate).reach(recipient);
    if (roles.isEmpty()) {
      return;
    }
    unread(estate, callers, sink);
    var launch = new LaunchDecision(estate, ways);
    var capability = new Capability(recipient.name(), EdgeKind.CAN_PASS_ROLE, technique, Likelihood.LIKELY);
    new CapabilityDerivation(AwsAuthorization.of(estate), capability, roles, launch::of).draw(callers, sink);
  }

  /** Those who may be able to pass a role and do all that one of the ways takes. */
  private List<AwsIdentity> callers(Speakers speakers) {
    Set<AwsIdentity> all = byIdentity();
    for (Launch way : ways) {
      List<String> actions = new ArrayList<>(List.of("iam:PassRole"));
      actions.addAll(way.actions());
      all.addAll(speakers.ofAll(actions));
    }
    return all.stream().sorted(Comparator.comparing(AwsIdentity::node)).toList();
  }

  /** Comparing callers by what they are would read all their documents. */
  private static Set<AwsIdentity> byIdentity() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private Stream<Place.Existing> needed() {
    return ways.stream().flatMap(way -> way.places().stream()).filter(Place.Existing.class::isInstance).map(Place.Existing.class::cast);
  }

  /** What must exist and was not read leaves a gap, unless whoever could use it may make it as well. */
  private void unread(Estate estate, List<AwsIdentity> callers, EdgeSink sink) {
    needed().filter(place -> !place.listing().equals(ROLES)).distinct().forEach(place -> {
      Set<AwsIdentity> able = byIdentity();
      able.addAll(place.makes().isEmpty() ? List.of() : Speakers.of(estate).ofAll(List.of(place.makes())));
      SortedSet<String> accounts = new TreeSet<>();
      callers.stream().filter(caller -> !able.contains(caller)).forEach(caller -> accounts.add(caller.account()));
      for (String account : accounts) {
        if (estate.coverage().reading(Scope.account(account), place.listing()) != Reading.READ) {
          sink.gap(Gaps.of(estate, Scope.account(account), place.listing(), "", "which " + place.sort() + " there are is not known: who starts compute with one is not drawn"));
        }
      }
    });
  }
}
