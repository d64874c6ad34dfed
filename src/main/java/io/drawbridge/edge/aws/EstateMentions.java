package io.drawbridge.edge.aws;

import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.aws.BucketPolicy;
import io.drawbridge.inventory.aws.ControlPolicy;
import io.drawbridge.inventory.aws.DynamoDbTablePolicy;
import io.drawbridge.inventory.aws.IamGroup;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IamUser;
import io.drawbridge.inventory.aws.KeyGrants;
import io.drawbridge.inventory.aws.KeyPolicy;
import io.drawbridge.inventory.aws.ManagedPolicy;
import io.drawbridge.inventory.aws.SecretResourcePolicy;
import io.drawbridge.inventory.aws.SqsQueue;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every condition key that any policy of an estate mentions, so that tags which are not there can be known to be absent. */
final class EstateMentions {

  private EstateMentions() {}

  static SortedSet<String> of(Estate estate) {
    SortedSet<String> keys = new TreeSet<>();
    Inventory inventory = estate.inventory();
    inventory.all(IamUser.class).forEach(user -> add(user.inlinePolicies(), keys));
    inventory.all(IamGroup.class).forEach(group -> add(group.inlinePolicies(), keys));
    inventory.all(IamRole.class).forEach(role -> {
      add(role.inlinePolicies(), keys);
      role.trust().ifPresent(trust -> add(List.of(new NamedPolicy("", trust)), keys));
    });
    inventory.all(ManagedPolicy.class).forEach(policy -> add(List.of(policy.policy()), keys));
    inventory.all(ControlPolicy.class).forEach(policy -> add(List.of(policy.policy()), keys));
    inventory.all(BucketPolicy.class).forEach(policy -> add(List.of(policy.policy()), keys));
    inventory.all(KeyPolicy.class).forEach(policy -> add(List.of(policy.policy()), keys));
    inventory.all(KeyGrants.class).forEach(key -> add(List.of(new NamedPolicy("", key.grants())), keys));
    inventory.all(DynamoDbTablePolicy.class).forEach(policy -> add(List.of(policy.policy()), keys));
    inventory.all(SqsQueue.class).forEach(queue -> queue.policy().ifPresent(one -> add(List.of(one), keys)));
    inventory.all(SecretResourcePolicy.class).forEach(policy -> policy.policy().ifPresent(one -> add(List.of(one), keys)));
    return keys;
  }

  private static void add(List<NamedPolicy> policies, SortedSet<String> keys) {
    keys.addAll(Mentions.of(policies));
  }
}
