package io.drawbridge.edge.mark;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ArmTypes;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.inventory.aws.BucketTags;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IamUser;
import io.drawbridge.inventory.aws.RdsInstance;
import io.drawbridge.inventory.aws.RdsSnapshot;
import io.drawbridge.inventory.aws.Secret;
import io.drawbridge.inventory.azure.ResourceTags;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Something that its owner may have tagged. */
record Tagged(ResourceId id, NodeKind kind, String name, Scope scope, SortedMap<String, String> tags) {

  static Stream<Tagged> all(Estate estate) {
    var inventory = estate.inventory();
    return Stream.of(
            inventory.all(BucketTags.class).stream().map(it -> new Tagged(it.id(), NodeKind.S3_BUCKET, it.name(), it.scope(), it.tags())),
            inventory.all(Secret.class).stream().map(it -> new Tagged(it.id(), NodeKind.SECRETS_MANAGER_SECRET, it.name(), it.scope(), it.tags())),
            inventory.all(RdsInstance.class).stream().map(it -> new Tagged(it.id(), NodeKind.RDS_INSTANCE, it.name(), it.scope(), it.tags())),
            inventory.all(RdsSnapshot.class).stream().map(it -> new Tagged(it.id(), NodeKind.RDS_SNAPSHOT, it.name(), it.scope(), it.tags())),
            inventory.all(Ec2Instance.class).stream().map(it -> new Tagged(it.id(), NodeKind.EC2_INSTANCE, it.name(), it.scope(), it.tags())),
            inventory.all(IamUser.class).stream().map(it -> new Tagged(it.id(), NodeKind.IAM_USER, it.name(), it.scope(), it.tags())),
            inventory.all(IamRole.class).stream().map(it -> new Tagged(it.id(), NodeKind.IAM_ROLE, it.name(), it.scope(), it.tags())),
            inventory.all(ResourceTags.class).stream().map(it -> new Tagged(it.id(), ArmTypes.kind(it.id()), it.name(), ArmTypes.home(it.id()), it.tags())))
        .flatMap(tagged -> tagged)
        .filter(tagged -> !tagged.tags.isEmpty());
  }

  Node node() {
    return Node.of(id, kind, name, scope);
  }
}
