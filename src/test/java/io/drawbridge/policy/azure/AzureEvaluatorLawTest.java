package io.drawbridge.policy.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On random estates: the indexed evaluator agrees with one that looks at everything, and more denies never allow more. */
class AzureEvaluatorLawTest {

  private static final List<String> WORDS = List.of("Compute", "compute", "Storage", "vms", "disks", "read", "write", "*", "*");
  private static final List<String> SCOPES = List.of(
      "/", "/providers/microsoft.management/managementgroups/m", "/subscriptions/s", "/subscriptions/s2", "/subscriptions/s/resourcegroups/rg1",
      "/subscriptions/s/resourcegroups/rg10", "/subscriptions/s/resourcegroups/rg1/providers/microsoft.compute/vms/a",
      "/subscriptions/s/resourcegroups/rg1/providers/microsoft.compute/vms/ab");
  private static final List<String> PRINCIPALS = List.of("p1", "p2", "g1", "g2");
  private static final DocumentRef DOCUMENT = new DocumentRef("d", "d");

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theIndexedEvaluatorAgreesWithTheNaiveOne(int seed) {
    var estate = new Estate(new Random(seed));
    var roles = new AzureRoles(estate.definitions, estate.assignments, estate.denies);
    var withoutDenies = new AzureRoles(estate.definitions, estate.assignments, List.of());
    for (AzureRequest request : estate.requests) {
      Decision decision = new AzureEvaluator().decide(request, roles);
      assertThat(decision.possible()).as("%s", request).isEqualTo(estate.allows(request));
      assertThat(new AzureEvaluator().decide(request, withoutDenies).possible() || !decision.possible()).isTrue();
    }
  }

  /** A random estate of few words, so that things meet. */
  private static final class Estate {
    private final Random random;
    private final Map<String, RoleDefinition> definitions = new HashMap<>();
    private final List<RoleAssignment> assignments = new ArrayList<>();
    private final List<DenyAssignment> denies = new ArrayList<>();
    private final List<AzureRequest> requests = new ArrayList<>();

    Estate(Random random) {
      this.random = random;
      for (int i = 0; i < 4; i++) {
        definitions.put("role" + i, new RoleDefinition(DOCUMENT, "role" + i, "role" + i, true, list(2, this::permission)));
      }
      for (int i = 0; i < 6; i++) {
        assignments.add(new RoleAssignment(
            DOCUMENT, new ArmId("/a" + i), "role" + random.nextInt(5), one(PRINCIPALS), "User", new ArmId(one(SCOPES)), "", ""));
      }
      for (int i = 0; i < 2; i++) {
        Set<String> everyone = random.nextBoolean() ? Set.of(DenyAssignment.EVERYONE) : Set.of(one(PRINCIPALS));
        Set<String> excluded = random.nextBoolean() ? Set.of() : Set.of(one(PRINCIPALS));
        denies.add(new DenyAssignment(
            DOCUMENT, new ArmId("/d" + i), "", new ArmId(one(SCOPES)), random.nextBoolean(), everyone, excluded, permission()));
      }
      requests.addAll(list(60, this::request));
    }

    private AzureRequest request() {
      Set<String> ids = new HashSet<>(list(2, () -> one(PRINCIPALS)));
      ids.add("p1");
      List<ArmId> above = random.nextBoolean() ? List.of() : List.of(new ArmId(SCOPES.get(1)));
      return new AzureRequest(ids, pattern().replace("*", "other"), random.nextBoolean(), new ArmId(one(SCOPES)), above, AttributeContext.UNKNOWN);
    }

    private Permission permission() {
      return new Permission(list(2, this::pattern), list(1, this::pattern), list(2, this::pattern), list(1, this::pattern), "", "");
    }

    private String pattern() {
      return list(3, () -> one(WORDS)).stream().collect(Collectors.joining("/"));
    }

    private String one(List<String> choices) {
      return choices.get(random.nextInt(choices.size()));
    }

    private <T> List<T> list(int most, Supplier<T> maker) {
      return IntStream.rangeClosed(0, random.nextInt(most)).mapToObj(i -> maker.get()).toList();
    }

    boolean allows(AzureRequest request) {
      return denies.stream().noneMatch(deny -> denies(deny, request)) && assignments.stream().anyMatch(held -> grants(held, request));
    }

    private boolean grants(RoleAssignment held, AzureRequest request) {
      return request.principalIds().contains(held.principalId())
          && reaches(held.scope(), request)
          && definitions.containsKey(held.roleGuid())
          && definitions.get(held.roleGuid()).permissions().stream().anyMatch(block -> covers(block, request));
    }

    private static boolean denies(DenyAssignment deny, AzureRequest request) {
      Set<String> ids = request.principalIds();
      return (deny.principalIds().contains(DenyAssignment.EVERYONE) || deny.principalIds().stream().anyMatch(ids::contains))
          && deny.excludePrincipalIds().stream().noneMatch(ids::contains)
          && (deny.doNotApplyToChildScopes() ? deny.scope().equals(request.scope()) : reaches(deny.scope(), request))
          && covers(deny.permissions(), request);
    }

    private static boolean reaches(ArmId scope, AzureRequest request) {
      return request.scope().isWithin(scope) || request.ancestors().contains(scope);
    }

    private static boolean covers(Permission block, AzureRequest request) {
      List<String> granted = request.dataAction() ? block.dataActions() : block.actions();
      List<String> left = request.dataAction() ? block.notDataActions() : block.notActions();
      return granted.stream().anyMatch(pattern -> fits(pattern, request)) && left.stream().noneMatch(pattern -> fits(pattern, request));
    }

    private static boolean fits(String pattern, AzureRequest request) {
      String expression = List.of(pattern.split("/\\*/", -1)).stream().map(Estate::anyRun).collect(Collectors.joining("/(.*/)?"));
      return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(request.action()).matches();
    }

    private static String anyRun(String part) {
      return List.of(part.split("\\*", -1)).stream().map(Pattern::quote).collect(Collectors.joining(".*"));
    }
  }
}
