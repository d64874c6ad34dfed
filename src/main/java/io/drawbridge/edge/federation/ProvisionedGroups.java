package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.federation.AppRoleHolders.Holder;
import io.drawbridge.edge.federation.CenterApplications.CenterApplication;
import io.drawbridge.edge.federation.SameAccount.Match;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IdentityStoreGroup;
import io.drawbridge.inventory.azure.SynchronizationJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From groups of Entra to the groups of IAM Identity Center that are provisioned from them: who gets into one is in the other after the next cycle.
 *
 * <p>A cycle takes about forty minutes, which no edge carries; the technique's title says it, and its likelihood is that of several steps. Only
 * direct members of a group that is assigned to the application are provisioned. Source: learn.microsoft.com, "How Application Provisioning works in
 * Microsoft Entra ID". <b>Not modelled:</b> scoping filters; jobs that provision every user and group without assignment.
 */
final class ProvisionedGroups implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("entra-identity-center-group", "is provisioned into the group at the next cycle, within about forty minutes",
      "T1098.007", "guard the group in Entra as the accounts that its twin in Identity Center is assigned");

  private static final Operation JOBS = new Operation("graph", "servicePrincipals-synchronization-jobs");

  @Override
  public List<Operation> reads() {
    return List.of(CenterApplications.INSTANCES, CenterApplications.GROUPS, EntraDirectory.SERVICE_PRINCIPALS, EntraResources.ASSIGNMENTS, JOBS,
        new Operation("graph", "groups"), new Operation("graph", "groups-members"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (CenterApplication center : CenterApplications.of(estate)) {
      Optional<SynchronizationJob> job = estate.inventory().all(SynchronizationJob.class).stream()
          .filter(one -> one.application().equals(center.application().id()) && one.runs()).findFirst();
      job.ifPresentOrElse(running -> groups(estate, center, running, sink), () -> unread(estate, center, sink));
    }
  }

  private static void unread(Estate estate, CenterApplication center, EdgeSink sink) {
    String application = center.application().id().objectId();
    if (estate.coverage().reading(Scope.tenant(center.tenant()), JOBS, application) != Reading.READ) {
      sink.gap(Gaps.of(estate, Scope.tenant(center.tenant()), JOBS, application, "whether groups are provisioned into Identity Center is not known"));
    }
  }

  private static void groups(Estate estate, CenterApplication center, SynchronizationJob job, EdgeSink sink) {
    AppRoleHolders.of(estate).gap(center.application().id(), center.application().scope()).ifPresent(sink::gap);
    Map<ResourceId, Holder> assigned = new HashMap<>();
    AppRoleHolders.of(estate).assignments(center.application().id()).forEach(assignment -> AppRoleHolders.of(estate).of(assignment).stream()
        .filter(holder -> holder.id().equals(assignment.principal())).forEach(holder -> assigned.putIfAbsent(holder.id(), holder)));
    Proof runs = center.proof().and(Observed.fact(job, "/schedule/state", job.state()));
    for (IdentityStoreGroup group : estate.inventory().all(IdentityStoreGroup.class)) {
      if (center.holds(group)) {
        SameAccount.of(estate).group(center.tenant(), group).ifPresent(match -> draw(assigned.get(match.entra().id()), match, group, runs, sink));
      }
    }
  }

  private static void draw(@Nullable Holder holder, Match match, IdentityStoreGroup group, Proof runs, EdgeSink sink) {
    if (holder != null) {
      Edge plain = Edge.of(holder.id(), group.id(), EdgeKind.MEMBER_OF, TECHNIQUE.id(), match.proof().and(holder.proof()).and(runs), Likelihood.LIKELY.cost());
      DecisionEdges.of(plain, holder.decision(), holder.id()).forEach(sink::edge);
    }
  }
}
