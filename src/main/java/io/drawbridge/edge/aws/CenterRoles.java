package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Roles as Identity Center would make them: control policies may speak of their names. */
final class CenterRoles {

  private CenterRoles() {}

  /** The role of a new permission set with every right in an account. */
  static AwsIdentity administrator(AwsAuthorization authorization, String account) {
    AwsIdentity fresh = authorization.administrator(account);
    Arn arn = Arn.of("iam", "", account, "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_drawbridge_0000000000000000");
    SortedMap<String, List<String>> known = new TreeMap<>(fresh.context());
    known.put("aws:principalarn", List.of(arn.text()));
    return new AwsIdentity(fresh.node(), arn, fresh.documents(), known);
  }
}
