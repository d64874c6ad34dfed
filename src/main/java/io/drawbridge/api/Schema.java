package io.drawbridge.api;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the modules' SDL files and vocabularies together to one executable schema. */
final class Schema {

  private static final String FOLDER = "/graphql/";

  private Schema() {}

  static GraphQLSchema of(List<QueryModule> modules) {
    var parser = new SchemaParser();
    var registry = new TypeDefinitionRegistry();
    var wiring = RuntimeWiring.newRuntimeWiring();
    registry.merge(parser.parse(read("schema")));
    Scalars.ALL.forEach(wiring::scalar);
    Map<String, Vocabulary<?>> vocabularies = new LinkedHashMap<>();
    for (QueryModule module : modules) {
      registry.merge(parser.parse(read(module.topic())));
      module.vocabularies().forEach(vocabulary -> vocabularies.put(vocabulary.name(), vocabulary));
      module.wire(wiring);
    }
    for (Vocabulary<?> vocabulary : vocabularies.values()) {
      registry.merge(parser.parse(vocabulary.sdl()));
      wiring.type(vocabulary.name(), type -> type.enumValues(vocabulary.values()));
    }
    return new SchemaGenerator().makeExecutableSchema(registry, wiring.build());
  }

  /** The schema's SDL with descriptions, for people and code generators. */
  static String print(GraphQLSchema schema) {
    var options =
        SchemaPrinter.Options.defaultOptions()
            .includeScalarTypes(true)
            .includeSchemaDefinition(true)
            .includeDirectives(name -> name.equals("cost"))
            .includeDirectiveDefinition(name -> name.equals("cost"));
    return new SchemaPrinter(options).print(schema);
  }

  private static String read(String topic) {
    String name = FOLDER + topic + ".graphqls";
    try (InputStream file = Schema.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the schema file `" + name + "` is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
