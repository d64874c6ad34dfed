package io.drawbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.NodeRule;
import io.drawbridge.graph.EdgeKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Registries are explicit lists; these hold that nothing is missing from them and nothing stands in them twice. */
class RegistriesTest {

  @Test
  void everyEdgeRuleIsListedOnce() {
    assertListed(EdgeRule.class, Registries.EDGE_RULES);
  }

  @Test
  void everyNodeRuleIsListedOnce() {
    assertListed(NodeRule.class, Registries.NODE_RULES);
  }

  @Test
  void everyRuleSaysWhatItReads() {
    assertThat(Registries.EDGE_RULES).allSatisfy(rule -> assertThat(rule.reads()).as(rule.getClass().getName()).isNotNull());
    assertThat(Registries.EDGE_RULES.stream().flatMap(rule -> rule.reads().stream()).distinct().count()).isGreaterThan(20);
  }

  @Test
  void everyRemediationAndTechniqueOfATraversableKindIsNamed() {
    assertThat(Set.of(EdgeKind.values())).filteredOn(kind -> kind.traversable() && kind != EdgeKind.IN_SET)
        .allMatch(kind -> !kind.attackId().isEmpty() && !kind.remediation().isEmpty());
  }

  private static <T> void assertListed(Class<T> type, List<? extends T> listed) {
    assertThat(listed).doesNotHaveDuplicates();
    Set<String> names = listed.stream().map(rule -> rule.getClass().getName()).collect(Collectors.toCollection(TreeSet::new));
    Set<String> written = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.drawbridge.edge").stream()
        .filter(known -> known.isAssignableTo(type) && !known.isInterface())
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(names).isEqualTo(written);
  }
}
