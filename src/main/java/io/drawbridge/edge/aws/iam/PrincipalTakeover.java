package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.FreeKeys;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IamUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A principal becomes another by writing a credential for it or rewriting who may become it: one row for each way.
 *
 * <p>Source: IAM API reference, CreateAccessKey (a user has at most two), CreateLoginProfile (of a user without a password),
 * UpdateLoginProfile (of one with it), DeactivateMFADevice, UpdateAssumeRolePolicy; nobody changes the trust of a service-linked role. A
 * password alone does not sign in a user whose second factor is asked for.
 *
 * @param actions all on the principal itself
 */
record PrincipalTakeover(Capability capability, List<String> actions, Aim aim) implements EdgeRule {

  /** Of which principals a way works. */
  enum Aim {
    ROOM_FOR_KEYS, NO_ROOM_FOR_KEYS, NO_PASSWORD, PASSWORD, SECOND_FACTOR, ROLES;

    boolean asksReport() {
      return this == NO_PASSWORD || this == PASSWORD || this == SECOND_FACTOR;
    }
  }

  static final List<PrincipalTakeover> ALL =
      List.of(
          new PrincipalTakeover(credential("create-access-key", "iam-002", "makes an access key of the user",
              "grant iam:CreateAccessKey on the caller's own user only", Likelihood.EASY), List.of("iam:CreateAccessKey"), Aim.ROOM_FOR_KEYS),
          new PrincipalTakeover(credential("replace-access-key", "iam-003", "deletes an access key of the user and makes another",
              "grant iam:DeleteAccessKey and iam:CreateAccessKey on the caller's own user only", Likelihood.LIKELY),
              List.of("iam:CreateAccessKey", "iam:DeleteAccessKey"), Aim.NO_ROOM_FOR_KEYS),
          new PrincipalTakeover(credential("create-login-profile", "iam-004", "gives the user a password",
              "grant iam:CreateLoginProfile to administrators of users only", Likelihood.LIKELY), List.of("iam:CreateLoginProfile"), Aim.NO_PASSWORD),
          new PrincipalTakeover(credential("update-login-profile", "iam-006", "changes the user's password",
              "grant iam:UpdateLoginProfile to administrators of users only", Likelihood.LIKELY), List.of("iam:UpdateLoginProfile"), Aim.PASSWORD),
          new PrincipalTakeover(credential("update-login-profile-without-factor", "d-iam-deactivatemfa", "changes the user's password and takes its second factor off",
              "grant iam:DeactivateMFADevice to nobody who changes passwords", Likelihood.LIKELY),
              List.of("iam:UpdateLoginProfile", "iam:DeactivateMFADevice"), Aim.SECOND_FACTOR),
          new PrincipalTakeover(new Capability("update-trust", EdgeKind.CAN_CHANGE_TRUST,
              new Technique("iam-012", "rewrites the role's trust policy", "T1098", "grant iam:UpdateAssumeRolePolicy to those who may have every role's power"),
              Likelihood.EASY), List.of("iam:UpdateAssumeRolePolicy"), Aim.ROLES));

  private static Capability credential(String name, String id, String title, String remedy, Likelihood likelihood) {
    return new Capability(name, EdgeKind.CAN_ADD_CREDENTIAL, new Technique(id, title, "T1098.001", remedy), likelihood);
  }

  @Override
  public List<Operation> reads() {
    List<Operation> reads = new ArrayList<>(List.of(Operation.parse("iam:get-account-authorization-details")));
    if (aim != Aim.ROLES) {
      reads.add(aim.asksReport() ? SignIns.REPORT : SignIns.KEYS);
    }
    return reads;
  }

  @Override
  public List<Technique> techniques() {
    return List.of(capability.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    var rewritten = RewrittenTrust.of(authorization, estate);
    Stream<Target> targets = aim == Aim.ROLES
        ? estate.inventory().all(IamRole.class).stream().filter(PrincipalTakeover::isOurs)
            .map(role -> target(role, role.tags(), context, SignIns.State.KNOWN, arn -> rewritten.demands(arn, context.of(arn, "iam", role.tags()))))
        : estate.inventory().all(IamUser.class).stream()
            .flatMap(user -> state(user.id(), SignIns.of(estate)).map(state -> target(user, user.tags(), context, state, arn -> List.of())).stream());
    new CapabilityDerivation(authorization, capability, targets.toList(), FreeKeys.OF_SESSIONS).draw(authorization.callers(), sink);
  }

  /** What is known of the user's side; nothing when the way does not work. */
  private Optional<SignIns.State> state(Arn user, SignIns signIns) {
    if (!aim.asksReport()) {
      return signIns.isFull(user) == (aim == Aim.NO_ROOM_FOR_KEYS) ? Optional.of(signIns.keys(user)) : Optional.empty();
    }
    return signIns.credentials(user)
        .map(known -> switch (aim) {
          case SECOND_FACTOR -> Optional.of(SignIns.State.KNOWN).filter(state -> known.password() && known.secondFactor());
          case PASSWORD -> Optional.of(signIns.beside(known)).filter(state -> known.password());
          case NO_PASSWORD -> Optional.of(signIns.beside(known)).filter(state -> !known.password());
          case ROOM_FOR_KEYS, NO_ROOM_FOR_KEYS, ROLES -> Optional.<SignIns.State>empty();
        })
        .orElseGet(() -> aim == Aim.SECOND_FACTOR ? Optional.empty() : Optional.of(signIns.report(user)));
  }

  private static boolean isOurs(IamRole role) {
    return !role.id().resource().startsWith("role/aws-service-role/");
  }

  private Target target(
      Resource principal, Map<String, String> tags, ResourceContext context, SignIns.State state, Function<Arn, List<Demand>> entry) {
    var arn = (Arn) principal.id();
    List<Demand> demands = new ArrayList<>();
    actions.forEach(action -> demands.add(new Demand(action, arn.text(), arn.account(), Optional.empty(), context.of(arn, "iam", tags))));
    demands.addAll(entry.apply(arn));
    return new Target(arn, demands, new Proof(List.of(), state.unread()), state.unreadable(), true, Optional.empty());
  }
}
