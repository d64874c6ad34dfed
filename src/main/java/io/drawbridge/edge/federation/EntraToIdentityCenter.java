package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.federation.ApplicationManagers.Manager;
import io.drawbridge.edge.federation.CenterApplications.CenterApplication;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IdentityStoreUser;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * From users of Entra to the users of IAM Identity Center that an application signs them in as, and from who manages that application to all of them.
 *
 * <p>Source: IAM Identity Center User Guide, "Configure SAML and SCIM with Microsoft Entra ID": the assertion names the user by the name that it has
 * in Identity Center. <b>Not modelled:</b> Conditional Access policies about the one application; claims that a tenant customised.
 */
final class EntraToIdentityCenter implements EdgeRule {

  static final Technique USER = new Technique("entra-identity-center-user", "signs in to Identity Center by the application of the tenant", "T1078.004",
      "take the user's assignment to the application away");
  static final Technique APPLICATION = new Technique("entra-identity-center-application", "has the application sign it in as another user", "T1606.002",
      "let few own or administer the application that signs in to Identity Center");

  @Override
  public List<Operation> reads() {
    return Stream.concat(Stream.of(CenterApplications.INSTANCES, CenterApplications.USERS, EntraDirectory.SERVICE_PRINCIPALS, EntraResources.ASSIGNMENTS,
        new Operation("graph", "users"), new Operation("graph", "groups-members")), ApplicationManagers.READS.stream()).toList();
  }

  @Override
  public List<Technique> techniques() {
    return List.of(USER, APPLICATION);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (CenterApplication center : CenterApplications.of(estate)) {
      if (estate.coverage().reading(center.instance().scope(), CenterApplications.USERS) != Reading.READ) {
        sink.gap(Gaps.of(estate, center.instance().scope(), CenterApplications.USERS, "", "as whom an application of Entra signs its users in is not known"));
      }
      List<IdentityStoreUser> users = estate.inventory().all(IdentityStoreUser.class).stream().filter(user -> user.enabled() && center.holds(user)).toList();
      users(estate, center, users, sink);
      managers(estate, center, users, sink);
    }
  }

  private static void users(Estate estate, CenterApplication center, List<IdentityStoreUser> users, EdgeSink sink) {
    ServicePrincipal application = center.application();
    if (application.assignmentRequired()) {
      AppRoleHolders.of(estate).gap(application.id(), application.scope()).ifPresent(sink::gap);
    }
    var signedIn = new AssignedUsers(estate, application);
    for (IdentityStoreUser user : users) {
      SameAccount.of(estate).user(center.tenant(), user).ifPresent(match -> {
        if (match.entra() instanceof EntraUser entra && signedIn.admits(entra)) {
          Edge plain = Edge.of(entra.id(), user.id(), EdgeKind.CAN_FEDERATE, USER.id(), match.proof().and(signedIn.proof(entra)).and(center.proof()),
              match.likelihood().cost());
          DecisionEdges.of(plain, user.external() ? new Decision.Allowed(List.of()) : center.believed(), entra.id()).forEach(sink::edge);
        }
      });
    }
  }

  private static void managers(Estate estate, CenterApplication center, List<IdentityStoreUser> users, EdgeSink sink) {
    EntraId application = center.application().id();
    List<Member> members = users.stream().map(user -> new Member(user.id(), Observed.fact(user, "/UserName", user.userName()))).toList();
    CapabilitySet set = CapabilitySet.of("sign-in-to-identity-center", application.text() + "/" + center.instance().identityStoreId(), List.of(), members);
    List<Manager> managers = new ArrayList<>(ApplicationManagers.of(estate).of(application));
    managers.add(new Manager(ApplicationManagers.administrator(center.tenant()), new Decision.Allowed(List.of()), Proof.of(List.of())));
    var sets = new CapabilitySets(sink);
    managers.stream().sorted(Comparator.comparing(Manager::id)).forEach(manager -> sets.connect(into(manager.id(), manager.proof().and(center.proof())),
        Deciding.and(manager.decision(), center.believed()), manager.id(), set));
  }

  private static Edge into(ResourceId manager, Proof proof) {
    return Edge.of(manager, manager, EdgeKind.CAN_FEDERATE, APPLICATION.id(), proof, Likelihood.EASY.cost());
  }
}
