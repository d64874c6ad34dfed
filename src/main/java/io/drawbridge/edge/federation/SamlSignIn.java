package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.trust.SamlTrust;
import io.drawbridge.edge.aws.trust.SamlTrust.Trusting;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.federation.AppRoleHolders.Holder;
import io.drawbridge.edge.federation.ApplicationManagers.Manager;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.SamlProvider;
import io.drawbridge.inventory.azure.AppRoleAssignment;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One application that signs in to the roles of one SAML provider: for whom it does, and for whom it can be made to. */
record SamlSignIn(Estate estate, ServicePrincipal application, SamlProvider provider, List<Trusting> roles) {

  SamlSignIn {
    roles = List.copyOf(roles);
  }

  void draw(EdgeSink sink) {
    AppRoleHolders.of(estate).gap(application.id(), application.scope()).ifPresent(sink::gap);
    if (SamlApplications.signsNow(application, provider)) {
      AppRoleHolders.of(estate).assignments(application.id()).forEach(assignment -> assigned(assignment, sink));
    }
    managed(sink);
  }

  private void assigned(AppRoleAssignment assignment, EdgeSink sink) {
    String value = application.appRoles().getOrDefault(assignment.appRoleId(), "");
    List<String> named = Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    if (!named.contains(provider.id().text())) {
      return;
    }
    List<Holder> holders = AdmittedHolders.of(estate, application, AppRoleHolders.of(estate).of(assignment));
    for (Trusting trusting : roles) {
      if (named.contains(trusting.role().id().text())) {
        Ruling ruling = SamlTrust.admitsUser(estate, trusting, provider.entityId());
        Proof proof = ruling.proof().and(signed()).and(Observed.fact(application, "/appRoles", value));
        holders.forEach(holder -> DecisionEdges.of(SamlApplicationToRole.edge(holder.id(), trusting, SamlApplicationToRole.ASSIGNED, holder.proof().and(proof)),
            Deciding.and(ruling.decision(), holder.decision()), holder.id()).forEach(sink::edge));
      }
    }
  }

  /** Managers write any role into the assertion: all of them enter one set of the roles that ask for nothing else. */
  private void managed(EdgeSink sink) {
    List<Member> open = new ArrayList<>();
    List<Manager> managers = ApplicationManagers.of(estate).of(application.id());
    for (Trusting trusting : roles) {
      Ruling ruling = SamlTrust.admits(estate, trusting);
      if (ruling.decision() instanceof Decision.Allowed) {
        open.add(new Member(trusting.role().id(), ruling.proof().and(signed())));
      } else {
        managers.forEach(manager -> DecisionEdges.of(
            SamlApplicationToRole.edge(manager.id(), trusting, SamlApplicationToRole.MANAGED, manager.proof().and(ruling.proof()).and(signed())),
            Deciding.and(ruling.decision(), manager.decision()), manager.id()).forEach(sink::edge));
      }
    }
    var sets = new CapabilitySets(sink);
    CapabilitySet set = CapabilitySet.of("sign-in-by-saml", application.id().text() + "/" + provider.id().account() + "/" + provider.id().name(), List.of(), open);
    managers.forEach(manager -> sets.connect(into(manager.id(), manager.proof()), manager.decision(), manager.id(), set));
  }

  private static Edge into(ResourceId manager, Proof proof) {
    return Edge.of(manager, manager, EdgeKind.CAN_FEDERATE, SamlApplicationToRole.MANAGED.id(), proof, Likelihood.EASY.cost()).outliving(SamlIssuerToRole.SESSION);
  }

  /** That the application signs with a certificate that the provider accepts. */
  private Proof signed() {
    String certificate = application.signOn().certificates().stream().filter(provider.certificates()::contains).findFirst().orElse("");
    return SamlIssuerToRole.accepts(provider).and(Observed.fact(application, "/keyCredentials", "signs with the certificate " + certificate));
  }
}
