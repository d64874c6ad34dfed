package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.FileReport.Outcome;
import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.ImportProgress;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.collect.InputLimits;
import io.drawbridge.collect.bundle.BundleReader;
import io.drawbridge.collect.bundle.BundleStore;
import io.drawbridge.collect.bundle.BundleWriter;
import io.drawbridge.collect.foreign.ForeignFiles;
import io.drawbridge.docs.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other people's files go through the import: none is malformed, and each that is left out is listed with its reason. */
class ImportTest {

  @TempDir Path folder;

  private static final Path GOLDEN = Path.of("src/test/resources/conformance/import");
  private static final ImportOptions OPTIONS =
      new ImportOptions("", "", "8f1f2d0e-5d0c-4b4e-9c55-2a3f5a0c1d11", InputLimits.ofThisMachine());

  @ParameterizedTest
  @CsvSource({
    "aws/accounts, 60", "azure/arm, 200", "azure/arm-official, 10", "azure/graph, 60", "azure/azurehound, 1",
    "aws/cloudtrail, 0", "estates/github-bridge, 30"
  })
  void realFilesGoThrough(String set, int atLeast) throws IOException {
    Path folder = Conformance.path(set);
    ImportResult result = ForeignFiles.read(List.of(folder), OPTIONS, ImportProgress.SILENT);
    String left = result.report().files().stream()
        .filter(file -> file.outcome() != Outcome.RECOGNISED && !file.file().endsWith("ORIGIN.md") && !file.file().endsWith("_index.json"))
        .map(file -> folder.relativize(Path.of(file.file())) + " " + file.outcome() + ": " + file.message() + "\n")
        .collect(Collectors.joining());
    assertThat(result.report().files()).extracting(FileReport::outcome).doesNotContain(Outcome.MALFORMED);
    assertThat(result.report().count(Outcome.RECOGNISED)).isGreaterThanOrEqualTo(atLeast);
    Golden.assertMatches(GOLDEN.resolve(set.replace('/', '-') + ".txt"), left);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws/accounts", "azure/arm", "azure/graph", "estates/github-bridge"})
  void whatIsKeptIsWhatWasRead(String set) throws IOException {
    ImportResult read = ForeignFiles.read(List.of(Conformance.path(set)), OPTIONS, ImportProgress.SILENT);
    BundleStore store = new BundleStore(folder.resolve("store"));
    store.add(read);
    assertThat(store.union().documents()).containsExactlyInAnyOrderElementsOf(read.documents());
    assertThat(store.union().coverage()).isEqualTo(read.coverage());
    Path bundle = folder.resolve("estate.zip");
    BundleWriter.write(read, bundle);
    ImportResult again = ForeignFiles.read(List.of(bundle), OPTIONS, ImportProgress.SILENT, List.of(new BundleReader(OPTIONS)));
    assertThat(again.documents()).isEqualTo(read.documents());
  }
}
