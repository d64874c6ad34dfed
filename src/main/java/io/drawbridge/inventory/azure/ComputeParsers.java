package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parsers of what runs code, and of user-assigned identities. */
final class ComputeParsers {

  private static final String PROPERTIES = "properties";
  private static final String STORAGE = "storageProfile";
  private static final String DOCKER = "DOCKER|";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.arm("microsoft.compute/virtualmachines", ComputeParsers::virtualMachine),
          ItemParser.arm("microsoft.compute/virtualmachinescalesets", ComputeParsers::scaleSet),
          ItemParser.arm("microsoft.web/sites", ComputeParsers::webApp),
          ItemParser.arm("microsoft.web/sites/slots", ComputeParsers::webApp),
          ItemParser.arm("microsoft.managedidentity/userassignedidentities", ComputeParsers::identity),
          ItemParser.arm("microsoft.managedidentity/userassignedidentities/federatedidentitycredentials", ComputeParsers::federatedCredential));

  private ComputeParsers() {}

  private static List<VirtualMachine> virtualMachine(Item item) {
    return item.arm().map(id -> {
      List<ArmId> disks = new ArrayList<>();
      item.reference(PROPERTIES, STORAGE, "osDisk", "managedDisk").ifPresent(disks::add);
      item.at(PROPERTIES, STORAGE, "dataDisks").forEach(disk -> Item.arm(Item.at(disk, "managedDisk", "id")).ifPresent(disks::add));
      return new VirtualMachine(item.origin(id), id, item.nameOr(id), item.text(PROPERTIES, STORAGE, "osDisk", "osType"), guest(item, id),
          Item.references(item.at(PROPERTIES, "networkProfile", "networkInterfaces")), disks,
          item.is(PROPERTIES, "diagnosticsProfile", "bootDiagnostics", "enabled"));
    }).stream().toList();
  }

  /** A machine that was made of a disk names no computer: it then has its resource's name as a rule. */
  private static VirtualMachine.Guest guest(Item item, ArmId id) {
    String computer = item.text(PROPERTIES, "osProfile", "computerName");
    return new VirtualMachine.Guest(item.lower(PROPERTIES, "vmId"), computer.isEmpty() ? item.nameOr(id) : computer);
  }

  private static List<VmScaleSet> scaleSet(Item item) {
    return item.arm().map(id -> new VmScaleSet(item.origin(id), id, item.nameOr(id),
        item.text(PROPERTIES, "virtualMachineProfile", STORAGE, "osDisk", "osType"), NetworkParsers.profile(item, id),
        item.reference(PROPERTIES, "virtualMachineProfile", STORAGE, "imageReference"))).stream().toList();
  }

  private static List<Resource> webApp(Item item) {
    List<Resource> records = new ArrayList<>();
    JsonNode configuration = item.at(PROPERTIES, "siteConfig");
    item.arm().ifPresent(id -> {
      records.add(new WebApp(item.origin(id), id, item.nameOr(id), item.text("kind"), !item.text(PROPERTIES, "state").equalsIgnoreCase("Stopped"),
          item.text(PROPERTIES, "defaultHostName"), image(item), item.text(PROPERTIES, "publicNetworkAccess").equalsIgnoreCase("Disabled")));
      if (Item.at(configuration, ExposureParsers.RESTRICTIONS).isArray()) {
        records.add(ExposureParsers.access(item, id, configuration, "/properties/siteConfig"));
      }
    });
    return records;
  }

  private static String image(Item item) {
    String stack = item.text(PROPERTIES, "siteConfig", "linuxFxVersion");
    return stack.regionMatches(true, 0, DOCKER, 0, DOCKER.length()) ? stack.substring(DOCKER.length()) : "";
  }

  private static List<UserAssignedIdentity> identity(Item item) {
    return item.arm().map(id -> new UserAssignedIdentity(item.origin(id), id, item.nameOr(id), item.lower(PROPERTIES, "tenantId"),
        item.lower(PROPERTIES, "principalId"), item.lower(PROPERTIES, "clientId"))).stream().toList();
  }

  private static List<? extends Resource> federatedCredential(Item item) {
    return item.arm().flatMap(id -> holder(id).map(holder -> new FederatedIdentityCredential(item.origin(id), id, holder, item.nameOr(id),
        item.text(PROPERTIES, "issuer"), item.text(PROPERTIES, "subject"), item.texts(PROPERTIES, "audiences"),
        item.text(PROPERTIES, "claimsMatchingExpression", "value")))).stream().toList();
  }

  private static Optional<ArmId> holder(ArmId credential) {
    int at = credential.text().lastIndexOf("/federatedidentitycredentials/");
    return at < 0 ? Optional.empty() : Optional.of(new ArmId(credential.text().substring(0, at)));
  }
}
