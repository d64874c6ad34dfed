package io.drawbridge.edge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.edge.azure.directory.BuiltInRolePowers;
import io.drawbridge.edge.azure.directory.BuiltInRolePowers.Row;
import io.drawbridge.policy.azure.EntraRoleTemplates;
import org.junit.jupiter.api.Test;

/** The table of built-in roles names roles that exist, each once. */
class BuiltInRolePowersTest {

  @Test
  void everyRoleBearsTheNameThatItsTemplateHas() {
    assertThat(BuiltInRolePowers.ROWS).allSatisfy(row -> assertThat(EntraRoleTemplates.name(row.template())).contains(row.name()));
  }

  @Test
  void noRoleStandsTwice() {
    assertThat(BuiltInRolePowers.ROWS).extracting(Row::template).doesNotHaveDuplicates();
  }
}
