package io.drawbridge.edge.azure.data;

import static io.drawbridge.graph.Likelihood.EASY;
import static io.drawbridge.graph.Likelihood.LIKELY;

import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.inventory.azure.ContainerRegistry;
import io.drawbridge.inventory.azure.DiskImage;
import io.drawbridge.inventory.azure.Vault;
import java.util.List;
import java.util.function.Predicate;

/**
 * Ways to read copies: disks and snapshots by an address that Azure signs, images of registries, and secrets that a deployment is given.
 *
 * <p>A disk that a running machine holds is copied to a snapshot first. Sources: Azure Disk Storage, "Restrict managed disks from being
 * imported or exported" and "Secure downloads and uploads with Microsoft Entra ID"; Azure Disk Encryption (the guest encrypts, so that a copy alone
 * is not enough); Container Registry, "Admin account", "Tokens", "Entra permissions and role assignments overview"; Resource Manager, "Use Azure
 * Key Vault to pass secure parameter value during deployment" (whoever may deploy from a vault that is enabled for it can have its secrets
 * put out, in either permission model). Backups are {@link BackupReads}.
 * <b>Not modelled:</b> making a restore point of a disk first, which takes what a snapshot of it takes; enabling a vault for deployments first,
 * which takes the right to write it; a disk's customer key, which Azure applies to an export itself; soft-deleted vaults, which are no vaults until
 * they are recovered.
 */
public final class ImageReads {

  private static final String DISKS = "microsoft.compute/disks";
  private static final String SNAPSHOTS = "microsoft.compute/snapshots";
  private static final String RESTORE_POINTS = "microsoft.compute/restorepointcollections/restorepoints/diskrestorepoints";
  private static final String REGISTRIES = "microsoft.containerregistry/registries";
  private static final String DISK_ACCESS = "Microsoft.Compute/disks/beginGetAccess/action";
  private static final String SNAPSHOT_ACCESS = "Microsoft.Compute/snapshots/beginGetAccess/action";
  private static final String EXPORT = "T1537";
  private static final String NO_EXPORT = "deny network access to disks and snapshots, or ask for a data role";
  private static final String PULL = "T1530";
  private static final String R = "Microsoft.ContainerRegistry/registries/";

  public static final List<Ways> TABLE =
      List.of(
          disks("loose-disks", DISKS, disk -> disk.isDisk() && !disk.attached() && opens(disk),
              Way.by("azure-disk-export", "downloads the disk by a signed address", EXPORT, NO_EXPORT, EASY, DISK_ACCESS)),
          disks("attached-disks", DISKS, disk -> disk.isDisk() && disk.attached() && opens(disk),
              Way.by("azure-disk-snapshot-export", "copies the disk to a snapshot and downloads that", EXPORT, NO_EXPORT, EASY, DISK_ACCESS)
                  .andElsewhere("Microsoft.Compute/snapshots/write", SNAPSHOT_ACCESS)),
          disks("disk-snapshots", SNAPSHOTS, disk -> disk.isSnapshot() && opens(disk),
              Way.by("azure-snapshot-export", "downloads the snapshot by a signed address", EXPORT, NO_EXPORT, EASY, SNAPSHOT_ACCESS)),
          disks("restore-points", RESTORE_POINTS, disk -> disk.isRestorePoint() && opens(disk),
              Way.by("azure-restore-point-export", "downloads a disk of the restore point by a signed address", EXPORT, NO_EXPORT, EASY,
                  "Microsoft.Compute/restorePointCollections/restorePoints/diskRestorePoints/beginGetAccess/action")),
          Ways.to("snapshots-to-open", EdgeKind.CAN_READ_DATA, List.of(SNAPSHOTS), Ways.each(DiskImage.class, disk -> disk.isSnapshot() && closed(disk)),
              Way.by("azure-snapshot-export-reopened", "allows the snapshot's export again and downloads it", EXPORT, "require closed exports by policy", LIKELY,
                  "Microsoft.Compute/snapshots/write", SNAPSHOT_ACCESS)),
          Ways.to("disks-to-open", EdgeKind.CAN_READ_DATA, List.of(DISKS), Ways.each(DiskImage.class, disk -> disk.isDisk() && !disk.attached() && closed(disk)),
              Way.by("azure-disk-export-reopened", "allows the disk's export again and downloads it", EXPORT, "require closed exports by policy", LIKELY,
                  "Microsoft.Compute/disks/write", DISK_ACCESS)),
          registries("images", registry -> !registry.perRepository(),
              Way.by("azure-registry-pull", "pulls the registry's images", PULL, "assign pull to what runs the images only", EASY, R + "pull/read"),
              Way.by("azure-registry-quick-run", "runs a build that reads the registry's images", PULL, "leave scheduleRun to the build pipeline", LIKELY, R + "scheduleRun/action")),
          registries("images-of-repositories", ContainerRegistry::perRepository,
              Way.byData("azure-registry-repository-pull", "pulls images of the registry's repositories", PULL, "assign pull on single repositories", EASY,
                  R + "repositories/content/read")),
          registries("registries-with-admin-user", ContainerRegistry::adminUser,
              Way.by("azure-registry-admin-user", "lists the administrator's password", "T1552", "disable the registry's admin user", EASY, R + "listCredentials/action")),
          registries("registries-without-admin-user", registry -> !registry.adminUser(),
              Way.by("azure-registry-admin-user-enabled", "enables the admin user and lists its password", "T1552", "refuse the admin user by policy", LIKELY, R + "write",
                  R + "listCredentials/action")),
          registries("registries-by-token", registry -> true,
              Way.by("azure-registry-token", "makes a token of its own and a password for it", "T1098.001", "leave tokens to the registry's owner", LIKELY,
                  R + "tokens/write", R + "generateCredentials/action")),
          Ways.to("vaults-for-deployments", EdgeKind.CAN_READ_SECRET, List.of("microsoft.keyvault/vaults"),
              Ways.each(Vault.class, Vault::templates, vault -> Ways.itself(vault).behind(vault, vault.network())),
              Way.by("azure-vault-template-deployment", "has a deployment put out the vault's secrets", "T1555.006", "switch off template deployment on the vault", LIKELY,
                  "Microsoft.KeyVault/vaults/deploy/action").andElsewhere("Microsoft.Resources/deployments/write")));

  private ImageReads() {}

  private static boolean opens(DiskImage disk) {
    return disk.exportable() && !disk.encryptedInside() && !disk.guarded();
  }

  private static boolean closed(DiskImage disk) {
    return !disk.encryptedInside() && (!disk.exportable() || disk.guarded() || disk.network().restricted());
  }

  private static Ways disks(String set, String type, Predicate<DiskImage> fits, Way way) {
    return Ways.to(set, EdgeKind.CAN_READ_DATA, List.of(type),
        Ways.each(DiskImage.class, fits, disk -> Ways.itself(disk).behind(disk, disk.network())), way);
  }

  private static Ways registries(String set, Predicate<ContainerRegistry> fits, Way... ways) {
    return Ways.to(set, EdgeKind.CAN_READ_DATA, List.of(REGISTRIES),
        Ways.each(ContainerRegistry.class, fits, registry -> Ways.itself(registry).behind(registry, registry.network())), ways);
  }
}
