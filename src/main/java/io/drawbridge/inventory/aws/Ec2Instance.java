package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** EC2 instance. */
public record Ec2Instance(Origin origin, Arn id, String displayName, String state, String instanceProfileArn, List<String> interfaceIds,
    Traits traits, SortedMap<String, String> tags) implements Resource {

  private static final Set<String> GONE = Set.of("terminated", "shutting-down");

  /**
   * How it is set up.
   *
   * @param metadataReachable whether the instance metadata service answers
   * @param metadataBehindBridge whether it also answers containers in a network of their own on the instance, one hop further
   * @param restarts whether it can be stopped and started again: no spot instance, its root on no instance store
   */
  public record Traits(boolean metadataReachable, boolean metadataBehindBridge, boolean restarts, boolean windows) {}

  public Ec2Instance {
    interfaceIds = List.copyOf(interfaceIds);
  }

  /** Whether nobody can start it any more. */
  public boolean isGone() {
    return GONE.contains(state);
  }

  public boolean isRunning() {
    return state.equals("running");
  }

  @Override
  public String name() {
    return displayName;
  }
}
