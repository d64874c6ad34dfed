package io.drawbridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.AzureRoleDefinition;
import io.drawbridge.inventory.azure.NetworkInterface;
import io.drawbridge.inventory.azure.NetworkSecurityGroup;
import io.drawbridge.inventory.azure.ResourceLock;
import io.drawbridge.inventory.azure.StorageAccount;
import io.drawbridge.policy.AddressBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A policy of Cloud Custodian, as far as our inventory holds what it asks. */
record CustodianPolicy(String type, List<Predicate<Seen>> filters) {

  /** Its names of types by ours; what it asks beside resources of ARM is left out. */
  private static final Map<String, String> TYPES = Map.ofEntries(
      Map.entry("aks", "containerservice/managedclusters"), Map.entry("api-management", "apimanagement/service"),
      Map.entry("application-gateway", "network/applicationgateways"), Map.entry("appserviceplan", "web/serverfarms"),
      Map.entry("bastion-host", "network/bastionhosts"), Map.entry("cognitiveservice", "cognitiveservices/accounts"),
      Map.entry("containerregistry", "containerregistry/registries"), Map.entry("cosmosdb", "documentdb/databaseaccounts"),
      Map.entry("databricks", "databricks/workspaces"), Map.entry("disk", "compute/disks"), Map.entry("eventhub", "eventhub/namespaces"),
      Map.entry("front-door", "network/frontdoors"), Map.entry("loadbalancer", "network/loadbalancers"),
      Map.entry("logic-app-workflow", "logic/workflows"), Map.entry("machine-learning-workspace", "machinelearningservices/workspaces"),
      Map.entry("networkinterface", "network/networkinterfaces"), Map.entry("networksecuritygroup", "network/networksecuritygroups"),
      Map.entry("open-shift", "redhatopenshift/openshiftclusters"), Map.entry("policyassignments", "authorization/policyassignments"),
      Map.entry("postgresql-server", "dbforpostgresql/servers"), Map.entry("postgresql-flexibleserver", "dbforpostgresql/flexibleservers"),
      Map.entry("publicip", "network/publicipaddresses"), Map.entry("resourcegroup", "resources/resourcegroups"),
      Map.entry("roledefinition", "authorization/roledefinitions"), Map.entry("routetable", "network/routetables"),
      Map.entry("servicebus-namespace", "servicebus/namespaces"), Map.entry("snapshot", "compute/snapshots"),
      Map.entry("sqldatabase", "sql/servers/databases"), Map.entry("sqlserver", "sql/servers"), Map.entry("storage", "storage/storageaccounts"),
      Map.entry("storage-container", "storage/storageaccounts/blobservices/containers"), Map.entry("vm", "compute/virtualmachines"),
      Map.entry("vmss", "compute/virtualmachinescalesets"), Map.entry("vnet", "network/virtualnetworks"),
      Map.entry("waf", "network/applicationgatewaywebapplicationfirewallpolicies"), Map.entry("webapp", "web/sites"));

  /** A resource among the others of its recording. */
  record Seen(Resource resource, Inventory inventory) {}

  static Optional<CustodianPolicy> of(JsonNode policy) {
    String type = typeOf(policy);
    List<Predicate<Seen>> filters = new ArrayList<>();
    for (JsonNode filter : policy.path("filters")) {
      Optional<Predicate<Seen>> read = filter(type, filter);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      filters.add(read.get());
    }
    return type.isEmpty() || filters.isEmpty() ? Optional.empty() : Optional.of(new CustodianPolicy(type, filters));
  }

  private static String typeOf(JsonNode policy) {
    return TYPES.getOrDefault(policy.path("resource").asText().replace("azure.", ""), "");
  }

  /** What keeps a policy from being asked. */
  static String unread(JsonNode policy) {
    List<String> kinds = new ArrayList<>();
    policy.path("filters").forEach(filter -> {
      if (filter(typeOf(policy), filter).isEmpty()) {
        kinds.add(filter.path("type").asText(filter.toString()) + " " + filter.path("key").asText(""));
      }
    });
    return kinds.toString();
  }

  int count(Inventory inventory) {
    SortedMap<String, Resource> ofType = new TreeMap<>();
    inventory.everything().filter(resource -> resource.id() instanceof ArmId id && typeOf(id).equals("microsoft." + type))
        .forEach(resource -> ofType.putIfAbsent(resource.id().text(), resource));
    return (int) ofType.values().stream().filter(resource -> filters.stream().allMatch(filter -> filter.test(new Seen(resource, inventory)))).count();
  }

