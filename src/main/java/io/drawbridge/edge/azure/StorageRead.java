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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who reads blobs: by a role on the data, or with the account's own keys, which open all of it unless the account refuses them.
 *
 * <p>Conditions on roles usually ask for the container, so what they give is asked of each container that is known. Source: Azure
 * Storage, "Authorize access to blobs using Microsoft Entra ID" and "Prevent Shared Key authorization". <b>Not modelled:</b> files,
 * queues and tables by roles of their own; ACLs of hierarchical namespaces; containers that are open to anyone.
 */
final class StorageRead implements EdgeRule {

  static final String READ = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
  static final String CONTAINER_NAME = "Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name]";

  private static final Operation ACCOUNTS = new Operation("arm", "microsoft.storage/storageaccounts");
  private static final Operation CONTAINERS = new Operation("arm", "microsoft.storage/storageaccounts/blobservices/containers");

  private static final Capability READ_BLOBS =
      Capability.ofData("read-blobs", "azure-blob-read", EdgeKind.CAN_READ_DATA, READ, Likelihood.EASY);

  /** Each hands out what opens the whole account. */
  private static final List<Capability> WHOLE_ACCOUNT =
      List.of(
          byKeys("list-account-keys", "azure-storage-list-keys", "listKeys/action", Likelihood.EASY),
          byKeys("regenerate-account-keys", "azure-storage-regenerate-key", "regenerateKey/action", Likelihood.LIKELY),
          byKeys("sign-for-account", "azure-storage-account-sas", "listAccountSas/action", Likelihood.EASY));

  @Override
  public List<Operation> reads() {
    List<Operation> reads = new ArrayList<>(AzureAuthorization.READS);
    reads.addAll(List.of(ACCOUNTS, CONTAINERS));
    return reads;
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var targets = new Targets(new Denials(estate, List.of(READ), true));
    Map<ArmId, StorageAccount> accounts =
        estate.inventory().all(StorageAccount.class).stream().collect(Collectors.toMap(StorageAccount::id, Function.identity()));
    for (BlobContainer container : estate.inventory().all(BlobContainer.class)) {
      StorageAccount account = accounts.get(container.account());
      if (account != null) {
        targets.add(account, container, sink);
      }
    }
    estate.inventory().all(StorageAccount.class).forEach(targets::add);
    var derivation = new CapabilityDerivation(estate, sink);
    derivation.draw(READ_BLOBS, targets.data, targets.conditioned);
    WHOLE_ACCOUNT.forEach(capability -> derivation.draw(capability, targets.keys));
  }

  private static Capability byKeys(String name, String technique, String action, Likelihood likelihood) {
    return Capability.of(name, technique, EdgeKind.CAN_READ_DATA, "Microsoft.Storage/storageAccounts/" + action, likelihood);
  }

  /** What roles on data, roles with conditions, and keys gain. */
  private static final class Targets {
    private final Denials denials;
    private final List<Target> data = new ArrayList<>();
    private final List<Target> conditioned = new ArrayList<>();
    private final List<Target> keys = new ArrayList<>();
    private final Set<ArmId> withContainers = new HashSet<>();

    Targets(Denials denials) {
      this.denials = denials;
    }

    void add(StorageAccount account) {
      Target target = Target.of(account.id(), account.id(), Observed.fact(account, "/properties/allowSharedKeyAccess", "" + account.sharedKeyAccess()))
          .behind(account, account.network());
      data.add(target);
      if (account.sharedKeyAccess()) {
        keys.add(target);
      }
      if (!withContainers.contains(account.id())) {
        conditioned.add(target);
      }
    }

    /** What gains the account gains the container, unless a deny assignment tells them apart. */
    void add(StorageAccount account, BlobContainer container, EdgeSink sink) {
      boolean alone = denials.tellApart(account.id(), container.id());
      var proof = Observed.fact(container, "/id", container.name());
      Target target = Target.of(container.id(), container.id(), proof).behind(account, account.network());
      withContainers.add(account.id());
      conditioned.add(target.known(CONTAINER_NAME, container.name()));
      data.add(alone ? target : target.coveredBy(account.id()));
      if (!alone) {
        sink.edge(Edge.of(account.id(), container.id(), EdgeKind.CAN_READ_DATA, "azure-storage-contents", proof, Likelihood.CERTAIN.cost()));
      } else if (account.sharedKeyAccess()) {
        keys.add(target.askedAt(account.id()));
      }
    }
  }
}
