package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.aws.AccessKey;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IamUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A principal becomes another by writing a credential for it or rewriting who may become it: one row for each way.
 *
 * <p>Source: IAM API reference, CreateAccessKey (a user has at most two), UpdateLoginProfile, CreateLoginProfile, UpdateAssumeRolePolicy;
 * nobody changes the trust of a service-linked role. <b>Not modelled:</b> deleting a key to make room for another; whether a user has a
 * login profile, so that either call is taken to work.
 */
record PrincipalTakeover(Capability capability, String action, boolean ofRoles) implements EdgeRule {

  private static final int MOST_KEYS = 2;

  static final List<PrincipalTakeover> ALL =
      List.of(
          new PrincipalTakeover(new Capability("create-access-key", EdgeKind.CAN_ADD_CREDENTIAL,
              new Technique("iam-002", "makes an access key of the user", "T1098.001", "grant iam:CreateAccessKey on the caller's own user only"), Likelihood.EASY), "iam:CreateAccessKey", false),
          new PrincipalTakeover(new Capability("create-login-profile", EdgeKind.CAN_ADD_CREDENTIAL,
              new Technique("iam-004", "gives the user a password", "T1098.001", "grant iam:CreateLoginProfile to administrators of users only"), Likelihood.LIKELY), "iam:CreateLoginProfile", false),
          new PrincipalTakeover(new Capability("update-login-profile", EdgeKind.CAN_ADD_CREDENTIAL,
              new Technique("iam-006", "changes the user's password", "T1098.001", "grant iam:UpdateLoginProfile to administrators of users only"), Likelihood.LIKELY), "iam:UpdateLoginProfile", false),
          new PrincipalTakeover(new Capability("update-trust", EdgeKind.CAN_CHANGE_TRUST,
              new Technique("iam-012", "rewrites the role's trust policy", "T1098", "grant iam:UpdateAssumeRolePolicy to those who may have every role's power"), Likelihood.EASY), "iam:UpdateAssumeRolePolicy", true));

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("iam:get-account-authorization-details"), Operation.parse("iam:list-access-keys"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(capability.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    List<Target> targets = ofRoles
        ? estate.inventory().all(IamRole.class).stream().filter(PrincipalTakeover::isOurs).map(role -> target(role, context.of(role.id(), "iam", role.tags()))).toList()
        : users(estate).map(user -> target(user, context.of(user.id(), "iam", user.tags()))).toList();
    new CapabilityDerivation(authorization, capability, targets, Set.of()).draw(authorization.callers(), sink);
  }

  private Stream<IamUser> users(Estate estate) {
    Map<String, Integer> keys = new HashMap<>();
    estate.inventory().all(AccessKey.class).forEach(key -> keys.merge(key.scope().id() + "/" + key.userName(), 1, Integer::sum));
    boolean roomAsked = action.equals("iam:CreateAccessKey");
    return estate.inventory().all(IamUser.class).stream()
        .filter(user -> !roomAsked || keys.getOrDefault(user.id().account() + "/" + user.name(), 0) < MOST_KEYS);
  }

  private static boolean isOurs(IamRole role) {
    return !role.id().resource().startsWith("role/aws-service-role/");
  }

  private Target target(Resource principal, SortedMap<String, List<String>> known) {
    var arn = (Arn) principal.id();
    var demand = new Demand(action, arn.text(), arn.account(), Optional.empty(), known);
    return new Target(arn, List.of(demand), Proof.of(List.of()), List.of(), true, Optional.empty());
  }
}
