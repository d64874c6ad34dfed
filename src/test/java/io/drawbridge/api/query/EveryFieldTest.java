package io.drawbridge.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.FieldDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeUtil;
import io.drawbridge.api.GraphQlAnswer;
import io.drawbridge.api.GraphQlRequest;
import io.drawbridge.api.GraphQlService;
import io.drawbridge.api.Limits;
import io.drawbridge.api.Permission;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Asks for every field of the schema at once, so that no field is declared and not answered. */
class EveryFieldTest {

  private static final Limits WIDE = new Limits(40, 1_000_000, Integer.MAX_VALUE, Duration.ofSeconds(30));
  private static final int DEEPEST = 5;
  private static final Map<String, String> NEEDED =
      Map.of("blastRadius", "(from: \"shop-web-1\")", "node", "(id: \"lena\")", "path", "(id: \"00\")", "containment", "(identities: \"lena\")",
          "whoCan", "(action: \"s3:GetObject\", resource: \"arn:aws:s3:::harbor-orders/list.csv\")", "whatCan", "(principal: \"" + AccessSample.LENA + "\")");

  @Test
  void everyFieldIsAnswered() {
    try (var service = new GraphQlService(QueryModules.all(), new AccessSample(), WIDE)) {
      TypeDefinitionRegistry schema = new SchemaParser().parse(service.sdl());
      String query = selection(schema, "Query", 0);
      GraphQlAnswer answer = service.execute(new GraphQlRequest(query, null, Map.of(), Permission.READ));
      assertThat(answer.body()).doesNotContainKey("errors");
      assertThat(query).contains("excerpt").contains("incoming").contains("leftOut");
    }
  }

  private static String selection(TypeDefinitionRegistry schema, String type, int depth) {
    ObjectTypeDefinition definition = schema.getTypeOrNull(type, ObjectTypeDefinition.class);
    if (definition == null) {
      return "";
    }
    var selection = new StringBuilder("{ __typename ");
    for (FieldDefinition field : definition.getFieldDefinitions()) {
      String inner = TypeUtil.unwrapAll(field.getType()).getName();
      boolean isLeaf = schema.getTypeOrNull(inner, ObjectTypeDefinition.class) == null;
      if (isLeaf || depth < DEEPEST) {
        selection.append(field.getName()).append(arguments(field)).append(' ').append(selection(schema, inner, depth + 1)).append(' ');
      }
    }
    return selection.append('}').toString();
  }

  private static String arguments(FieldDefinition field) {
    boolean needs = field.getInputValueDefinitions().stream().anyMatch(argument -> argument.getType() instanceof NonNullType);
    assertThat(!needs || NEEDED.containsKey(field.getName())).as("arguments of `%s` for this test", field.getName()).isTrue();
    return needs ? NEEDED.getOrDefault(field.getName(), "") : "";
  }
}
