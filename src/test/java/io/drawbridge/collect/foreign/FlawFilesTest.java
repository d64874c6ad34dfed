package io.drawbridge.collect.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.Scope;
import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.FileReport.Outcome;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.flaw.ExploitPrediction;
import io.drawbridge.inventory.flaw.FlawParsers;
import io.drawbridge.inventory.flaw.KnownExploits;
import io.drawbridge.inventory.flaw.ListedVulnerability;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files about vulnerabilities are known by what they hold; what is wrong in one line loses that line alone and says which. */
class FlawFilesTest {

  @TempDir Path folder;
  private Inputs inputs;

  @BeforeEach
  void inputs() {
    inputs = new Inputs(folder);
  }

  private InventoryBuilder parsed() {
    return new ParserRegistry(FlawParsers.ALL, List.of()).parse(inputs.read().documents());
  }

  @Test
  void theCatalogueOfCisaByContent() throws IOException {
    inputs.with("anything.json", "{\"title\":\"catalogue\",\"catalogVersion\":\"1\",\"vulnerabilities\":[{\"cveID\":\"CVE-2021-44228\"},{\"cveID\":\"\"}]}");
    assertThat(inputs.document().scope()).isEqualTo(Scope.WORLD);
    assertThat(inputs.report().recognised()).singleElement().satisfies(what -> assertThat(what.operation()).isEqualTo(FlawParsers.KNOWN_EXPLOITED));
    InventoryBuilder parsed = parsed();
    assertThat(parsed.build().all(KnownExploits.class)).singleElement().satisfies(all -> assertThat(all.vulnerabilities()).containsExactly("CVE-2021-44228"));
    assertThat(parsed.malformed()).extracting(CoverageGap::resource).containsExactly("vulnerabilities 1");
  }

  @Test
  void scoresAsFirstPublishesThemWithLinesThatAreBroken() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("""
          #model_version:v2025.03.14,score_date:2026-11-24T12:55:00Z
          cve,epss,percentile
          CVE-2021-44228,0.97452,0.99996
          CVE-2022-1,often,0.1
          CVE-2023-46604
          CVE-2024-3094,1.5,0.9
          CVE-2024-4577,0.94,0.99
          """.getBytes(StandardCharsets.UTF_8));
    }
    inputs.with("epss_scores-2026-11-24.csv.gz", packed.toByteArray());
    InventoryBuilder parsed = parsed();
    assertThat(parsed.build().all(ExploitPrediction.class)).singleElement()
        .satisfies(all -> assertThat(all.scores()).containsOnlyKeys("CVE-2021-44228", "CVE-2024-4577").containsEntry("CVE-2021-44228", 0.97452));
    assertThat(parsed.malformed()).extracting(CoverageGap::resource).containsExactly("line 4", "line 5", "line 6");
  }

  @Test
  void aListByResourceWithLinesThatAreBroken() throws IOException {
    inputs.with("flaws.csv", """
        # ours
        Resource,CVE,Severity,Network,Exploit
        i-0a1,CVE-2021-44228,critical,yes,no

        ,CVE-2021-44228,high
        i-0a2,CVE-2021-44228,awful
        "i-0a3","CVE-2021-44228",low
        """);
    InventoryBuilder parsed = parsed();
    assertThat(parsed.build().all(ListedVulnerability.class)).extracting(ListedVulnerability::resourceId).containsExactly("i-0a1", "i-0a3");
    assertThat(parsed.build().all(ListedVulnerability.class).getFirst().vulnerability().overNetwork()).isTrue();
    assertThat(parsed.malformed()).extracting(CoverageGap::resource).containsExactly("line 5", "line 6");
  }

  @Test
  void aListInJson() throws IOException {
    inputs.with("flaws.json", "{\"resourceVulnerabilities\":[{\"resource\":\"i-0a1\",\"cve\":\"CVE-2021-44228\",\"severity\":\"HIGH\"},{\"cve\":\"CVE-1\"}]}");
    InventoryBuilder parsed = parsed();
    assertThat(parsed.build().all(ListedVulnerability.class)).hasSize(1);
    assertThat(parsed.malformed()).extracting(CoverageGap::resource).containsExactly("resourceVulnerabilities 1");
  }

  @Test
  void anotherTableIsSkipped() throws IOException {
    FileReport report = inputs.with("people.csv", "name,mail\na,b\n").report();
    assertThat(report.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(report.message()).contains("cve,epss");
  }

  @Test
  void anEmptyTableIsSkipped() throws IOException {
    assertThat(inputs.with("empty.csv", "").report().outcome()).isEqualTo(Outcome.SKIPPED);
  }
}
