package io.drawbridge.edge.azure.data;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Capability;
import io.drawbridge.edge.azure.CapabilityDerivation;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import java.util.List;

/**
 * Who reads blobs by a role on the data.
 *
 * <p>Conditions on roles usually ask for the container, so what they give is asked of each container that is known. Source: Azure
 * Storage, "Authorize access to blobs using Microsoft Entra ID". Files, queues and tables are
 * {@link StoreKeys}. <b>Not modelled:</b> ACLs of
 * hierarchical namespaces; containers that are open to anyone.
 */
public final class StorageRead implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("azure-blob-read", "reads blobs with a role on data", "T1530",
      "assign the role on the containers that are needed, to who needs them");

  static final String READ = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
  public static final String CONTAINER_NAME = "Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name]";

  private static final Operation ACCOUNTS = new Operation("arm", "microsoft.storage/storageaccounts");
  private static final Operation CONTAINERS = new Operation("arm", "microsoft.storage/storageaccounts/blobservices/containers");

  private static final Capability READ_BLOBS =
      Capability.ofData("read-blobs", TECHNIQUE.id(), EdgeKind.CAN_READ_DATA, READ, Likelihood.EASY);

  @Override
  public List<Operation> reads() {
    return AzureAuthorization.readsAnd(ACCOUNTS, CONTAINERS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    StorageTargets targets = StorageTargets.of(estate);
    targets.covered().forEach(container -> sink.edge(Edge.of(container.account(), container.id(), EdgeKind.CAN_READ_DATA, "azure-storage-contents",
        Observed.fact(container, "/id", container.name()), Likelihood.CERTAIN.cost())));
    new CapabilityDerivation(estate, sink).draw(READ_BLOBS, targets.data(), targets.conditioned());
  }
}
