package io.drawbridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.conformance.CustodianPolicy.Seen;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.AzureRoleAssignment;
import io.drawbridge.inventory.azure.AzureRoleDefinition;
import io.drawbridge.inventory.azure.DiskImage;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.LoadBalancer;
import io.drawbridge.inventory.azure.MachineExtension;
import io.drawbridge.inventory.azure.NetworkInterface;
import io.drawbridge.inventory.azure.NetworkSecurityGroup;
import io.drawbridge.inventory.azure.PublicIpAddress;
import io.drawbridge.inventory.azure.ResourceLock;
import io.drawbridge.inventory.azure.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Filters of policies, asked of resources as we hold them. */
final class CustodianFilter {

  private static final Set<String> OF_LOGS =
      Set.of("diagnostic-settings", "storage-diagnostic-settings", "flow-logs", "auditing", "auditing-policies", "configuration-parameter", "server-configurations");
  private static final Set<String> OF_MEASURES = Set.of("metric", "storage-metrics", "cost", "offer", "instance-view");

  /** What a value filter may look at. */
  private static final Map<String, Function<Seen, String>> FIELDS =
      Map.of("name", seen -> seen.id().name(), "id", seen -> seen.id().text(),
          "resourceGroup", seen -> seen.id().resourceGroup().map(ArmId::name).orElse(""),
          "properties.roleName", seen -> seen.resource() instanceof AzureRoleDefinition role ? role.definition().roleName() : "",
          "properties.diskState", seen -> seen.resource() instanceof DiskImage disk && disk.attached() ? "Attached" : "Unattached");

  private CustodianFilter() {}

  static Optional<Predicate<Seen>> read(JsonNode filter) {
    return switch (typeOf(filter)) {
      case "value" -> value(filter);
      case "not" -> filter.path("not").size() == 1 ? read(filter.path("not").get(0)).map(Predicate::negate) : Optional.empty();
      case "parent" -> read(filter.path("filter")).map(inner -> seen -> parent(seen).filter(inner).isPresent());
      case "role" -> value(filter).map(inner -> seen -> role(seen).filter(inner).isPresent());
      case "resource-access" -> Optional.of(seen -> reaches(seen, "microsoft." + CustodianTypes.BY_NAME.get(filter.path("relatedResource").asText().replace("azure.", ""))));
      case "resource-type" -> Optional.of(seen -> texts(filter.path("values")).stream()
          .anyMatch(type -> seen.type().equalsIgnoreCase(type) || seen.type().equalsIgnoreCase("microsoft.resources/" + type)));
      case "resource-lock" -> Optional.of(seen -> locked(seen, filter.path("lock-type").asText()));
      case "empty-group" -> Optional.of(seen -> seen.inventory().everything().noneMatch(other -> !other.id().equals(seen.id()) && other.id() instanceof ArmId id && id.isWithin(seen.id())));
      case "whitelist" -> Optional.of(seen -> seen.resource() instanceof Vault vault && openToNoneBut(seen, vault, texts(filter.path("users"))));
      case "vm-extensions" -> Optional.of(seen -> seen.inventory().all(MachineExtension.class).stream()
          .anyMatch(extension -> extension.machine().equals(seen.id()) && extension.type().equalsIgnoreCase(filter.path("value").asText())));
      case "network-interface" -> Optional.of(seen -> hasPublicAddress(seen) == filter.path("value").asText().equals("not-null"));
      case "frontend-public-ip" -> Optional.of(seen -> seen.resource() instanceof LoadBalancer balancer && hasPublicFrontend(seen, balancer, filter.path("value").asText()));
      case "ingress" -> Optional.of(seen -> seen.resource() instanceof NetworkSecurityGroup group && new CustodianIngress(filter).test(group));
      case "firewall-rules" -> CustodianFirewall.rules(filter);
      case "firewall-bypass" -> CustodianFirewall.bypass(filter);
      default -> Optional.empty();
    };
  }

  /** Filters of one field need no type. */
  private static String typeOf(JsonNode filter) {
    String type = filter.path("type").asText("");
    return !type.isEmpty() ? type : filter.has("not") ? "not" : "value";
  }

