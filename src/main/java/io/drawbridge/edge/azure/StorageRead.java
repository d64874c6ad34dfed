package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.inventory.azure.BlobContainer;
import io.drawbridge.inventory.azure.StorageAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who reads blobs: by a role on the data, or with the account's own keys, which open all of it unless the account refuses them.
 *
 * <p>Source: Azure Storage, "Authorize access to blobs using Microsoft Entra ID" and "Prevent Shared Key authorization". <b>Not
 * modelled:</b> files, queues and tables by roles of their own; ACLs of hierarchical namespaces; containers that are open to anyone.
 */
final class StorageRead implements EdgeRule {

  private static final Operation ACCOUNTS = new Operation("arm", "microsoft.storage/storageaccounts");
  private static final Operation CONTAINERS = new Operation("arm", "microsoft.storage/storageaccounts/blobservices/containers");
  private static final String READ = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";

  private static final Capability READ_BLOBS =
      Capability.ofData("read-blobs", "azure-blob-read", EdgeKind.CAN_READ_DATA, READ, Likelihood.EASY);
  private static final Capability LIST_KEYS = Capability.of("list-account-keys", "azure-storage-list-keys", EdgeKind.CAN_READ_DATA,
      "Microsoft.Storage/storageAccounts/listKeys/action", Likelihood.EASY);
  private static final Capability REGENERATE_KEYS = Capability.of("regenerate-account-keys", "azure-storage-regenerate-key", EdgeKind.CAN_READ_DATA,
      "Microsoft.Storage/storageAccounts/regenerateKey/action", Likelihood.LIKELY);
  private static final Capability SIGN = Capability.of("sign-for-account", "azure-storage-account-sas", EdgeKind.CAN_READ_DATA,
      "Microsoft.Storage/storageAccounts/listAccountSas/action", Likelihood.EASY);

  @Override
  public List<Operation> reads() {
    List<Operation> reads = new ArrayList<>(AzureAuthorization.READS);
    reads.addAll(List.of(ACCOUNTS, CONTAINERS));
    return reads;
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<ArmId, StorageAccount> accounts =
        estate.inventory().all(StorageAccount.class).stream().collect(Collectors.toMap(StorageAccount::id, Function.identity()));
    List<Target> data = new ArrayList<>();
    List<Target> keys = new ArrayList<>();
    for (StorageAccount account : estate.inventory().all(StorageAccount.class)) {
      Target target = Target.of(account.id(), account.id(), Observed.fact(account, "/properties/allowSharedKeyAccess", "" + account.sharedKeyAccess()))
          .behind(account, account.network());
      data.add(target);
      if (account.sharedKeyAccess()) {
        keys.add(target);
      }
    }
    var denials = new Denials(estate, READ, true);
    for (BlobContainer container : estate.inventory().all(BlobContainer.class)) {
      StorageAccount account = accounts.get(container.account());
      if (account != null) {
        container(account, container, denials, data, keys, sink);
      }
    }
    var derivation = new CapabilityDerivation(estate, sink);
    derivation.draw(READ_BLOBS, data);
    derivation.draw(LIST_KEYS, keys);
    derivation.draw(REGENERATE_KEYS, keys);
    derivation.draw(SIGN, keys);
  }

  /** What gains the account gains the container, unless a deny assignment tells them apart. */
  private static void container(
      StorageAccount account, BlobContainer container, Denials denials, List<Target> data, List<Target> keys, EdgeSink sink) {
    boolean alone = denials.tellApart(account.id(), container.id());
    var proof = Observed.fact(container, "/id", container.name());
    Target target = Target.of(container.id(), container.id(), proof).behind(account, account.network());
    data.add(alone ? target : target.coveredBy(account.id()));
    if (!alone) {
      sink.edge(Edge.of(account.id(), container.id(), EdgeKind.CAN_READ_DATA, "azure-storage-contents", proof, Likelihood.CERTAIN.cost()));
    } else if (account.sharedKeyAccess()) {
      keys.add(new Target(account.id(), container.id(), target.own(), proof, target.covered()));
    }
  }
}
