package io.drawbridge.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.collect.bundle.BundleStore;
import io.drawbridge.collect.bundle.BundleWriter;
import io.drawbridge.collect.foreign.ForeignFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in every field of the table that files can bring, and of every shape of the last net: none of them gets past the door. */
class PlantedSecretsTest {

  private static final Path CASES = Path.of("src/test/resources/cases/collect/planted-secrets.json");
  private static final Pattern PLANTED = Pattern.compile("planted-\\d+-xyzzy");
  private static final String RANDOM = "q7Zp2LrT9vXc4Nw8Bs1Yd6Fg3Hj5Km0AeRtUiOpS";

  @TempDir Path folder;
  private ImportResult result;
  private String everything;
  private final TreeSet<String> planted = new TreeSet<>();

  /** A text that each shape is planted in: somewhere no rule of the table looks. */
  private static List<String> shapes() {
    return List.of(
        "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE" + RANDOM,
        "DefaultEndpointsProtocol=https;AccountName=a;Account" + "Key=" + RANDOM + "==",
        "https://a.blob.core.windows.net/c?sv=2023&sig=" + RANDOM + "%3D",
        "Server=tcp:s;User ID=u;Pass" + "word=" + RANDOM + ";",
        "export AWS_SECRET_ACCESS" + "_KEY=" + RANDOM,
        "eyJhbGciOiJub25lIn0." + "eyJzdWIiOiJzb21lb25lIn0." + RANDOM,
        "abc8" + "Q~" + RANDOM.substring(0, 34),
        Base64.getEncoder().encodeToString((RANDOM + RANDOM).substring(0, 64).getBytes(StandardCharsets.UTF_8)),
        "gh" + "p_" + RANDOM.substring(0, 36),
        "https://user:" + RANDOM + "@registry.example/x");
  }

  @BeforeEach
  void plant() throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (JsonNode one : json.readTree(CASES.toFile())) {
      write(one.path("path").asText(), one.path("content").toString());
      PLANTED.matcher(one.path("content").toString()).results().map(MatchResult::group).forEach(planted::add);
    }
    for (int i = 0; i < shapes().size(); i++) {
      String tags = json.createObjectNode().put("VpcId", "vpc-" + i).put("Note", shapes().get(i)).toString();
      write("111122223333/eu-west-" + (i + 2) + "/describe-vpcs.json", "{\"Vpcs\":[" + tags + "]}");
      planted.add(shapes().get(i).substring(Math.max(0, shapes().get(i).indexOf(RANDOM.substring(0, 30)))));
    }
    result = ForeignFiles.read(List.of(folder.resolve("in")), ImportOptions.NONE, ImportProgress.SILENT);
    BundleWriter.write(result, folder.resolve("bundle"));
    new BundleStore(folder.resolve("store")).add(result);
    everything = result + bytes(folder.resolve("bundle")) + bytes(folder.resolve("store"));
  }

  private void write(String path, String content) throws IOException {
    Path file = folder.resolve("in").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String bytes(Path bundle) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(bundle)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void everyFileWasReadSoThatNothingIsHiddenByBeingSkipped() {
    assertThat(result.report().files()).allSatisfy(file -> assertThat(file.outcome()).as(file.toString()).isEqualTo(FileReport.Outcome.RECOGNISED));
    assertThat(planted).hasSizeGreaterThan(50);
  }

  @Test
  void noPlantedSecretIsInAnyDocumentReportGapOrBundle() {
    assertThat(planted).allSatisfy(secret -> assertThat(everything).doesNotContain(secret));
    assertThat(everything).doesNotContain("xyzzy").doesNotContain(RANDOM.substring(0, 30));
  }

  @Test
  void everySecretLeavesAJoin() {
    assertThat(everything.split(Pattern.quote(Redaction.MARK), -1).length).isGreaterThan(planted.size());
  }

  @Test
  void namesReferencesAndSwitchesStay() {
    assertThat(everything).contains("DB_PASSWORD").contains("\"secretRef\":\"x\"").contains("\"contentType\":\"text/plain\"").contains("\"keyName\":\"key1\"");
  }
}
