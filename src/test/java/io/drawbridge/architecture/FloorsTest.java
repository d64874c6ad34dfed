package io.drawbridge.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the floors of DESIGN §6: a package uses lower floors only, and third parties stay in their rooms. */
class FloorsTest {

  private static final String ROOT = "io.drawbridge.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.drawbridge");

  /** The floor of every package by its longest prefix. */
  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("cloud", 0),
          Map.entry("policy", 1),
          Map.entry("graph", 1),
          Map.entry("inventory", 2),
          Map.entry("coverage", 2),
          Map.entry("edge", 3),
          Map.entry("collect", 3),
          Map.entry("store", 3),
          Map.entry("engine", 3),
          Map.entry("analysis", 4),
          Map.entry("api", 5),
          Map.entry("collect.aws", 5),
          Map.entry("collect.azure", 5),
          Map.entry("collect.bundle", 5),
          Map.entry("collect.foreign", 5),
          Map.entry("store.neo4j", 5),
          Map.entry("app", 6));

  /** What joins the two providers has to see both, a registry all that it lists, and a question all that it asks: they may use their siblings. */
  private static final List<String> BRIDGES =
      List.of("edge.federation", "edge.network", "edge.mark", "edge.aws.rules", "edge.azure.rules", "edge.azure.access");

  /** Third parties and the only packages that may import them. */
  private static final Map<String, List<String>> ROOMS =
      Map.of(
          "software.amazon.awssdk", List.of("collect.aws"),
          "com.azure", List.of("collect.azure"),
          "org.neo4j", List.of("store.neo4j"),
          "io.vertx", List.of("api.http"),
          "graphql", List.of("api"),
          "picocli", List.of("app"),
          "org.jgrapht", List.of("engine", "analysis"));

  @Test
  void everyPackageStandsOnAFloor() {
    assertThat(CLASSES.stream().map(FloorsTest::room).filter(room -> floorOf(room).isEmpty())).isEmpty();
  }

  @Test
  void nothingUsesAHigherFloor() {
    assertThat(ownDependencies((from, to) -> floor(from) < floor(to))).isEmpty();
  }

  @Test
  void siblingsDoNotUseEachOther() {
    assertThat(ownDependencies(FloorsTest::areSiblings)).isEmpty();
  }

  @Test
  void aParentDoesNotUseItsChild() {
    assertThat(ownDependencies((from, to) -> to.startsWith(from + "."))).isEmpty();
  }

  @Test
  void thirdPartiesStayInTheirRooms() {
    var strays = new TreeSet<String>();
    for (JavaClass type : CLASSES) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getPackageName();
        ROOMS.forEach(
            (library, rooms) -> {
              if (isIn(target, library) && rooms.stream().noneMatch(room -> isIn(room(type), room))) {
                strays.add(type.getName() + " uses " + library);
              }
            });
      }
    }
    assertThat(strays).isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.drawbridge.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  private interface Pair {
    boolean forbidden(String from, String to);
  }

  private static java.util.SortedSet<String> ownDependencies(Pair pair) {
    var found = new TreeSet<String>();
    for (JavaClass type : CLASSES) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        boolean own = target.getPackageName().startsWith(ROOT);
        if (own && pair.forbidden(room(type), room(target))) {
          found.add(type.getName() + " uses " + target.getName());
        }
      }
    }
    return found;
  }

  /** Children of one parent that are on a floor of their own accord: providers and adapters, not a parent's inner rooms. */
  private static boolean areSiblings(String from, String to) {
    int dot = from.lastIndexOf('.');
    int otherDot = to.lastIndexOf('.');
    if (dot < 0 || otherDot < 0 || from.equals(to) || from.startsWith(to + ".") || to.startsWith(from + ".")) {
      return false;
    }
    boolean sameParent = from.substring(0, dot).equals(to.substring(0, otherDot));
    return sameParent && !BRIDGES.contains(from);
  }

  private static boolean isIn(String name, String prefix) {
    return name.equals(prefix) || name.startsWith(prefix + ".");
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.length() < ROOT.length() ? name : name.substring(ROOT.length());
  }

  private static int floor(String room) {
    return floorOf(room).orElseThrow();
  }

  private static java.util.Optional<Integer> floorOf(String room) {
    return FLOORS.entrySet().stream()
        .filter(entry -> isIn(room, entry.getKey()))
        .max(java.util.Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue);
  }
}
