package io.drawbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets for input that is wrong: a message that names the place and the way out, the right exit code, and the rest. */
class WrongInputsTest {

  private static final String GOOD =
      """
      {"UserDetailList":[{"UserName":"ana","UserId":"AIDAEXAMPLE0000000001","Arn":"arn:aws:iam::111122223333:user/ana","GroupList":[]}],
       "GroupDetailList":[],"RoleDetailList":[],"Policies":[]}
      """;

  @TempDir private Path folder;

  @Test
  void anEmptyFile() throws IOException {
    expect(3, "list-buckets.json", "");
  }

  @Test
  void truncatedJson() throws IOException {
    expect(3, "list-buckets.json", "{\"Buckets\":[{\"Name\":\"logs\"");
  }

  @Test
  void aBinary() throws IOException {
    Files.write(folder.resolve("list-buckets.json"), new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 2, 3, (byte) 0xff});
    expect(3, "list-buckets.json");
  }

  @Test
  void aPolicyWithoutEffect() throws IOException {
    Files.writeString(folder.resolve("get-bucket-policy__logs.json"),
        "{\"Policy\":\"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Action\\\":\\\"s3:*\\\",\\\"Resource\\\":\\\"*\\\"}]}\"}");
    writeGood();
    CommandRun run = edges();
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("arn:aws:s3:::logs/Policy/Statement/0/Effect");
  }

  @Test
  void anUnknownType() throws IOException {
    writeGood();
    Files.writeString(folder.resolve("something.json"), "{\"Widgets\":[{\"Colour\":\"red\"}]}");
    CommandRun run = edges();
    assertThat(run.exit()).isZero();
  }

  @Test
  void nothingThere() {
    CommandRun run = CommandRun.of("edges", "--bundle", folder.resolve("missing").toString());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("missing", "does not exist");
  }

  @Test
  void aZipBomb() throws IOException {
    writeGood();
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("bomb.zip")))) {
      zip.putNextEntry(new ZipEntry("list-buckets.json"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 256; i++) {
        zip.write(zeros);
      }
    }
    CommandRun run = edges();
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("bomb.zip");
  }

  @Test
  void aHugeFile() throws IOException {
    writeGood();
    Path huge = folder.resolve("list-buckets.json");
    try (OutputStream out = Files.newOutputStream(huge)) {
      out.write("{\"Buckets\":[\"".getBytes(StandardCharsets.UTF_8));
      byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 200; i++) {
        out.write(spaces);
      }
      out.write("\"]}".getBytes(StandardCharsets.UTF_8));
    }
    CommandRun run = edges();
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("list-buckets.json");
  }

  @Test
  void anUnknownIdNamesItselfAndTheWayOut() throws IOException {
    writeGood();
    CommandRun run = CommandRun.of("blast", "--bundle", folder.toString(), "--from", "nobody");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("`nobody`");
  }

  @Test
  void bothSourcesAtOnce() {
    assertThat(CommandRun.of("edges", "--bundle", "a", "--data", "b").exit()).isEqualTo(2);
  }

  @Test
  void noCommandAndUnknownOptions() {
    assertThat(CommandRun.of().exit()).isEqualTo(2);
    assertThat(CommandRun.of("paths", "--colour", "red").exit()).isEqualTo(2);
    assertThat(CommandRun.of("paths", "--bundle", folder.toString(), "--deadline", "soon").err()).contains("500ms");
    assertThat(CommandRun.of("paths", "--bundle", folder.toString(), "--class", "MAGIC").exit()).isEqualTo(2);
    assertThat(CommandRun.of("paths", "--bundle", folder.toString(), "--k", "0").exit()).isEqualTo(2);
  }

  @Test
  void aLineThatIsNoCase() throws IOException {
    Path cases = folder.resolve("cases.jsonl");
    Files.writeString(cases, "{\"id\":\"a\",\"request\":{\"principal\":\"arn:aws:iam::111122223333:user/ana\",\"action\":\"s3:ListAllMyBuckets\"}}\nnonsense\n");
    CommandRun run = CommandRun.of("evaluate", "aws", cases.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("\"ImplicitlyDenied\"");
    assertThat(run.err()).contains("line 2");
  }

  private void expect(int exit, String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
    expect(exit, file);
  }

  /** The exit code, the file's name in the message, and the good file's user all the same. */
  private void expect(int exit, String file) throws IOException {
    writeGood();
    CommandRun run = edges();
    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    assertThat(run.err()).contains(file);
    CommandRun blast = CommandRun.of("blast", "--bundle", folder.toString(), "--account", "111122223333", "--from", "ana", "--format", "json");
    assertThat(blast.json().path("from").path(0).asText()).isEqualTo("arn:aws:iam::111122223333:user/ana");
  }

  private void writeGood() throws IOException {
    Files.writeString(folder.resolve("get-account-authorization-details.json"), GOOD);
  }

  private CommandRun edges() {
    return CommandRun.of("edges", "--bundle", folder.toString(), "--account", "111122223333");
  }
}
