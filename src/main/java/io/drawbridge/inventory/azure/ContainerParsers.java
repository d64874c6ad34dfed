package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.azure.KubernetesCluster.Access;
import io.drawbridge.inventory.azure.KubernetesCluster.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parsers of what runs containers, and of registries. */
final class ContainerParsers {

  private static final String PROPERTIES = "properties";
  private static final String API_SERVER = "apiServerAccessProfile";
  private static final String ENTRA = "aadProfile";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.arm("microsoft.containerservice/managedclusters", ContainerParsers::cluster),
          ItemParser.arm("microsoft.kubernetes/connectedclusters", item -> item.arm().map(id -> new ConnectedCluster(item.origin(id), id, item.nameOr(id),
              item.is(PROPERTIES, ENTRA, "enableAzureRBAC"))).stream().toList()),
          ItemParser.arm("microsoft.containerregistry/registries", ContainerParsers::registry),
          ItemParser.arm("microsoft.containerinstance/containergroups", ContainerParsers::group),
          ItemParser.arm("microsoft.app/containerapps", ContainerParsers::app),
          ItemParser.arm("microsoft.app/jobs", ContainerParsers::app));

  private ContainerParsers() {}

  private static List<KubernetesCluster> cluster(Item item) {
    boolean entra = item.at(PROPERTIES, ENTRA).isObject();
    var access = new Access(!item.is(PROPERTIES, "disableLocalAccounts"), entra, entra && item.is(PROPERTIES, ENTRA, "enableAzureRBAC"),
        !item.is(PROPERTIES, API_SERVER, "disableRunCommand"));
    return item.arm().map(id -> new KubernetesCluster(item.origin(id), id, item.nameOr(id), access, apiServer(item), nodes(item, id),
        item.text(PROPERTIES, "oidcIssuerProfile", "issuerURL"))).stream().toList();
  }

  private static NetworkAccess apiServer(Item item) {
    List<String> ranges = item.texts(PROPERTIES, API_SERVER, "authorizedIPRanges");
    return new NetworkAccess(!ranges.isEmpty(), item.is(PROPERTIES, API_SERVER, "enablePrivateCluster"), ranges, List.of());
  }

  private static Nodes nodes(Item item, ArmId id) {
    String group = item.text(PROPERTIES, "nodeResourceGroup");
    Optional<ArmId> place = group.isEmpty() ? Optional.empty()
        : id.subscription().map(subscription -> new ArmId("/subscriptions/" + subscription + "/resourceGroups/" + group));
    return new Nodes(place, Item.arm(item.text(PROPERTIES, "identityProfile", "kubeletidentity", "resourceId")),
        item.lower(PROPERTIES, "identityProfile", "kubeletidentity", "objectId"));
  }

  private static List<ContainerRegistry> registry(Item item) {
    return item.arm().map(id -> new ContainerRegistry(item.origin(id), id, item.nameOr(id), item.lower(PROPERTIES, "loginServer"),
        item.is(PROPERTIES, "adminUserEnabled"), item.text(PROPERTIES, "roleAssignmentMode").equalsIgnoreCase("AbacRepositoryPermissions"),
        NetworkRules.of(item))).stream().toList();
  }

  private static List<ContainerGroup> group(Item item) {
    List<String> images = new ArrayList<>();
    item.at(PROPERTIES, "containers").forEach(container -> images.add(Item.text(Item.at(container, PROPERTIES, "image"))));
    return item.arm().map(id -> new ContainerGroup(item.origin(id), id, item.nameOr(id), images)).stream().toList();
  }

  private static List<ContainerApp> app(Item item) {
    List<String> images = new ArrayList<>();
    for (JsonNode container : item.at(PROPERTIES, "template", "containers")) {
      images.add(Item.text(Item.at(container, "image")));
    }
    return item.arm().map(id -> new ContainerApp(item.origin(id), id, item.nameOr(id), images, item.lower(PROPERTIES, "configuration", "triggerType")))
        .stream().toList();
  }
}
