package io.drawbridge.edge.aws;

import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.aws.BucketPolicy;
import io.drawbridge.inventory.aws.ControlPolicy;
import io.drawbridge.inventory.aws.DynamoDbTablePolicy;
import io.drawbridge.inventory.aws.EcrRepositoryPolicy;
import io.drawbridge.inventory.aws.IamGroup;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IamUser;
import io.drawbridge.inventory.aws.KeyGrants;
import io.drawbridge.inventory.aws.KeyPolicy;
import io.drawbridge.inventory.aws.ManagedPolicy;
import io.drawbridge.inventory.aws.SecretResourcePolicy;
import io.drawbridge.inventory.aws.SqsQueue;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every condition key that any policy of an estate mentions, so that tags which are not there can be known to be absent. */
final class EstateMentions {

  private EstateMentions() {}

  static SortedSet<String> of(Estate estate) {
    SortedSet<String> keys = new TreeSet<>();
    policies(estate).forEach(policy -> policy.document().statements().forEach(statement -> Mentions.add(statement, keys)));
    return keys;
  }

  /** Every policy that was read, of identities, resources and organizations. */
  static List<NamedPolicy> policies(Estate estate) {
    List<NamedPolicy> all = new ArrayList<>();
    Inventory inventory = estate.inventory();
    inventory.all(IamUser.class).forEach(user -> all.addAll(user.inlinePolicies()));
    inventory.all(IamGroup.class).forEach(group -> all.addAll(group.inlinePolicies()));
    inventory.all(IamRole.class).forEach(role -> {
      all.addAll(role.inlinePolicies());
      role.trust().ifPresent(trust -> all.add(new NamedPolicy("trust", trust)));
    });
    inventory.all(ManagedPolicy.class).forEach(policy -> all.add(policy.policy()));
    inventory.all(ControlPolicy.class).forEach(policy -> all.add(policy.policy()));
    inventory.all(BucketPolicy.class).forEach(policy -> all.add(policy.policy()));
    inventory.all(KeyPolicy.class).forEach(policy -> all.add(policy.policy()));
    inventory.all(KeyGrants.class).forEach(key -> all.add(new NamedPolicy("grants", key.grants())));
    inventory.all(DynamoDbTablePolicy.class).forEach(policy -> all.add(policy.policy()));
    inventory.all(EcrRepositoryPolicy.class).forEach(policy -> all.add(policy.policy()));
    inventory.all(SqsQueue.class).forEach(queue -> queue.policy().ifPresent(all::add));
    inventory.all(SecretResourcePolicy.class).forEach(policy -> policy.policy().ifPresent(all::add));
    return all;
  }
}