  /** The type that an id says. */
  private static String typeOf(ArmId id) {
    String text = id.text();
    int providers = text.lastIndexOf("/providers/");
    if (providers < 0) {
      return text.matches("/subscriptions/[^/]+/resourcegroups/[^/]+") ? "microsoft.resources/resourcegroups" : "";
    }
    String[] parts = text.substring(providers + "/providers/".length()).split("/", -1);
    StringBuilder type = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i += 2) {
      type.append('/').append(parts[i]);
    }
    return type.toString();
  }

  private static Optional<Predicate<Seen>> filter(String type, JsonNode filter) {
    return switch (filter.path("type").asText("")) {
      case "value" -> named(filter);
      case "resource-lock" -> Optional.of(seen -> locked(seen, filter.path("lock-type").asText()));
      case "ingress" -> filter.has("Cidr") || !filter.has("ports") || filter.has("ipProtocol") ? Optional.empty() : Optional.of(seen -> ingress(seen, filter));
      case "network-interface" -> Optional.of(seen -> hasPublicAddress(seen) == filter.path("value").asText().equals("not-null"));
      case "firewall-rules" -> !type.equals("storage/storageaccounts") ? Optional.empty() : Optional.of(seen -> seen.resource instanceof StorageAccount account && firewall(account.network().addresses(), filter));
      default -> Optional.empty();
    };
  }

  private static Optional<Predicate<Seen>> named(JsonNode filter) {
    String wanted = filter.path("value").asText().toLowerCase(Locale.ROOT);
    return switch (filter.path("key").asText()) {
      case "name" -> name(filter.path("op").asText("eq"), wanted);
      case "properties.roleName" -> Optional.of(seen -> seen.resource instanceof AzureRoleDefinition role
          && role.definition().roleName().equalsIgnoreCase(wanted));
      default -> Optional.empty();
    };
  }

  private static Optional<Predicate<Seen>> name(String op, String wanted) {
    return switch (op) {
      case "eq", "equal" -> Optional.of(seen -> name(seen).equals(wanted));
      case "glob" -> Optional.of(seen -> name(seen).matches(wanted.replace(".", "\\.").replace("*", ".*")));
      case "contains" -> Optional.of(seen -> name(seen).contains(wanted));
      default -> Optional.empty();
    };
  }

  private static String name(Seen seen) {
    return seen.resource.id() instanceof ArmId id ? id.name().toLowerCase(Locale.ROOT) : "";
  }

  private static boolean locked(Seen seen, String kind) {
    List<ResourceLock> locks = seen.inventory.all(ResourceLock.class).stream()
        .filter(lock -> seen.resource.id() instanceof ArmId id && id.isWithin(lock.place())).toList();
    return kind.equals("Absent") ? locks.isEmpty() : locks.stream().anyMatch(lock -> kind.equals("ReadOnly") == lock.readOnly());
  }

  private static boolean hasPublicAddress(Seen seen) {
    return seen.inventory.all(NetworkInterface.class).stream().filter(one -> one.virtualMachine().filter(seen.resource.id()::equals).isPresent())
        .anyMatch(one -> one.ipConfigurations().stream().anyMatch(address -> address.publicAddress().isPresent()));
  }

  /** Whether every port, or any, is let in or kept out by the first rule that speaks of it. */
  private static boolean ingress(Seen seen, JsonNode filter) {
    if (!(seen.resource instanceof NetworkSecurityGroup group)) {
      return false;
    }
    boolean allow = filter.path("access").asText().equalsIgnoreCase("Allow");
    Predicate<Integer> fits = port -> group.rules().stream().filter(rule -> rule.inbound() && rule.destinationPorts().stream().anyMatch(range -> within(range, port)))
        .findFirst().map(rule -> rule.allow() == allow).orElse(!allow);
    Stream<Integer> ports = ports(filter.path("ports").asText()).stream();
    return filter.path("match").asText().equals("all") ? ports.allMatch(fits) : ports.anyMatch(fits);
  }

  private static List<Integer> ports(String text) {
    List<Integer> ports = new ArrayList<>();
    for (String range : text.split(",", -1)) {
      String[] ends = range.strip().split("-", -1);
      for (int port = Integer.parseInt(ends[0]); port <= Integer.parseInt(ends[ends.length - 1]); port++) {
        ports.add(port);
      }
    }
    return ports;
  }

  private static boolean within(String range, int port) {
    return range.equals("*") || ports(range).contains(port);
  }

  private static boolean firewall(List<String> addresses, JsonNode filter) {
    Predicate<String> letIn = wanted -> addresses.stream().anyMatch(block -> covers(block, wanted));
    List<String> wanted = new ArrayList<>();
    String kind = List.of("include", "any", "only", "equal").stream().filter(filter::has).findFirst().orElseThrow();
    filter.path(kind).forEach(value -> wanted.add(value.asText()));
    boolean nothingElse = addresses.stream().allMatch(block -> wanted.stream().anyMatch(other -> covers(other, block)));
    return switch (kind) {
      case "include" -> wanted.stream().allMatch(letIn);
      case "any" -> wanted.stream().anyMatch(letIn);
      case "only" -> nothingElse;
      default -> nothingElse && wanted.stream().allMatch(letIn);
    };
  }

  /** Whether a block takes in an address, a block or a range of one address. */
  private static boolean covers(String block, String wanted) {
    String[] ends = wanted.split("-", -1);
    AddressBlock outer = AddressBlock.parse(block.split("-", -1)[0]).orElseThrow();
    boolean both = Stream.of(ends).allMatch(end -> end.contains("/") ? end.equals(block) || outer.contains(end.substring(0, end.indexOf('/'))) : outer.contains(end));
    return both && (ends.length == 1 || ends[0].equals(ends[1]) || block.contains("/"));
  }
}
