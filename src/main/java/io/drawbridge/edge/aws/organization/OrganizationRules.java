package io.drawbridge.edge.aws.organization;

import io.drawbridge.edge.EdgeRule;
import java.util.List;
import java.util.stream.Stream;

/** Powers above single accounts: the organization and IAM Identity Center. */
public final class OrganizationRules {

  public static final List<EdgeRule> ALL =
      Stream.<List<? extends EdgeRule>>of(IdentityCenterTakeover.ALL,
              List.of(new IdentityCenterMembership(), new AccountAssignments(), new AdministratorAssignments(), new PermissionSetAssignment(),
                  new PermissionSetWriting(), new IdentityCenterJoining(), new OrganizationStackSets()))
          .<EdgeRule>flatMap(List::stream)
          .toList();

  private OrganizationRules() {}
}
