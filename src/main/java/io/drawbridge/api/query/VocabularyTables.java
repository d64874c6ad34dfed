package io.drawbridge.api.query;

import graphql.schema.idl.RuntimeWiring;
import io.drawbridge.api.QueryModule;
import io.drawbridge.api.Vocabulary;
import io.drawbridge.graph.EdgeClass;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.NodeFamily;
import io.drawbridge.graph.NodeKind;
import java.util.List;

/** {@code edgeKinds}, {@code nodeKinds} and {@code edgeClasses}: the vocabulary itself, for legends and tables. */
final class VocabularyTables implements QueryModule {

  @Override
  public String topic() {
    return "vocabulary";
  }

  @Override
  public List<Vocabulary<?>> vocabularies() {
    return List.of(Vocabulary.of(NodeFamily.class, "What an attacker who has the node has.", VocabularyTables::meaning));
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type("Query", type -> type
        .dataFetcher("edgeKinds", _ -> List.of(EdgeKind.values()))
        .dataFetcher("nodeKinds", _ -> List.of(NodeKind.values()))
        .dataFetcher("edgeClasses", _ -> List.of(EdgeClass.values())));
    Fields.of("EdgeKindDescription", EdgeKind.class)
        .field("kind", kind -> kind)
        .field("class", EdgeKind::edgeClass)
        .field("attackId", kind -> kind.attackId().isEmpty() ? null : kind.attackId())
        .field("remediation", kind -> kind.remediation().isEmpty() ? null : kind.remediation())
        .field("meaning", EdgeKind::meaning)
        .field("traversable", EdgeKind::traversable)
        .addTo(wiring);
    Fields.of("NodeKindDescription", NodeKind.class)
        .field("kind", kind -> kind)
        .field("label", NodeKind::label)
        .field("title", NodeKind::title)
        .field("cloud", NodeKind::cloud)
        .field("family", NodeKind::family)
        .addTo(wiring);
    Fields.of("EdgeClassDescription", EdgeClass.class)
        .field("class", edgeClass -> edgeClass)
        .field("meaning", EdgeClass::meaning)
        .field("byDefault", EdgeClass::byDefault)
        .addTo(wiring);
  }

  private static String meaning(NodeFamily family) {
    return switch (family) {
      case IDENTITY -> "acts as it";
      case CREDENTIAL -> "signs in with it";
      case COMPUTE -> "runs code on it";
      case DATA_STORE -> "reads its data";
      case NETWORK -> "sends packets from there";
      case EXTERNAL -> "is a party outside the estate";
      case PRIVILEGE -> "has a power over a whole scope";
      case CAPABILITY_SET -> "has one capability over all members of the set";
      case CONTAINER -> "a place that holds other things";
      case CONFIGURATION -> "changes how other things behave";
    };
  }
}
