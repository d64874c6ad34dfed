package io.drawbridge.policy.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the built-in roles can do: a table of those that matter most, and every role by its own patterns. */
class ReferenceRolesTest {

  private static final ArmId SCOPE = new ArmId("/subscriptions/s/resourceGroups/rg");
  private static final DocumentRef DOCUMENT = new DocumentRef("a", "a");

  @TestFactory
  Stream<DynamicContainer> theRolesThatMatterMostCanDoWhatTheyCanAndNothingMore() throws IOException {
    JsonNode table = new ObjectMapper().readTree(Path.of("src/test/resources/cases/policy/azure-roles/abilities.json").toFile());
    assertThat(table.path("roles")).hasSizeGreaterThanOrEqualTo(30)
        .allSatisfy(row -> assertThat(row.path("cannot")).as("non-abilities of %s", row.path("role")).hasSizeGreaterThan(1));
    return rows(table.path("roles")).map(row -> DynamicContainer.dynamicContainer(row.path("role").asText(), Stream.of("can", "conditionally", "cannot")
        .flatMap(ability -> rows(row.path(ability)).map(action -> ability(row.path("role").asText(), ability, action.asText())))));
  }

  private static DynamicTest ability(String role, String ability, String written) {
    boolean data = written.startsWith("data:");
    String action = data ? written.substring("data:".length()) : written;
    return DynamicTest.dynamicTest(ability + " " + written, () -> {
      RoleDefinition definition = ReferenceRoles.all().values().stream().filter(one -> one.roleName().equals(role)).findFirst().orElseThrow();
      String expected = switch (ability) {
        case "can" -> "Allowed";
        case "conditionally" -> "Conditional";
        default -> "Denied";
      };
      assertThat(decide(definition, action, data).getClass().getSimpleName()).isEqualTo(expected);
    });
  }

  private static Stream<JsonNode> rows(JsonNode list) {
    List<JsonNode> rows = new ArrayList<>();
    list.forEach(rows::add);
    return rows.stream();
  }

  @Test
  void everyRoleGrantsWhatItsFirstPatternSaysUnlessItLeavesItOut() {
    assertThat(ReferenceRoles.all()).hasSizeGreaterThan(900);
    for (RoleDefinition role : ReferenceRoles.all().values()) {
      assertThat(role.permissions()).as(role.roleName()).isNotEmpty();
      for (Permission block : role.permissions()) {
        boolean data = block.actions().isEmpty();
        List<String> patterns = data ? block.dataActions() : block.actions();
        for (String pattern : patterns.stream().limit(1).toList()) {
          String action = pattern.replace("*", "anything");
          boolean leftOut = ActionPattern.any(data ? block.notDataActions() : block.notActions(), action);
          boolean unparsed = !block.condition().isEmpty() && Condition.parse(block.condition(), block.conditionVersion()).isEmpty();
          assertThat(decide(role, action, data).possible()).as("%s %s", role.roleName(), action).isEqualTo(!leftOut && !unparsed);
        }
      }
    }
  }

  @Test
  void everyConditionOfTheKnownVersionParses() {
    List<Permission> conditional = ReferenceRoles.all().values().stream().flatMap(role -> role.permissions().stream())
        .filter(block -> block.conditionVersion().equals(Condition.VERSION)).toList();
    assertThat(conditional).hasSizeGreaterThan(20)
        .allSatisfy(block -> assertThat(Condition.parse(block.condition(), block.conditionVersion())).as(block.condition()).isPresent());
  }

  @Test
  void idsAreNamed() {
    assertThat(EntraRoleTemplates.name("62e90394-69f5-4237-9190-012177145e10")).contains("Global Administrator");
    assertThat(EntraRoleTemplates.all()).hasSizeGreaterThan(100);
    assertThat(GraphAppRoles.value("9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8")).contains("RoleManagement.ReadWrite.Directory");
    assertThat(GraphAppRoles.value("1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9")).contains("Application.ReadWrite.All");
    assertThat(GraphAppRoles.all()).hasSizeGreaterThan(600);
    assertThat(GraphAppRoles.value("62e90394-69f5-4237-9190-012177145e10")).isEmpty();
  }

  private static Decision decide(RoleDefinition role, String action, boolean data) {
    var held = new RoleAssignment(DOCUMENT, new ArmId("/a"), role.guid(), "p", "User", SCOPE, "", "");
    var request = new AzureRequest(Set.of("p"), action, data, SCOPE, List.of(), AttributeContext.UNKNOWN);
    return new AzureEvaluator().decide(request, new AzureRoles(Map.of(role.guid(), role), List.of(held), List.of()));
  }
}
