package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parsers of machines of elsewhere, of what runs on machines, and of disks. */
final class MachineParsers {

  private static final String PROPERTIES = "properties";
  private static final String AGENT = "agentConfiguration";
  private static final String DETECTED = "detectedProperties";
  private static final Pattern INSTANCE = Pattern.compile("i-(?:[0-9a-f]{8}|[0-9a-f]{17})");

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.arm("microsoft.hybridcompute/machines", MachineParsers::arcMachine),
          ItemParser.arm("microsoft.compute/virtualmachines/extensions", MachineParsers::extension),
          ItemParser.arm("microsoft.automation/automationaccounts/hybridrunbookworkergroups/hybridrunbookworkers", MachineParsers::hybridWorker),
          ItemParser.arm("microsoft.compute/disks", MachineParsers::disk),
          ItemParser.arm("microsoft.compute/snapshots", MachineParsers::disk),
          ItemParser.arm("microsoft.compute/restorepointcollections/restorepoints/diskrestorepoints", MachineParsers::disk),
          ItemParser.arm("microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems", MachineParsers::backup),
          ItemParser.arm("microsoft.web/sites/basicpublishingcredentialspolicies", MachineParsers::publishing),
          ItemParser.arm("microsoft.web/sites/slots/basicpublishingcredentialspolicies", MachineParsers::publishing));

  private MachineParsers() {}

  private static List<ArcMachine> arcMachine(Item item) {
    boolean full = !item.text(PROPERTIES, AGENT, "configMode").equalsIgnoreCase("monitor");
    boolean takes = full && item.isUnlessSaid(PROPERTIES, AGENT, "extensionsEnabled");
    boolean configures = full && item.isUnlessSaid(PROPERTIES, AGENT, "guestConfigurationEnabled");
    String system = item.text(PROPERTIES, "osType");
    return item.arm().map(id -> new ArcMachine(item.origin(id), id, item.nameOr(id), system.isEmpty() ? item.text(PROPERTIES, "osName") : system, host(item), takes, configures,
        extensions(item.at(PROPERTIES, AGENT, "extensionsAllowList")), extensions(item.at(PROPERTIES, AGENT, "extensionsBlockList")))).stream().toList();
  }

  /** Where the agent does not tell the instance, a name of the form that only instances have is its id. */
  private static ArcMachine.Host host(Item item) {
    String detected = item.text(PROPERTIES, DETECTED, "cloudprovider");
    String provider = detected.isEmpty() ? item.text(PROPERTIES, "cloudMetadata", "provider") : detected;
    String account = item.text(PROPERTIES, DETECTED, "AWS-accountId");
    boolean expired = item.text(PROPERTIES, "status").equalsIgnoreCase("Expired");
    String told = item.text(PROPERTIES, DETECTED, "AWS-instanceId");
    if (!told.isEmpty()) {
      return new ArcMachine.Host(provider, account, told, "/properties/detectedProperties/AWS-instanceId", expired);
    }
    if (INSTANCE.matcher(item.text("name")).matches()) {
      return new ArcMachine.Host(provider, account, item.text("name"), "/name", expired);
    }
    String computer = item.text(PROPERTIES, "osProfile", "computerName");
    return new ArcMachine.Host(provider, account, INSTANCE.matcher(computer).matches() ? computer : "", "/properties/osProfile/computerName", expired);
  }

  private static List<String> extensions(JsonNode list) {
    List<String> extensions = new ArrayList<>();
    list.forEach(each -> extensions.add(ResourceId.lowerCase(Item.text(Item.at(each, "publisher")) + "/" + Item.text(Item.at(each, "type")))));
    return extensions;
  }

  private static List<MachineExtension> extension(Item item) {
    return item.arm().flatMap(id -> above(id, "/extensions/").map(machine -> new MachineExtension(item.origin(id), id, item.nameOr(id), machine,
        item.lower(PROPERTIES, "type")))).stream().toList();
  }

  private static List<HybridWorker> hybridWorker(Item item) {
    return item.arm().flatMap(id -> above(id, "/hybridrunbookworkergroups/").flatMap(account -> Item.arm(item.text(PROPERTIES, "vmResourceId"))
        .map(machine -> new HybridWorker(item.origin(id), id, item.nameOr(id), account, machine)))).stream().toList();
  }

  private static List<PublishingPolicy> publishing(Item item) {
    return item.arm().flatMap(id -> above(id, "/basicpublishingcredentialspolicies/").map(site -> new PublishingPolicy(item.origin(id), id, id.name(), site,
        item.isUnlessSaid(PROPERTIES, "allow")))).stream().toList();
  }

  private static List<DiskImage> disk(Item item) {
    String access = item.text(PROPERTIES, "networkAccessPolicy");
    boolean closed = item.text(PROPERTIES, "publicNetworkAccess").equalsIgnoreCase("Disabled") || access.equalsIgnoreCase("AllowPrivate");
    return item.arm().map(id -> new DiskImage(item.origin(id), id, item.nameOr(id), isAttached(item), !access.equalsIgnoreCase("DenyAll"),
        new NetworkAccess(false, closed, List.of(), List.of()), item.is(PROPERTIES, "encryptionSettingsCollection", "enabled"),
        item.text(PROPERTIES, "dataAccessAuthMode").equalsIgnoreCase("AzureActiveDirectory"))).stream().toList();
  }

  private static List<BackupItem> backup(Item item) {
    String friendly = item.text(PROPERTIES, "friendlyName");
    return item.arm().map(id -> new BackupItem(item.origin(id), id, friendly.isEmpty() ? id.name() : friendly,
        item.text(PROPERTIES, "workloadType"), item.is(PROPERTIES, "isScheduledForDeferredDelete"))).stream().toList();
  }

  private static boolean isAttached(Item item) {
    String state = item.text(PROPERTIES, "diskState");
    return state.isEmpty() ? !item.text("managedBy").isEmpty() : state.equalsIgnoreCase("Attached");
  }

  private static Optional<ArmId> above(ArmId id, String child) {
    int at = id.text().indexOf(child);
    return at < 0 ? Optional.empty() : Optional.of(new ArmId(id.text().substring(0, at)));
  }
}
