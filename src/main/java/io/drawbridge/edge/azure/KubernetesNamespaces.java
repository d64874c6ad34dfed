package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.ConnectedCluster;
import io.drawbridge.inventory.azure.KubernetesCluster;
import io.drawbridge.policy.azure.RoleAssignment;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The namespaces of Kubernetes clusters that roles on data were assigned at.
 *
 * <p>No listing of Azure names namespaces; they come up as scopes of assignments, below clusters where Azure roles decide. Source: Azure
 * Kubernetes Service, "Use Microsoft Entra ID authorization for the Kubernetes API" (roles at the scope of the cluster or of a namespace).
 */
public final class KubernetesNamespaces {

  private static final String PART = "/namespaces/";

  private final SortedMap<ArmId, Namespace> all = new TreeMap<>();

  /**
   * A namespace.
   *
   * @param proof the assignment that names it
   */
  public record Namespace(ArmId id, Resource cluster, Proof proof) {
    /** As Kubernetes names it: in lower case always. */
    public String name() {
      return id.name();
    }
  }

  private KubernetesNamespaces(Estate estate) {
    Map<ResourceId, Resource> clusters = new HashMap<>();
    estate.inventory().all(KubernetesCluster.class).stream().filter(cluster -> cluster.access().azureRoles())
        .forEach(cluster -> clusters.put(cluster.id(), cluster));
    estate.inventory().all(ConnectedCluster.class).stream().filter(ConnectedCluster::azureRoles).forEach(cluster -> clusters.put(cluster.id(), cluster));
    if (clusters.isEmpty()) {
      return;
    }
    HeldRoles held = AzureAuthorization.of(estate).held();
    List<RoleAssignment> assignments = held.all();
    for (int i = 0; i < assignments.size(); i++) {
      ArmId scope = assignments.get(i).scope();
      Resource cluster = ArmTypes.above(scope, PART).map(clusters::get).orElse(null);
      if (cluster != null) {
        all.putIfAbsent(scope, new Namespace(scope, cluster, Observed.fact(held.records().get(i), "/properties/scope", scope.text())));
      }
    }
  }

  public static KubernetesNamespaces of(Estate estate) {
    return estate.view(KubernetesNamespaces.class, KubernetesNamespaces::new);
  }

  public Collection<Namespace> all() {
    return all.values();
  }

  /** Those of a kind of cluster, as what is gained by who holds less than the whole cluster. */
  public <R extends Resource> List<Target> targets(Class<R> kind, BiFunction<R, Target, Target> behind) {
    return all.values().stream().flatMap(namespace -> target(namespace, kind, behind).stream()).toList();
  }

  private static <R extends Resource> Optional<Target> target(Namespace namespace, Class<R> kind, BiFunction<R, Target, Target> behind) {
    return Optional.of(namespace.cluster).filter(kind::isInstance).map(kind::cast).map(cluster ->
        behind.apply(cluster, Target.of(namespace.id, namespace.id, namespace.proof)).coveredBy(new ArmId(cluster.id().text())));
  }

  Stream<Node> nodes() {
    return all.values().stream().map(namespace -> Node.of(namespace.id, NodeKind.KUBERNETES_NAMESPACE, namespace.name(), Readings.home(namespace.id)));
  }
}
