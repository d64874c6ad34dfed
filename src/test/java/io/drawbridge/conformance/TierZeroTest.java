package io.drawbridge.conformance;

import static io.drawbridge.conformance.AzureEstate.TENANT;
import static io.drawbridge.conformance.AzureEstate.entra;
import static io.drawbridge.conformance.AzureEstate.reached;
import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Roles and permissions that the field ranks highest: each by itself leads to control in an estate that is open to it, or a reason says why not. */
class TierZeroTest {

  private static final ResourceId TENANT_POWER = new PrivilegeId(TENANT, "TenantGlobalAdmin");
  private static final ResourceId SUBSCRIPTION_POWER = new PrivilegeId(OpenEstate.SUBSCRIPTION, "SubscriptionOwner");

  @Test
  void whoHoldsNothingReachesNothing() {
    AzureEstate estate = OpenEstate.create().estate();
    assertThat(reached(estate.edges(), entra(OpenEstate.HOLDER))).containsExactly(entra(OpenEstate.HOLDER));
    assertThat(reached(estate.edges(), entra(OpenEstate.PROGRAM))).containsExactly(entra(OpenEstate.PROGRAM));
  }

  @Test
  void directoryRolesLeadToTheTenant() throws IOException {
    SortedMap<String, String> roles = CatalogueText.directoryRoles();
    assertThat(roles).hasSize(31);
    assertThat(reachingNothing(roles, TENANT_POWER, OpenEstate.HOLDER, OpenEstate::holderHasDirectoryRole)).isEqualTo(expected("tier-zero-directory-roles"));
  }

  @Test
  void permissionsOfGraphLeadToTheTenant() throws IOException {
    SortedMap<String, String> permissions = CatalogueText.permissions();
    assertThat(permissions).hasSize(41);
    assertThat(reachingNothing(permissions, TENANT_POWER, OpenEstate.PROGRAM, OpenEstate::programHasPermission)).isEqualTo(expected("tier-zero-permissions"));
  }

  @Test
  void azureRolesLeadToTheSubscription() throws IOException {
    SortedMap<String, String> roles = CatalogueText.azureRoles();
    assertThat(roles).as("without Kubernetes Agent Operator and Kubernetes Agentless Operator, which the provider no longer lists").hasSize(35);
    assertThat(reachingNothing(roles, SUBSCRIPTION_POWER, OpenEstate.HOLDER, OpenEstate::holderHasAzureRole)).isEqualTo(expected("tier-zero-azure-roles"));
  }

  private static SortedSet<String> expected(String set) throws IOException {
    return new TreeSet<>(Conformance.expectedFailures(set).keySet());
  }

  /** @param byName ids by name */
  private static SortedSet<String> reachingNothing(Map<String, String> byName, ResourceId power, String from, BiFunction<OpenEstate, String, OpenEstate> give) {
    SortedSet<String> nothing = new TreeSet<>();
    byName.forEach((name, id) -> {
      if (!reached(give.apply(OpenEstate.create(), id).estate().edges(), entra(from)).contains(power)) {
        nothing.add(name);
      }
    });
    return nothing;
  }
}
