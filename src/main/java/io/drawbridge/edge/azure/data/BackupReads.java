package io.drawbridge.edge.azure.data;

import static io.drawbridge.graph.Likelihood.EASY;
import static io.drawbridge.graph.Likelihood.LIKELY;

import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.inventory.azure.BackupItem;
import java.util.List;

/**
 * Ways to read what Azure Backup keeps of virtual machines.
 *
 * <p>A restore puts the disks into a resource group of the caller's choice, by way of a storage account there; recovery of single files hands out
 * a script that mounts the recovery point on any machine. Sources: Azure Backup, "Use Azure role-based access control to manage Azure Backup
 * recovery points", "Restore disks", "Recover files from Azure virtual machine backup"; Azure permissions, Microsoft.RecoveryServices. <b>Not
 * modelled:</b> backups of file shares, blobs and databases, each of which is restored to a place of its own kind; multi-user authorization, which a
 * resource guard asks of who restores; vaults of Data Protection; disks that the guest encrypts, of which no single files are recovered.
 */
public final class BackupReads {

  private static final String TYPE = "microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems";
  private static final String POINTS = "Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/";

  public static final List<Ways> TABLE =
      List.of(
          Ways.to("machine-backups", EdgeKind.CAN_READ_DATA, List.of(TYPE),
              Ways.each(BackupItem.class, item -> item.workload().equalsIgnoreCase("VM") && !item.deleted()),
              Way.by("azure-backup-restore", "restores the machine's disks into a group of its own", "T1537",
                  "ask for a second person's approval by a resource guard", LIKELY,
                  POINTS + "restore/action").andElsewhere("Microsoft.Storage/storageAccounts/write", "Microsoft.Compute/disks/write",
                  "Microsoft.Compute/disks/beginGetAccess/action"),
              Way.by("azure-backup-file-recovery", "mounts the machine's recovery point and reads its files", "T1530",
                  "leave provisionInstantItemRecovery out of roles that only watch backups", EASY, POINTS + "provisionInstantItemRecovery/action")));

  private BackupReads() {}
}
