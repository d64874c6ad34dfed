package io.drawbridge.collect.bundle;

import static io.drawbridge.collect.bundle.Samples.ACCOUNT;
import static io.drawbridge.collect.bundle.Samples.SUBSCRIPTION;
import static io.drawbridge.collect.bundle.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.FileReport.Outcome;
import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.ImportProgress;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.collect.foreign.ForeignFiles;
import io.drawbridge.coverage.CoverageStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {

  @TempDir Path folder;

  private static ImportResult estate() {
    return new Samples()
        .complete(ACCOUNT, "s3:list-buckets", "", 2, "{\"Buckets\":[{\"Name\":\"b\",\"Size\":1.5,\"Many\":12345678901234567890}]}")
        .complete(ACCOUNT, "s3:get-bucket-policy", "b", 1, "{\"Policy\":\"\\u00e4 line\\n\"}")
        .complete(SUBSCRIPTION, "arm:microsoft.keyvault/vaults/secrets", "", 1, "{\"value\":[]}")
        .read(TENANT, "graph:users", "", 3, CoverageStatus.PARTIAL, "{\"value\":[{\"id\":\"u\"}]}")
        .complete(ACCOUNT, "s3:get-bucket-policy", "c", 1, "{}")
        .failed(ACCOUNT, "kms:list-keys", "", 2, CoverageStatus.DENIED)
        .gap(ACCOUNT, "s3:list-buckets")
        .result();
  }

  private static ImportResult read(Path bundle) {
    return ForeignFiles.read(List.of(bundle), ImportOptions.NONE, ImportProgress.SILENT, List.of(new BundleReader(ImportOptions.NONE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bundle", "bundle.zip"})
  void whatIsWrittenIsReadTheSame(String name) throws IOException {
    BundleWriter.write(estate(), folder.resolve(name));
    ImportResult read = read(folder.resolve(name));
    assertThat(read.documents()).isEqualTo(estate().documents());
    assertThat(read.coverage()).isEqualTo(estate().coverage());
    assertThat(read.gaps()).isEqualTo(estate().gaps());
    assertThat(read.report().count(Outcome.MALFORMED)).isZero();
  }

  @Test
  void whatIsReadIsWrittenWithTheSameBytes() throws IOException {
    BundleWriter.write(estate(), folder.resolve("one"));
    ImportResult first = read(folder.resolve("one"));
    BundleWriter.write(first, folder.resolve("two"));
    BundleWriter.write(read(folder.resolve("two")), folder.resolve("three"));
    assertThat(bytes(folder.resolve("three"))).isEqualTo(bytes(folder.resolve("two")));
    BundleWriter.write(first, folder.resolve("one.zip"));
    BundleWriter.write(read(folder.resolve("one.zip")), folder.resolve("two.zip"));
    assertThat(Files.readAllBytes(folder.resolve("two.zip"))).isEqualTo(Files.readAllBytes(folder.resolve("one.zip")));
  }

  @Test
  void oneFileHoldsTheLinesOfOneOperation() throws IOException {
    BundleWriter.write(estate(), folder.resolve("b"));
    assertThat(bytes(folder.resolve("b")).keySet()).containsExactly("manifest.json", "operations/arm/microsoft.keyvault~vaults~secrets.ndjson",
        "operations/graph/users.ndjson", "operations/s3/get-bucket-policy.ndjson", "operations/s3/list-buckets.ndjson");
    assertThat(Files.readAllLines(folder.resolve("b/operations/s3/get-bucket-policy.ndjson"))).hasSize(2);
  }

  @Test
  void whatAManifestCallsIncompleteIsTold() throws IOException {
    BundleWriter.write(estate(), folder.resolve("b"));
    ImportResult read = read(folder.resolve("b"));
    assertThat(read.report().incomplete()).extracting(entry -> entry.operation() + " " + entry.status())
        .containsExactly("kms:list-keys DENIED", "graph:users PARTIAL");
    assertThat(read.report().hasProblems()).isTrue();
  }

  @Test
  void aManifestWithSkippedOperationsAloneIsNoProblem() throws IOException {
    ImportResult skipped = new Samples().complete(ACCOUNT, "s3:list-buckets", "", 1, "{\"Buckets\":[]}")
        .failed(ACCOUNT, "kms:list-keys", "", 1, CoverageStatus.SKIPPED).result();
    BundleWriter.write(skipped, folder.resolve("b"));
    assertThat(read(folder.resolve("b")).report().hasProblems()).isFalse();
  }

  @Test
  void aDamagedBundleIsRefusedAndStopsNoOther() throws IOException {
    BundleWriter.write(estate(), folder.resolve("in/good"));
    for (Map.Entry<String, UnaryOperator<String>> damage : Map.<String, UnaryOperator<String>>of(
        "changed", text -> text.replace("\"b\"", "\"x\""),
        "cut", text -> text.substring(0, text.length() / 2),
        "longer", text -> text + "{}\n").entrySet()) {
      Path bundle = folder.resolve("in/" + damage.getKey());
      BundleWriter.write(estate(), bundle);
      Path file = bundle.resolve("operations/s3/list-buckets.ndjson");
      Files.writeString(file, damage.getValue().apply(Files.readString(file)));
    }
    BundleWriter.write(estate(), folder.resolve("in/missing"));
    Files.delete(folder.resolve("in/missing/operations/graph/users.ndjson"));
    ImportResult read = read(folder.resolve("in"));
    assertThat(read.report().files()).filteredOn(file -> file.outcome() == Outcome.MALFORMED).hasSize(4);
    assertThat(read.documents()).hasSize(estate().documents().size());
  }

  @Test
  void aManifestOfANewerVersionIsRefused() throws IOException {
    BundleWriter.write(estate(), folder.resolve("b"));
    Path manifest = folder.resolve("b/manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"version\" : 1", "\"version\" : 9"));
    assertThat(read(folder.resolve("b")).report().files()).extracting(FileReport::message).anyMatch(message -> message.contains("newer version"));
  }

  @Test
  void anotherToolsManifestLeavesItsNeighboursToBeRead() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{\"name\":\"web app\"}");
    Files.createDirectories(folder.resolve("111122223333/global"));
    Files.writeString(folder.resolve("111122223333/global/list-buckets.json"), "{\"Buckets\":[]}");
    assertThat(read(folder).report().files()).extracting(FileReport::outcome).containsExactlyInAnyOrder(Outcome.SKIPPED, Outcome.RECOGNISED);
  }

  @Test
  void aSecretInABundleFromElsewhereIsHidden() throws IOException {
    ImportResult open = new Samples().complete(ACCOUNT, "lambda:list-functions", "", 1,
        "{\"Functions\":[{\"Environment\":{\"Variables\":{\"DB\":\"hunter2hunter2\"}}}]}").result();
    BundleWriter.write(open, folder.resolve("b"));
    assertThat(read(folder.resolve("b")).documents().toString()).doesNotContain("hunter2");
  }

  private static Map<String, String> bytes(Path bundle) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(bundle)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.put(bundle.relativize(file).toString(), Files.readString(file));
      }
    }
    return bytes;
  }
}
