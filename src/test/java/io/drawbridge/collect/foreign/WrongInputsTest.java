package io.drawbridge.collect.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.FileReport.Outcome;
import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.collect.InputLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is broken ends in the report with a reason, and the good file beside it is read. */
class WrongInputsTest {

  private static final String GOOD = "111122223333/global/list-buckets.json";
  private static final String PLACE = "111122223333/eu-west-1/";
  private static final InputLimits SMALL = new InputLimits(1000, 3000, 100, 200, 20);

  @TempDir Path folder;
  private Inputs inputs;

  @BeforeEach
  void inputs() throws IOException {
    inputs = new Inputs(folder).with(GOOD, "{\"Buckets\":[]}");
  }

  private FileReport bad() {
    return bad(ImportOptions.NONE);
  }

  private FileReport bad(ImportOptions options) {
    ImportResult result = inputs.read(options);
    assertThat(result.documents()).as("the good file").extracting(document -> document.operation().name()).contains("list-buckets");
    return result.report().files().stream().filter(file -> !file.file().endsWith(GOOD)).findFirst().orElseThrow();
  }

  private void assertMalformed(String words) {
    assertMalformed(bad(), words);
  }

  private static void assertMalformed(FileReport report, String words) {
    assertThat(report.outcome()).isEqualTo(Outcome.MALFORMED);
    assertThat(report.message()).contains(words);
  }

  @Test
  void anEmptyFile() throws IOException {
    inputs.with(PLACE + "describe-vpcs.json", "");
    assertMalformed("empty");
  }

  @Test
  void aFileOfBlanks() throws IOException {
    inputs.with(PLACE + "describe-vpcs.json", " \n ");
    assertMalformed("empty");
  }

  @Test
  void aFileThatIsCutOff() throws IOException {
    inputs.with(PLACE + "describe-vpcs.json", "{\"Vpcs\":[{\"VpcId\":");
    assertMalformed("line 1");
  }

  @Test
  void aBinaryFile() throws IOException {
    byte[] noise = new byte[4000];
    new Random(1).nextBytes(noise);
    inputs.with(PLACE + "describe-vpcs.json", noise);
    assertMalformed("not JSON");
  }

  @Test
  void aMessageInsteadOfAnAnswer() throws IOException {
    inputs.with(PLACE + "describe-vpcs.json", "An error occurred (AccessDenied) when calling the DescribeVpcs operation: hunter2");
    assertMalformed("not JSON");
    assertThat(bad().message()).doesNotContain("hunter2");
  }

  @Test
  void aSingleValue() throws IOException {
    inputs.with(PLACE + "x.json", "42");
    assertMalformed("single value");
  }

  @Test
  void aListUnderTheNameOfAnAwsAnswer() throws IOException {
    inputs.with(PLACE + "describe-vpcs.json", "[]");
    assertMalformed("no JSON object");
  }

  @Test
  void aFieldThatIsThereTwice() throws IOException {
    inputs.with(PLACE + "describe-vpcs.json", "{\"Vpcs\":[],\"Vpcs\":[{}]}");
    assertMalformed("twice");
  }

  @Test
  void nestingBeyondTheLimit() throws IOException {
    inputs.with(PLACE + "describe-vpcs.json", "{\"Vpcs\":" + "[".repeat(500) + "]".repeat(500) + "}");
    assertMalformed("levels");
  }

  @Test
  void aFileBeyondTheLimit() throws IOException {
    inputs.with(PLACE + "describe-vpcs.json", "{\"Vpcs\":[\"" + "x".repeat(2000) + "\"]}");
    assertMalformed(bad(new ImportOptions("", "", "", SMALL)), "larger than");
  }

  @Test
  void allFilesTogetherBeyondTheLimit() throws IOException {
    for (int i = 0; i < 6; i++) {
      inputs.with(PLACE + "describe-vpcs__" + i + ".json", "{\"Vpcs\":[\"" + "x".repeat(800) + "\"]}");
    }
    ImportResult result = inputs.read(new ImportOptions("", "", "", SMALL));
    assertThat(result.report().count(Outcome.MALFORMED)).isBetween(2L, 5L);
  }

  @Test
  void aPackedFileThatIsNone() throws IOException {
    inputs.with(PLACE + "describe-vpcs.json.gz", "no gzip");
    assertMalformed("compressed");
  }

  @Test
  void aPackedFileThatIsCutOff() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"Vpcs\":[]}".repeat(1000).getBytes(StandardCharsets.UTF_8));
    }
    inputs.with(PLACE + "describe-vpcs.json.gz", java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    assertMalformed("cut off");
  }

  @Test
  void aDecompressionBomb() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("111122223333/eu-west-1/describe-vpcs.json"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 40; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    inputs.with("bomb.zip", packed.toByteArray());
    assertMalformed("bomb");
  }

  @Test
  void aFileThatMayNotBeRead() throws IOException {
    inputs.with(PLACE + "describe-vpcs.json", "{\"Vpcs\":[]}");
    Path file = folder.resolve(PLACE + "describe-vpcs.json");
    org.junit.jupiter.api.Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "whoever runs this may read everything");
    assertMalformed("permission");
  }

  @Test
  void aFileOfAnotherKind() throws IOException {
    inputs.with("notes.txt", "hello");
    assertThat(bad().outcome()).isEqualTo(Outcome.SKIPPED);
  }

  @Test
  void anInputThatIsNotThere() {
    ImportResult result = ForeignFiles.read(java.util.List.of(folder.resolve("gone")), ImportOptions.NONE, io.drawbridge.collect.ImportProgress.SILENT);
    assertThat(result.report().hasProblems()).isTrue();
  }

  @Test
  void anOtherwiseGoodFileInUtf16IsRead() throws IOException {
    inputs.with(PLACE + "describe-vpcs.json", "\uFEFF{\"Vpcs\":[]}".getBytes(StandardCharsets.UTF_16LE));
    assertThat(bad().outcome()).isEqualTo(Outcome.RECOGNISED);
  }

  @Test
  void randomDamageNeverEscapesTheReport() throws IOException {
    String whole = """
        {"UserDetailList":[{"Arn":"arn:aws:iam::111122223333:user/u","UserName":"u"}],"RoleDetailList":[],"Policies":[]}
        """;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 3; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      inputs.with("x.json", bytes);
      assertThat(bad()).as("seed %d", seed).isNotNull();
    }
  }
}
