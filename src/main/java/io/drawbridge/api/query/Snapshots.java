package io.drawbridge.api.query;

import graphql.schema.idl.RuntimeWiring;
import io.drawbridge.api.QueryModule;
import io.drawbridge.engine.Image;
import io.drawbridge.graph.Mark;

/**
 * {@code snapshots}, {@code snapshot} and {@code discovery}: what state of the estate is answered from, what is in it, and how
 * completely it was read.
 */
final class Snapshots implements QueryModule {

  @Override
  public String topic() {
    return "snapshot";
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type("Query", type -> type
        .dataFetcher("snapshots", field -> Pinned.find(field).stream().toList())
        .dataFetcher("snapshot", Pinned::image)
        .dataFetcher("discovery", field -> Discovery.of(Pinned.image(field))));
    Fields.of("Snapshot", Image.class)
        .field("id", image -> image.snapshot().value())
        .field("graphHash", Image::graphHash)
        .field("nodeCount", Image::nodeCount)
        .field("edgeCount", Image::edgeCount)
        .field("entryPointCount", image -> image.marked(Mark.Role.ENTRY_POINT).length)
        .field("crownJewelCount", image -> image.marked(Mark.Role.CROWN_JEWEL).length)
        .field("completeness", Image::completeness)
        .addTo(wiring);
    Fields.of("ScopeDiscovery", Discovery.InScope.class)
        .field("scope", row -> row.scope().id())
        .field("cloud", row -> row.scope().cloud())
        .addTo(wiring);
  }
}
