package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** What a principal may do in a cluster of EKS by access policies. */
public record EksAccessPolicies(Origin origin, Arn id, String clusterName, String principalArn, List<Association> policies) implements Resource {

  /**
   * One policy.
   *
   * @param namespaces empty when it holds in the whole cluster
   */
  public record Association(String policyArn, List<String> namespaces) {

    public Association {
      namespaces = List.copyOf(namespaces);
    }
  }

  /** The cluster that they hold in. */
  public Arn cluster() {
    return EksCluster.arn(id, clusterName);
  }

  public EksAccessPolicies {
    policies = List.copyOf(policies);
  }

  @Override
  public String name() {
    return id.name();
  }
}
