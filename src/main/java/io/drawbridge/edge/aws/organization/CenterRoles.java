package io.drawbridge.edge.aws.organization;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.aws.AdministratorPanel;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Roles with every right that AWS makes in an account for who administers from above: control policies may speak of their names. */
final class CenterRoles {

  static final String OF_IDENTITY_CENTER = "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_drawbridge_0000000000000000";
  static final String OF_STACK_SETS = "role/stacksets-exec-00000000000000000000000000000000";

  private CenterRoles() {}

  /** The administrator of an account, if such a role would be one under the account's control policies. */
  static Optional<AwsIdentity> administrator(AwsAuthorization authorization, String account, String role) {
    return Optional.of(named(authorization, account, role)).filter(new AdministratorPanel(authorization)::isUnrestricted);
  }

  /** A role of an account with every right and this name. */
  static AwsIdentity named(AwsAuthorization authorization, String account, String role) {
    AwsIdentity fresh = authorization.administrator(account);
    Arn arn = fresh.arn().beside("iam", "", role);
    SortedMap<String, List<String>> known = new TreeMap<>(fresh.context());
    known.put("aws:principalarn", List.of(arn.text()));
    return new AwsIdentity(fresh.node(), arn, fresh.documents(), known);
  }
}
