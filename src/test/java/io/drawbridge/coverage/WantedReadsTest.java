package io.drawbridge.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WantedReadsTest {

  private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant NOW = THEN.plus(Duration.ofHours(3));
  private static final Scope ONE = Scope.account("111122223333");
  private static final Scope TWO = Scope.account("444455556666");
  private static final Scope TENANT = Scope.tenant("7d3f0f6e-0000-4000-8000-000000000001");

  private static final Scope OTHER_TENANT = Scope.tenant("7d3f0f6e-0000-4000-8000-000000000002");
  private static final Scope SUBSCRIPTION = Scope.subscription("7d3f0f6e-0000-4000-8000-000000000003");

  @Test
  void everyListingIsWantedInEveryScopeOfItsProviderAndRoundedDown() {
    Completeness completeness = of(wanted("iam:list-users", "s3:list-buckets", "ec2:describe-vpcs"), read(ONE, "iam:list-users"), read(ONE, "s3:list-buckets"),
        read(ONE, "ec2:describe-vpcs"), read(TWO, "iam:list-users"));
    assertThat(completeness.percent()).isEqualTo(66);
    assertThat(completeness.gaps()).extracting(CoverageGap::scope).containsExactly(TWO, TWO);
    assertThat(completeness.gaps()).extracting(CoverageGap::status).containsOnly(CoverageGap.NEVER_COLLECTED);
  }

  @Test
  void aProvidersListingIsNotWantedElsewhere() {
    assertThat(of(wanted("iam:list-users", "graph:users"), read(ONE, "iam:list-users")).percent()).isEqualTo(100);
    assertThat(of(wanted("graph:users"), read(TENANT, "graph:groups")).gaps()).extracting(CoverageGap::operation).containsExactly("graph:users");
  }

  @Test
  void aSubscriptionMayBeReadWithItsTenantButNotWithAnother() {
    Operation vaults = Operation.parse("arm:microsoft.keyvault/vaults");
    CoverageEntry seen = read(SUBSCRIPTION, "arm:microsoft.web/sites");
    assertThat(of(wanted(vaults.toString()), seen, read(TENANT, vaults.toString())).percent()).isEqualTo(100);
    assertThat(of(wanted(vaults.toString()), seen, read(OTHER_TENANT, vaults.toString())).gaps()).extracting(CoverageGap::scope).containsExactly(SUBSCRIPTION);
  }

  @Test
  void anOrganizationIsWantedOnce() {
    assertThat(of(wanted("organizations:list-accounts"), read(ONE, "organizations:list-accounts"), read(TWO, "iam:list-users")).percent()).isEqualTo(100);
    assertThat(of(wanted("organizations:list-accounts"), read(ONE, "iam:list-users"), read(TWO, "iam:list-users")).gaps()).hasSize(1);
  }

  @Test
  void aCallPerResourceThatNobodyMissesIsNoGap() {
    Completeness completeness = of(wanted("s3:list-buckets", "s3:get-bucket-policy"), read(ONE, "s3:list-buckets"));
    assertThat(completeness.percent()).isEqualTo(100);
  }

  @Test
  void aFailedReadIsAGapWithItsAgeAndASkippedOneIsNot() {
    var failed = new CoverageEntry(ONE, "eu-west-1", Operation.parse("s3:get-bucket-policy"), "logs", CoverageStatus.DENIED, "AccessDenied", THEN);
    var skipped = new CoverageEntry(ONE, "eu-west-1", Operation.parse("s3:list-buckets"), "", CoverageStatus.SKIPPED, "", THEN);
    Completeness completeness = of(wanted("s3:list-buckets", "s3:get-bucket-policy"), failed, skipped);
    assertThat(completeness.percent()).isEqualTo(50);
    assertThat(completeness.gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.status()).isEqualTo("DENIED");
      assertThat(gap.resource()).isEqualTo("logs");
      assertThat(gap.age()).isEqualTo("PT3H");
    });
  }

  @Test
  void aGapOfARuleLeavesNoHundredPercent() {
    var gap = new CoverageGap(ONE, "", "iam:get-policy", "p", CoverageGap.UNKNOWN_REFERENCE, "", "");
    var coverage = new Coverage(List.of(read(ONE, "iam:list-users")), List.of());
    assertThat(new WantedReads(wanted("iam:list-users")).in(coverage, Map.of(), List.of(gap), NOW).percent()).isEqualTo(99);
  }

  private static Completeness of(SortedSet<Operation> wanted, CoverageEntry... entries) {
    return new WantedReads(wanted).in(new Coverage(List.of(entries), List.of()), Map.of(SUBSCRIPTION, TENANT), List.of(), NOW);
  }

  private static SortedSet<Operation> wanted(String... operations) {
    var set = new TreeSet<Operation>();
    Arrays.stream(operations).map(Operation::parse).forEach(set::add);
    return set;
  }

  private static CoverageEntry read(Scope scope, String operation) {
    return new CoverageEntry(scope, CoverageEntry.GLOBAL, Operation.parse(operation), "", CoverageStatus.COMPLETE, "", THEN);
  }
}
