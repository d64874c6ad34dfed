package io.drawbridge.edge.aws;

import io.drawbridge.edge.EdgeRule;
import java.util.List;
import java.util.stream.Stream;

/** Powers above single accounts: IAM Identity Center and the organization. */
final class OrganizationRules {

  static final List<EdgeRule> ALL =
      Stream.concat(
              Stream.of(new IdentityCenterMembership(), new AccountAssignments(), new PermissionSetAssignment(), new PermissionSetWriting(), new IdentityCenterJoining()),
              IdentityCenterTakeover.ALL.stream())
          .toList();

  private OrganizationRules() {}
}
