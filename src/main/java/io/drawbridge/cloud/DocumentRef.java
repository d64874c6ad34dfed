package io.drawbridge.cloud;

/**
 * Names a provider's document that a fact was read from.
 *
 * @param id the id of the resource that the document describes, as {@link ResourceId#text()} prints it
 * @param kind the operation that returned it, such as {@code iam:get-account-authorization-details},
 *     {@code arm:microsoft.keyvault/vaults} or {@code graph:applications}
 */
public record DocumentRef(String id, String kind) implements Comparable<DocumentRef> {

  @Override
  public int compareTo(DocumentRef other) {
    int byId = id.compareTo(other.id);
    return byId != 0 ? byId : kind.compareTo(other.kind);
  }
}
