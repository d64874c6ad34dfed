package io.drawbridge.edge.federation;

import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.AccessPolicies;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.federation.AppRoleHolders.Holder;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.GroupMember;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom Conditional Access at one application lets in of those who are assigned to it, and under what.
 *
 * <p>Where a policy singles the application out, members of a group may fare differently, so each stands for itself. Source: Microsoft Entra,
 * "Conditional Access: Target resources". <b>Not modelled:</b> somebody who adds itself to a group that is so divided.
 */
final class AdmittedHolders {

  private AdmittedHolders() {}

  static List<Holder> of(Estate estate, ServicePrincipal application, List<Holder> assigned) {
    String tenant = application.id().tenant();
    if (!AccessPolicies.of(estate).singleOut(tenant, application.appId())) {
      return assigned;
    }
    List<Holder> admitted = new ArrayList<>();
    for (Holder holder : assigned) {
      Optional<EntraUser> user = estate.inventory().find(EntraUser.class, holder.id());
      if (user.isPresent()) {
        admit(estate, application, holder, user.get(), admitted);
      } else if (holder.decision() instanceof Decision.Allowed) {
        Directory.of(estate).members(holder.id()).forEach(link -> member(estate, application, holder, link, admitted));
      }
    }
    return admitted;
  }

  private static void member(Estate estate, ServicePrincipal application, Holder group, GroupMember link, List<Holder> admitted) {
    estate.inventory().find(EntraUser.class, link.member()).filter(EntraUser::accountEnabled).ifPresent(user -> admit(estate, application,
        new Holder(user.id(), group.decision(), group.proof().and(Observed.fact(link, "/id", user.id().objectId()))), user, admitted));
  }

  private static void admit(Estate estate, ServicePrincipal application, Holder holder, EntraUser user, List<Holder> admitted) {
    Decision decision = Deciding.and(holder.decision(),
        AccessPolicies.of(estate).at(user.id().tenant(), application.appId(), Directory.of(estate).ids(user.id()), Optional.of(user)));
    if (decision.possible()) {
      admitted.add(new Holder(holder.id(), decision, holder.proof()));
    }
  }
}
