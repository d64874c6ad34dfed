package io.drawbridge.edge.aws.data;

import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.CustomerKeys;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.EbsSnapshot;
import io.drawbridge.inventory.aws.EbsSnapshotPermissions;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What it takes to do something to snapshots of volumes: the requests on them, and the key of those that are encrypted. */
final class SnapshotTargets {

  private final Estate estate;
  private final ResourceContext context;
  private final CustomerKeys keys;

  SnapshotTargets(Estate estate) {
    this.estate = estate;
    this.context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    this.keys = new CustomerKeys(estate, context);
  }

  /** Those that the account which listed them owns. */
  List<EbsSnapshot> own() {
    return estate.inventory().all(EbsSnapshot.class).stream()
        .filter(snapshot -> snapshot.ownerId().isEmpty() || snapshot.ownerId().equals(snapshot.scope().id())).toList();
  }

  /** With whom a snapshot itself is shared. */
  List<Statement> sharing(EbsSnapshot snapshot) {
    return estate.inventory().find(EbsSnapshotPermissions.class, snapshot.id())
        .map(permissions -> Sharing.statements(permissions.origin(), "/CreateVolumePermissions", permissions.with(), snapshot.scope().id())).orElse(List.of());
  }

  /**
   * @param actions all of which are asked on the snapshot
   * @param sharing who is let in besides its own account
   */
  Target target(EbsSnapshot snapshot, List<String> actions, List<Statement> sharing) {
    String account = snapshot.scope().id();
    SortedMap<String, List<String>> known = context.of(snapshot.id(), "ec2", snapshot.tags());
    Optional<NamedPolicy> policy = Sharing.policy(sharing);
    List<Demand> demands = new ArrayList<>();
    actions.forEach(action -> demands.add(new Demand(action, snapshot.id().text(), account, policy, known)));
    CustomerKeys.KeySide key = snapshot.encrypted() ? keys.of(snapshot.kmsKeyId(), snapshot.id(), "ec2", Map.of("aws:ebs:id", ""))
        : CustomerKeys.KeySide.NONE;
    key.demand().ifPresent(demands::add);
    return new Target(snapshot.id(), demands, Proof.of(List.of()), key.unreadable(), key.homeOnly() || sharing.isEmpty(), Optional.empty());
  }
}
