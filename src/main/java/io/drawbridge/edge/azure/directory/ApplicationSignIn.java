package io.drawbridge.edge.azure.directory;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An application's credentials sign in as its service principals, in every tenant that has one, unless either is switched off, or Conditional Access for
 * workloads keeps it out.
 *
 * <p>Source: Microsoft identity platform, "Application and service principal objects".
 */
final class ApplicationSignIn implements EdgeRule {

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "applications"), new Operation("graph", "servicePrincipals"), SignInConditions.POLICIES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.APPLICATION_SIGN_IN);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<String, List<ServicePrincipal>> byAppId = new HashMap<>();
    for (ServicePrincipal principal : estate.inventory().all(ServicePrincipal.class)) {
      if (principal.accountEnabled()) {
        byAppId.computeIfAbsent(principal.appId(), none -> new ArrayList<>()).add(principal);
      }
    }
    for (Application application : estate.inventory().all(Application.class)) {
      if (!application.disabled() && !application.appId().isEmpty()) {
        byAppId.getOrDefault(application.appId(), List.of()).forEach(principal -> draw(estate, application, principal, sink));
      }
    }
  }

  private static void draw(Estate estate, Application application, ServicePrincipal principal, EdgeSink sink) {
    SignInConditions conditions = SignInConditions.of(estate);
    conditions.of(principal).ifPresent(asked -> {
      Proof proof = Observed.fact(application, "/appId", application.appId()).and(Observed.fact(principal, "/appId", principal.appId()))
          .and(new Proof(List.of(), conditions.unread(principal.id().tenant())));
      Edge plain = Edge.of(application.id(), principal.id(), EdgeKind.SIGNS_IN_AS, EntraTechniques.APPLICATION_SIGN_IN.id(), proof, Likelihood.CERTAIN.cost());
      DecisionEdges.of(plain, Deciding.and(new Decision.Allowed(List.of()), asked), application.id()).forEach(sink::edge);
    });
  }
}
