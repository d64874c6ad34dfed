package io.drawbridge.edge.aws;

import io.drawbridge.edge.EdgeRule;
import java.util.List;
import java.util.stream.Stream;

/** Powers above single accounts, IAM Identity Center and the organization, and over the identity providers that roles trust. */
final class OrganizationRules {

  static final List<EdgeRule> ALL =
      Stream.of(
              List.of(new IdentityCenterMembership(), new AccountAssignments(), new AdministratorAssignments(), new PermissionSetAssignment(), new PermissionSetWriting(),
                  new IdentityCenterJoining(), new IssuerOfOwn(), new OrganizationStackSets(), new IdentityPoolSignIn(), new VendorDeputies()),
              IdentityCenterTakeover.ALL,
              ProviderTakeover.ALL,
              IssuerTakeover.ALL)
          .flatMap(List::stream)
          .map(EdgeRule.class::cast)
          .toList();

  private OrganizationRules() {}
}
