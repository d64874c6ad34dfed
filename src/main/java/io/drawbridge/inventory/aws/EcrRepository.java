package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.Wildcard;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.List;
import java.util.Optional;

/**
 * Repository of container images.
 *
 * @param uri as images are named by it, without a tag
 * @param immutable whether a tag that exists cannot be moved
 * @param exceptions patterns of the tags of which the contrary is true
 */
public record EcrRepository(Origin origin, Arn id, String uri, boolean immutable, List<String> exceptions) implements Resource {

  public EcrRepository {
    exceptions = List.copyOf(exceptions);
  }

  /** Whether the tag, once there, always names the same image. */
  public boolean fixes(String tag) {
    return immutable != exceptions.stream().anyMatch(pattern -> Wildcard.matches(pattern, tag));
  }

  public Optional<NamedPolicy> policy(Inventory inventory) {
    return inventory.find(EcrRepositoryPolicy.class, id).map(EcrRepositoryPolicy::policy);
  }

  @Override
  public String name() {
    return id.resource().substring(id.resource().indexOf('/') + 1);
  }
}
