package io.drawbridge.edge.aws.container;

import io.drawbridge.edge.EdgeRule;
import java.util.List;

/** What containers run as, and who gets into them. */
public final class ContainerRules {

  public static final List<EdgeRule> ALL = List.of(new TaskRole(), new ContainerHost(), new HostMetadata(), new ContainerCommand(),
      new ServiceCommand(), new ImagePush(), new ImageReads(), new PodRoles(), new ClusterAccess(), new ClusterEntry(), new PassRoleToPods());

  private ContainerRules() {}
}
