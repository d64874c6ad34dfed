package io.drawbridge.edge.aws;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Evidence.Side;
import io.drawbridge.inventory.Origin;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.PolicyLayer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the statements that decided into evidence: whose documents they stand in and when those were read. */
final class Origins {

  private final Map<DocumentRef, Origin> byDocument = new HashMap<>();

  Origins(Estate estate) {
    estate.inventory().everything().forEach(resource -> byDocument.putIfAbsent(resource.origin().document(), resource.origin()));
  }

  List<Evidence> evidence(Collection<Ground> grounds) {
    return grounds.stream().map(this::evidence).distinct().sorted().toList();
  }

  Evidence evidence(Ground ground) {
    Origin origin = byDocument.get(ground.statement().document());
    return origin == null
        ? new Evidence(side(ground.layer()), ground.statement(), stated(ground.statement().document()), SnapshotId.IN_MEMORY)
        : new Evidence(side(ground.layer()), ground.statement(), origin.scope(), origin.snapshot());
  }

  /** What no document says belongs to the account whose administrator it is about, or to nobody. */
  private static Scope stated(DocumentRef document) {
    return ResourceId.parse(document.id()).filter(PrivilegeId.class::isInstance).map(id -> Scope.account(((PrivilegeId) id).scope())).orElse(Scope.WORLD);
  }

  static Side side(PolicyLayer layer) {
    return switch (layer) {
      case IDENTITY, ROLE_ASSIGNMENT, ACCESS_POLICY -> Side.GRANT;
      case RESOURCE, TRUST -> Side.TRUST;
      case PERMISSION_BOUNDARY, SERVICE_CONTROL_POLICY, RESOURCE_CONTROL_POLICY, SESSION, VPC_ENDPOINT, DENY_ASSIGNMENT -> Side.RESTRICT;
    };
  }
}
