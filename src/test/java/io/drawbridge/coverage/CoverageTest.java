package io.drawbridge.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.Scope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final Scope ACCOUNT = Scope.account("111122223333");
  private static final Operation POLICY = new Operation("s3", "get-bucket-policy");

  @Test
  void neverCollectedUnreadableAndReadAreThreeThings() {
    Coverage coverage = coverage(entry("logs", CoverageStatus.COMPLETE), entry("data", CoverageStatus.DENIED));
    assertThat(coverage.reading(ACCOUNT, POLICY, "logs")).isEqualTo(Coverage.Reading.READ);
    assertThat(coverage.reading(ACCOUNT, POLICY, "data")).isEqualTo(Coverage.Reading.UNREADABLE);
    assertThat(coverage.reading(ACCOUNT, POLICY, "other")).isEqualTo(Coverage.Reading.NEVER_COLLECTED);
    assertThat(coverage.reading(Scope.account("444455556666"), POLICY, "logs")).isEqualTo(Coverage.Reading.NEVER_COLLECTED);
  }

  @Test
  void aSubjectlessReadCoversEverySubject() {
    assertThat(coverage(entry("", CoverageStatus.COMPLETE)).reading(ACCOUNT, POLICY, "any")).isEqualTo(Coverage.Reading.READ);
  }

  @Test
  void aThrottledReadIsNotARead() {
    assertThat(coverage(entry("", CoverageStatus.THROTTLED)).reading(ACCOUNT, POLICY, "any")).isEqualTo(Coverage.Reading.UNREADABLE);
  }

  @Test
  void aGapNeverLeavesAHundredPercent() {
    var gap = new CoverageGap(ACCOUNT, "global", "iam:list-users", "", CoverageGap.NEVER_COLLECTED, "", "");
    assertThat(new Completeness(100, List.of(gap, gap)).percent()).isEqualTo(99);
    assertThat(new Completeness(100, List.of(gap, gap)).gaps()).hasSize(1);
    assertThat(new Completeness(100, List.of()).percent()).isEqualTo(100);
  }

  private static CoverageEntry entry(String subject, CoverageStatus status) {
    return new CoverageEntry(ACCOUNT, CoverageEntry.GLOBAL, POLICY, subject, status, "", Instant.EPOCH);
  }

  private static Coverage coverage(CoverageEntry... entries) {
    return new Coverage(List.of(entries), List.of());
  }
}