  /** Which kind of thing a filter that cannot be read asks. */
  static String reason(JsonNode filter) {
    String type = typeOf(filter);
    if (type.equals("value")) {
      return "field: " + keyOf(filter);
    }
    if (type.equals("marked-for-op")) {
      return "time";
    }
    return OF_LOGS.contains(type) ? "log or setting" : OF_MEASURES.contains(type) ? "measure" : "listing or field: " + type;
  }

  private static String keyOf(JsonNode filter) {
    return filter.has("key") ? filter.path("key").asText() : filter.fieldNames().next();
  }

  private static Optional<Predicate<Seen>> value(JsonNode filter) {
    Function<Seen, String> field = FIELDS.get(keyOf(filter));
    String wanted = filter.path(filter.has("key") ? "value" : keyOf(filter)).asText();
    return field == null ? Optional.empty() : compared(filter.path("op").asText("eq"), wanted).map(test -> seen -> test.test(ResourceId.lowerCase(field.apply(seen))));
  }

  /** Ids of ours are in lower case. */
  private static Optional<Predicate<String>> compared(String op, String asWritten) {
    String wanted = ResourceId.lowerCase(asWritten);
    return switch (op) {
      case "eq", "equal" -> Optional.of(wanted::equals);
      case "ne" -> Optional.of(Predicate.<String>isEqual(wanted).negate());
      case "glob" -> Optional.of(value -> value.matches(wanted.replace(".", "\\.").replace("*", ".*")));
      case "contains" -> Optional.of(value -> value.contains(wanted));
      case "regex" -> Optional.of(value -> value.matches(wanted));
      default -> Optional.empty();
    };
  }

  static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  /** The nearest resource above. */
  private static Optional<Seen> parent(Seen seen) {
    var above = new TreeMap<Integer, Resource>();
    seen.inventory().everything().filter(other -> !other.id().equals(seen.id()) && other.id() instanceof ArmId id && seen.id().isWithin(id))
        .forEach(other -> above.putIfAbsent(other.id().text().length(), other));
    return Optional.ofNullable(above.lastEntry()).map(nearest -> new Seen(nearest.getValue(), seen.inventory()));
  }

  private static Optional<Seen> role(Seen seen) {
    return seen.resource() instanceof AzureRoleAssignment assigned
        ? seen.inventory().all(AzureRoleDefinition.class).stream().filter(role -> role.id().name().equalsIgnoreCase(assigned.assignment().roleGuid())).findFirst().map(role -> new Seen(role, seen.inventory()))
        : Optional.empty();
  }

  private static boolean reaches(Seen seen, String type) {
    return seen.resource() instanceof AzureRoleAssignment assigned && seen.inventory().everything().anyMatch(
        other -> other.id() instanceof ArmId id && CustodianPolicy.typeOf(id).equals(type) && id.isWithin(assigned.assignment().scope()));
  }

  private static boolean locked(Seen seen, String kind) {
    List<ResourceLock> locks = seen.inventory().all(ResourceLock.class).stream().filter(lock -> seen.id().isWithin(lock.place())).toList();
    return kind.equals("Absent") ? locks.isEmpty() : locks.stream().anyMatch(lock -> kind.equals("ReadOnly") == lock.readOnly());
  }

  private static boolean openToNoneBut(Seen seen, Vault vault, List<String> users) {
    Set<String> known = seen.inventory().all(EntraUser.class).stream().filter(user -> users.contains(user.userPrincipalName()))
        .map(user -> user.id().objectId()).collect(Collectors.toSet());
    return vault.accessPolicies().stream().allMatch(policy -> known.contains(policy.objectId()));
  }

  private static boolean hasPublicAddress(Seen seen) {
    return seen.inventory().all(NetworkInterface.class).stream().filter(one -> one.virtualMachine().filter(seen.id()::equals).isPresent())
        .anyMatch(one -> one.ipConfigurations().stream().anyMatch(address -> address.publicAddress().isPresent()));
  }

  private static boolean hasPublicFrontend(Seen seen, LoadBalancer balancer, String version) {
    return balancer.frontends().stream().flatMap(frontend -> frontend.publicAddress().stream())
        .anyMatch(id -> seen.inventory().find(PublicIpAddress.class, id).filter(address -> address.version().equalsIgnoreCase(version)).isPresent());
  }
}
