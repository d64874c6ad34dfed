package io.drawbridge.collect.bundle;

import static io.drawbridge.collect.bundle.Samples.ACCOUNT;
import static io.drawbridge.collect.bundle.Samples.OTHER;
import static io.drawbridge.collect.bundle.Samples.SUBSCRIPTION;
import static io.drawbridge.collect.bundle.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.collect.ImportResult;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.inventory.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleStoreTest {

  private static final String BUCKETS = "s3:list-buckets";
  private static final String POLICY = "s3:get-bucket-policy";
  private static final String VAULTS = "arm:microsoft.keyvault/vaults";

  @TempDir Path folder;

  private ImportResult union(Samples... imports) {
    BundleStore store = new BundleStore(folder);
    Arrays.stream(imports).forEach(one -> store.add(one.result()));
    return store.union();
  }

  private static List<String> bodies(ImportResult result) {
    return result.documents().stream().map(Document::body).map(Object::toString).toList();
  }

  private static Samples buckets(int day, String... names) {
    String items = String.join(",", Arrays.stream(names).map(name -> "{\"Name\":\"" + name + "\"}").toList());
    return new Samples().complete(ACCOUNT, BUCKETS, "", day, "{\"Buckets\":[" + items + "]}");
  }

  @Test
  void aStoreWithoutBundlesIsEmpty() {
    assertThat(union().documents()).isEmpty();
  }

  @Test
  void aLaterCompleteAnswerReplaces() {
    ImportResult union = union(buckets(1, "a"), buckets(2, "b"));
    assertThat(bodies(union)).containsExactly("{\"Buckets\":[{\"Name\":\"b\"}]}");
  }

  @Test
  void anEarlierAnswerThatIsLoadedLaterReplacesNothing() {
    assertThat(bodies(union(buckets(2, "b"), buckets(1, "a")))).containsExactly("{\"Buckets\":[{\"Name\":\"b\"}]}");
  }

  @Test
  void loadingTheSameTwiceChangesNothing() throws IOException {
    union(buckets(1, "a"), buckets(1, "a"));
    try (Stream<Path> bundles = Files.list(folder.resolve("aws-111122223333"))) {
      assertThat(bundles).hasSize(1);
    }
  }

  @Test
  void aPartialAnswerAddsAndRetiresNothing() {
    ImportResult union = union(buckets(1, "a"), new Samples().read(ACCOUNT, BUCKETS, "", 2, CoverageStatus.PARTIAL, "{\"Buckets\":[{\"Name\":\"b\"}]}"));
    assertThat(bodies(union)).containsExactly("{\"Buckets\":[{\"Name\":\"a\"}]}", "{\"Buckets\":[{\"Name\":\"b\"}]}");
    assertThat(union.coverage()).singleElement().extracting("status").isEqualTo(CoverageStatus.PARTIAL);
  }

  @Test
  void aDeniedCallKeepsTheLastAnswerAndTellsItsAge() {
    ImportResult union = union(buckets(1, "a"), new Samples().failed(ACCOUNT, BUCKETS, "", 3, CoverageStatus.DENIED));
    assertThat(bodies(union)).containsExactly("{\"Buckets\":[{\"Name\":\"a\"}]}");
    assertThat(union.coverage()).singleElement().extracting("status").isEqualTo(CoverageStatus.COMPLETE);
    assertThat(union.gaps()).singleElement().extracting("status", "age").containsExactly("DENIED", "PT48H");
  }

  @Test
  void aDeniedCallWithoutAnEarlierAnswerIsJustThat() {
    ImportResult union = union(new Samples().failed(ACCOUNT, BUCKETS, "", 3, CoverageStatus.DENIED));
    assertThat(union.coverage()).singleElement().extracting("status").isEqualTo(CoverageStatus.DENIED);
    assertThat(union.gaps()).isEmpty();
  }

  @Test
  void aSuccessAfterAFailureLeavesNoGap() {
    assertThat(union(buckets(1, "a"), new Samples().failed(ACCOUNT, BUCKETS, "", 2, CoverageStatus.THROTTLED), buckets(3, "b")).gaps()).isEmpty();
  }

  @Test
  void otherScopesAndOtherResourcesStay() {
    ImportResult union = union(buckets(1, "a").complete(ACCOUNT, POLICY, "a", 1, "{\"Policy\":\"1\"}"),
        new Samples().complete(OTHER, BUCKETS, "", 2, "{\"Buckets\":[]}"),
        new Samples().complete(ACCOUNT, POLICY, "b", 2, "{\"Policy\":\"2\"}"));
    assertThat(union.documents()).hasSize(4);
  }

  @Test
  void whatAListingNoLongerNamesLosesItsOwnAnswers() {
    ImportResult union = union(buckets(1, "a", "b").complete(ACCOUNT, POLICY, "a", 1, "{\"Policy\":\"1\"}").complete(ACCOUNT, POLICY, "b", 1, "{\"Policy\":\"2\"}"),
        buckets(2, "b"));
    assertThat(bodies(union)).containsExactlyInAnyOrder("{\"Policy\":\"2\"}", "{\"Buckets\":[{\"Name\":\"b\"}]}");
  }

  @Test
  void whatNoListingEverNamedStays() {
    ImportResult union = union(buckets(1).complete(ACCOUNT, POLICY, "hidden", 1, "{\"Policy\":\"1\"}"), buckets(2, "b"));
    assertThat(bodies(union)).contains("{\"Policy\":\"1\"}");
  }

  @Test
  void aListingOfAllReplacesEarlierAnswersPerResource() {
    ImportResult union = union(new Samples().complete(TENANT, "graph:groups-members", "g", 1, "{\"value\":[1]}"),
        new Samples().complete(TENANT, "graph:groups-members", "", 2, "{\"value\":[]}").complete(TENANT, "graph:groups-members", "h", 2, "{\"value\":[2]}"));
    assertThat(bodies(union)).containsExactlyInAnyOrder("{\"value\":[]}", "{\"value\":[2]}");
  }

  @Test
  void answersOfOneImportDoNotReplaceEachOther() {
    ImportResult union = union(new Samples().complete(TENANT, "graph:groups-members", "g", 1, "{\"value\":[1]}")
        .complete(TENANT, "graph:groups-members", "", 2, "{\"value\":[]}"));
    assertThat(bodies(union)).contains("{\"value\":[1]}");
  }

  @Test
  void aTenantsListingRetiresWhatItsSubscriptionsNoLongerHold() {
    Samples before = new Samples().complete(TENANT, VAULTS, "", 1, "{\"value\":[]}").complete(SUBSCRIPTION, VAULTS, "", 1, "{\"value\":[1]}");
    Samples after = new Samples().complete(TENANT, VAULTS, "", 2, "{\"value\":[]}");
    assertThat(bodies(union(before, after))).containsExactly("{\"value\":[]}");
  }

  @Test
  void aSubscriptionOfAnotherTenantStays() {
    Samples elsewhere = new Samples().complete(SUBSCRIPTION, VAULTS, "", 1, "{\"value\":[1]}");
    Samples after = new Samples().complete(TENANT, VAULTS, "", 2, "{\"value\":[]}");
    assertThat(bodies(union(elsewhere, after))).contains("{\"value\":[1]}");
  }

  @Test
  void theOrderOfLoadingDoesNotMatter() {
    List<Samples> imports = List.of(buckets(1, "a"), buckets(3, "b"), new Samples().failed(ACCOUNT, BUCKETS, "", 4, CoverageStatus.FAILED),
        new Samples().complete(OTHER, BUCKETS, "", 1, "{\"Buckets\":[]}"), new Samples().complete(TENANT, VAULTS, "", 2, "{\"value\":[]}"),
        new Samples().read(ACCOUNT, BUCKETS, "", 2, CoverageStatus.PARTIAL, "{\"Buckets\":[{\"Name\":\"p\"}]}"),
        buckets(3, "c"));
    ImportResult expected = null;
    for (int seed = 0; seed < 20; seed++) {
      List<Samples> shuffled = new ArrayList<>(imports);
      Collections.shuffle(shuffled, new Random(seed));
      BundleStore store = new BundleStore(folder.resolve("store" + seed));
      shuffled.forEach(one -> store.add(one.result()));
      expected = expected == null ? store.union() : expected;
      assertThat(store.union()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void aDamagedBundleIsLeftOutAndToldOf() throws IOException {
    BundleStore store = new BundleStore(folder);
    store.add(buckets(1, "a").result());
    store.add(new Samples().complete(OTHER, BUCKETS, "", 1, "{\"Buckets\":[]}").result());
    try (Stream<Path> files = Files.walk(folder.resolve("aws-111122223333"))) {
      Path file = files.filter(path -> path.toString().endsWith(".ndjson")).findFirst().orElseThrow();
      Files.writeString(file, "{");
    }
    ImportResult union = store.union();
    assertThat(union.documents()).hasSize(1);
    assertThat(union.report().hasProblems()).isTrue();
  }

  @Test
  void aManifestThatWasChangedIsDamaged() throws IOException {
    BundleStore store = new BundleStore(folder);
    store.add(buckets(1, "a").failed(ACCOUNT, "kms:list-keys", "", 1, CoverageStatus.DENIED).result());
    try (Stream<Path> files = Files.walk(folder)) {
      Path manifest = files.filter(path -> path.endsWith("manifest.json")).findFirst().orElseThrow();
      Files.writeString(manifest, Files.readString(manifest).replace("DENIED", "COMPLETE"));
    }
    assertThat(store.union().documents()).isEmpty();
    assertThat(store.union().report().hasProblems()).isTrue();
  }

  @Test
  void anUnfinishedWriteIsNoBundle() throws IOException {
    Files.createDirectories(folder.resolve("aws-111122223333/.tmp-1/operations"));
    assertThat(union(buckets(1, "a")).documents()).hasSize(1);
    try (Stream<Path> left = Files.list(folder.resolve("aws-111122223333"))) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith(".tmp"))).hasSize(1);
    }
  }
}
