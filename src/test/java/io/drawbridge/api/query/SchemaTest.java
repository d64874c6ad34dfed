package io.drawbridge.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.DescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.drawbridge.api.GraphQlService;
import io.drawbridge.api.Limits;
import io.drawbridge.api.QueryModule;
import io.drawbridge.api.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the schema to what its readers rely on: every element described, every enum equal to Java's, every file used once. */
class SchemaTest {

  private static final List<QueryModule> MODULES = QueryModules.all();
  private static final TypeDefinitionRegistry SCHEMA = registry();

  @Test
  void everyElementIsDescribed() {
    var silent = new TreeSet<String>();
    for (ObjectTypeDefinition type : SCHEMA.getTypes(ObjectTypeDefinition.class)) {
      note(silent, type.getName(), type);
      for (FieldDefinition field : type.getFieldDefinitions()) {
        note(silent, type.getName() + "." + field.getName(), field);
        for (InputValueDefinition argument : field.getInputValueDefinitions()) {
          note(silent, type.getName() + "." + field.getName() + "(" + argument.getName() + ")", argument);
        }
      }
    }
    for (EnumTypeDefinition type : SCHEMA.getTypes(EnumTypeDefinition.class)) {
      note(silent, type.getName(), type);
      type.getEnumValueDefinitions().forEach(value -> note(silent, type.getName() + "." + value.getName(), value));
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void everyEnumHasExactlyTheConstantsOfItsJavaEnum() {
    List<Vocabulary<?>> vocabularies = MODULES.stream().<Vocabulary<?>>flatMap(module -> module.vocabularies().stream()).toList();
    assertThat(SCHEMA.getTypes(EnumTypeDefinition.class)).hasSameSizeAs(vocabularies);
    for (Vocabulary<?> vocabulary : vocabularies) {
      EnumTypeDefinition inSchema = SCHEMA.getTypeOrNull(vocabulary.name(), EnumTypeDefinition.class);
      assertThat(inSchema).as(vocabulary.name()).isNotNull();
      assertThat(Objects.requireNonNull(inSchema).getEnumValueDefinitions().stream().map(value -> value.getName()))
          .containsExactlyInAnyOrderElementsOf(Arrays.stream(vocabulary.type().getEnumConstants()).map(Enum::name).toList());
    }
  }

  @Test
  void everySchemaFileBelongsToExactlyOneModule() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/graphql"))) {
      List<String> topics = files.map(file -> file.getFileName().toString().replace(".graphqls", "")).filter(name -> !name.equals("schema")).toList();
      assertThat(MODULES.stream().map(QueryModule::topic)).containsExactlyInAnyOrderElementsOf(topics);
    }
  }

  private static void note(Set<String> silent, String name, DescribedNode<?> element) {
    String description = element.getDescription() == null ? "" : element.getDescription().getContent();
    if (description.isBlank()) {
      silent.add(name);
    }
  }

  /** The schema as clients read it, so that whatever is lost on the way is missed here too. */
  private static TypeDefinitionRegistry registry() {
    try (var service = new GraphQlService(MODULES, Optional::empty, Limits.DEFAULT)) {
      return new SchemaParser().parse(service.sdl());
    }
  }
}
