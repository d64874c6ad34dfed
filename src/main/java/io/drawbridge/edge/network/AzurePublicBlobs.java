package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.BlobContainer;
import io.drawbridge.inventory.azure.StorageAccount;
import java.util.List;
import java.util.Optional;

/**
 * From the internet to blob containers that anybody reads without signing in: the container says so, the account lets it, and the account's
 * firewall lets the internet in.
 *
 * <p>Source: learn.microsoft.com, "Configure anonymous read access for containers and blobs". <b>Not modelled:</b> static web sites, which are
 * meant to be read; signatures that were given away.
 */
final class AzurePublicBlobs implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("azure-anonymous-blob-read", "reads a container that is open to anybody", "T1530",
      "turn off anonymous access at the storage account");

  private static final Operation ACCOUNTS = new Operation("arm", "microsoft.storage/storageaccounts");
  private static final Operation CONTAINERS = new Operation("arm", "microsoft.storage/storageaccounts/blobservices/containers");

  /** What a container without anonymous access says, or leaves out. */
  private static final List<String> CLOSED = List.of("", "none");

  @Override
  public List<Operation> reads() {
    return List.of(ACCOUNTS, CONTAINERS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (BlobContainer container : estate.inventory().all(BlobContainer.class)) {
      if (CLOSED.stream().noneMatch(container.publicAccess()::equalsIgnoreCase)) {
        Optional<ArmId> id = account(container);
        Optional<StorageAccount> account = id.flatMap(known -> estate.inventory().find(StorageAccount.class, known));
        account.filter(known -> known.publicBlobs() && !known.network().restricted()).ifPresent(known -> sink.edge(edge(known, container)));
        id.filter(known -> account.isEmpty()).ifPresent(known -> sink.gap(Gaps.of(estate, AzureUnseen.scope(known), ACCOUNTS, known.text(),
            "whether the storage account lets containers be open to anybody is not known")));
      }
    }
  }

  private static Optional<ArmId> account(BlobContainer container) {
    int at = container.id().text().indexOf("/blobservices/");
    return at < 0 ? Optional.empty() : Optional.of(new ArmId(container.id().text().substring(0, at)));
  }

  /** Where only single blobs are open, their names have to be known or guessed. */
  private static Edge edge(StorageAccount account, BlobContainer container) {
    boolean lists = container.publicAccess().equalsIgnoreCase("Container");
    Proof proof = Proof.of(List.of(Observed.network(container.origin(), "/properties/publicAccess", container.publicAccess()),
        Observed.network(account.origin(), "/properties/allowBlobPublicAccess", "containers may be open")));
    return Edge.of(ExternalId.INTERNET, container.id(), EdgeKind.CAN_READ_DATA, TECHNIQUE.id(), proof, (lists ? Likelihood.EASY : Likelihood.POSSIBLE).cost());
  }
}
