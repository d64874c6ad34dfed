package io.drawbridge.edge.aws.organization;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IdentityStoreUser;
import io.drawbridge.inventory.aws.SsoInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A principal of an administering account becomes users of Identity Center: it gives them a password of its choice, or puts an identity
 * provider of its own in the place of whatever signs them in.
 *
 * <p>Assignments outlast a change of the identity source; the new provider names whichever user it likes. A password alone does not pass a
 * second factor, hence the user's devices are taken off as well; passwords count only while no other directory keeps the users. Source:
 * Service Authorization Reference, "AWS IAM Identity Center directory"; IAM Identity Center User Guide, "Considerations for changing your
 * identity source". <b>Not modelled:</b> a directory of Active Directory as the source, which no answer tells from Identity Center's own.
 *
 * @param actions all of which name no resource
 * @param whileOwn true when it works only while Identity Center keeps the users itself
 */
record IdentityCenterTakeover(Capability capability, List<String> actions, boolean whileOwn) implements EdgeRule {

  static final List<IdentityCenterTakeover> ALL =
      List.of(
          new IdentityCenterTakeover(new Capability("reset-identity-center-password", EdgeKind.CAN_ADD_CREDENTIAL,
              new Technique("aws-identity-center-password", "gives the user a one-time password and takes its second factor off", "T1098",
                  "grant sso-directory:UpdatePassword to administrators of users only"), Likelihood.LIKELY),
              List.of("sso-directory:UpdatePassword", "sso-directory:DeleteMfaDeviceForUser"), true),
          new IdentityCenterTakeover(new Capability("replace-identity-source", EdgeKind.CAN_CHANGE_TRUST,
              new Technique("d-sso-externalidp", "signs users in by an identity provider of its own", "T1484.002",
                  "deny changes of the identity source outside a break-glass role"), Likelihood.LIKELY),
              CenterAdministration.NEW_PROVIDER, false));

  @Override
  public List<Operation> reads() {
    return List.of(IdentityCenter.INSTANCES, IdentityCenter.USERS, IdentityCenter.DELEGATED);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(capability.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (SsoInstance instance : estate.inventory().all(SsoInstance.class)) {
      var administration = new CenterAdministration(estate, instance);
      administration.gaps(sink);
      List<AwsIdentity> callers = whileOwn && administration.isExternal() ? List.of() : administration.principals(actions);
      if (!callers.isEmpty()) {
        new CapabilityDerivation(AwsAuthorization.of(estate), capability, targets(estate, administration), Set.of()).draw(callers, sink);
      }
    }
  }

  private List<Target> targets(Estate estate, CenterAdministration administration) {
    List<Target> targets = new ArrayList<>();
    for (String calling : administration.accounts()) {
      List<Demand> demands = actions.stream().map(action -> CenterAdministration.anywhere(calling, action)).toList();
      estate.inventory().all(IdentityStoreUser.class).stream().filter(IdentityStoreUser::enabled)
          .filter(user -> user.identityStoreId().equals(administration.instance().identityStoreId()))
          .forEach(user -> targets.add(new Target(user.id(), demands, listed(user), List.of(), true, Optional.empty())));
    }
    return targets;
  }

  private static Proof listed(IdentityStoreUser user) {
    return Proof.of(List.of(ServiceRole.fact(user.origin(), "/UserId", user.id().name())));
  }
}
