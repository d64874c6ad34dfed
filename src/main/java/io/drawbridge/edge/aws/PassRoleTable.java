package io.drawbridge.edge.aws;

import io.drawbridge.edge.EdgeRule;
import java.util.List;
import java.util.stream.Stream;

/** Every way to start compute under a role that is passed, by family of service. */
final class PassRoleTable {

  static final List<EdgeRule> ALL =
      Stream.of(PassRoleToInstances.ALL, PassRoleToContainers.ALL, PassRoleToFunctions.ALL, PassRoleToBuilds.ALL, PassRoleToAnalytics.ALL,
              PassRoleToAnchors.ALL, List.of(new PassRoleToIdentityPools()))
          .flatMap(List::stream).map(EdgeRule.class::cast).toList();

  private PassRoleTable() {}
}
