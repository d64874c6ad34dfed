package io.drawbridge.api;

import graphql.schema.idl.RuntimeWiring;
import java.util.List;

/** One topic of the schema: an SDL file, the enums it uses, and who answers its fields. */
public interface QueryModule {

  /** The SDL file's name under {@code graphql/}, without its ending. */
  String topic();

  /** The vocabularies that the SDL uses and Java defines; their SDL is generated. */
  default List<Vocabulary<?>> vocabularies() {
    return List.of();
  }

  void wire(RuntimeWiring.Builder wiring);
}
