package io.drawbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.api.GraphQlRequest;
import io.drawbridge.api.GraphQlService;
import io.drawbridge.api.Permission;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.ImageBuilder;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.PublishedImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say of nodes, by file and by mutation, goes over tags and rules, says who and why, and is not lost. */
class MarksTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEMO = "src/main/resources/demo";
  private static final String SECRET = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db";
  private static final String MARKED = "{ marks { role reason } facts { key value } } }";

  @TempDir Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("said.json"), content);
  }

  private CommandRun blast(Path marks) {
    return CommandRun.of("blast", "--bundle", DEMO, "--from", "portal-web-1", "--marks", marks.toString(), "--format", "json");
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static String said(String id, String role) {
    return "{\"id\":\"" + id + "\",\"role\":\"" + role + "\",\"owner\":\"kim\",\"reason\":\"because\"}";
  }

  @Test
  void aFileAddsAndTakesAway() throws IOException {
    List<String> before = texts(blast(file("{\"marks\":[]}")).json().path("crownJewels"));
    CommandRun run = blast(file("{\"marks\":[" + said("castellan-portal-assets", "CROWN_JEWEL") + ",\n" + said(before.getFirst(), "NOT_CROWN_JEWEL") + "]}"));
    assertThat(run.exit()).isZero();
    List<String> after = texts(run.json().path("crownJewels"));
    assertThat(after).contains("arn:aws:s3:::castellan-portal-assets").doesNotContain(before.getFirst()).containsAll(before.subList(1, before.size()));
  }

  @Test
  void aNodeThatIsNotThereIsReportedWithThoseNearIt() throws IOException {
    CommandRun run = blast(file("{\"marks\":[\n" + said("castellan-portal-asset", "CROWN_JEWEL") + "]}"));
    assertThat(run.exit()).isEqualTo(ExitCode.COVERAGE.number());
    assertThat(run.err()).contains("said.json line 2", "`castellan-portal-asset`", "castellan-portal-assets");
  }

  @Test
  void whatIsWrongWithAFileIsSaidWithItsLine() throws IOException {
    String good = said("castellan-portal-assets", "CROWN_JEWEL");
    assertRefused("{\"marks\":[\n" + good + ",\n" + said("castellan-portal-assets", "JEWEL") + "]}", "line 3", "NOT_CROWN_JEWEL");
    assertRefused("{\"marks\":[\n" + good + ",\n\n{\"id\":\"a\",\"role\":\"CROWN_JEWEL\",\"reason\":\"b\"}]}", "line 4", "`owner` is missing");
    assertRefused("{\"marks\":[\n" + good + ",\n{\"id\":", "line 3", "no JSON");
    assertRefused("[" + good + "]", "line 1", "{\"marks\":[");
    assertRefused("", "line 1", "{\"marks\":[");
    assertRefused("{\"marks\":[\n" + good, "line 2", "no JSON");
    assertRefused("{\"marks\":[1]}", "line 1", "`role` is missing");
    CommandRun missing = blast(folder.resolve("nowhere.json"));
    assertThat(missing.exit()).isEqualTo(ExitCode.USAGE.number());
    assertThat(missing.err()).contains("nowhere.json", "cannot be read");
  }

  private void assertRefused(String content, String... words) throws IOException {
    CommandRun run = blast(file(content));
    assertThat(run.exit()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run.err()).contains(words);
  }

  @Test
  void aMutationSurvivesARestartAndALoadAndGoesOverTheFile() throws IOException {
    DataDirectory data = DataDirectory.open(folder.resolve("data"));
    publish(data, 1, "a secret's value");
    Files.writeString(data.root().resolve("marks.json"), "{\"marks\":[" + said(SECRET, "NOT_CROWN_JEWEL") + "]}");
    String off = node(data).toString();
    assertThat(off).contains("\"marks\":[]", "crownJewelOff", "a secret's value; switched off by kim: because");

    JsonNode said = ask(data, Permission.READ_AND_CHANGE, mutation("CROWN_JEWEL", "lee"));
    assertThat(said.at("/data/mark/marks").toString()).contains("needed (stated by lee)", "a secret's value");
    assertThat(node(data).toString()).contains("needed (stated by lee)").doesNotContain("crownJewelOff");

    publish(data, 2, "a secret's value, read anew");
    assertThat(node(data).toString()).contains("needed (stated by lee)", "read anew");

    ask(data, Permission.READ_AND_CHANGE, mutation("NOT_CROWN_JEWEL", "ann"));
    assertThat(node(data).toString()).contains("\"marks\":[]", "switched off by ann: needed").doesNotContain("lee");
    CommandRun command = CommandRun.of("paths", "--data", data.root().toString(), "--from", "internet", "--format", "json");
    assertThat(command.json().path("paths")).isEmpty();
  }

  @Test
  void aMutationNeedsTheTokenOfThisStartAndANodeAndAReason() throws IOException {
    DataDirectory data = DataDirectory.open(folder.resolve("data"));
    publish(data, 1, "a secret's value");
    assertThat(code(ask(data, Permission.READ, mutation("NOT_CROWN_JEWEL", "lee")))).isEqualTo("FORBIDDEN");
    assertThat(code(ask(data, Permission.READ_AND_CHANGE, mutation("NOT_CROWN_JEWEL", " ")))).isEqualTo("USAGE");
    assertThat(code(ask(data, Permission.READ_AND_CHANGE, mutation("NOT_CROWN_JEWEL", "two\\nlines")))).isEqualTo("USAGE");
    assertThat(code(ask(data, Permission.READ_AND_CHANGE, mutation("NOT_CROWN_JEWEL", "lee").replace(SECRET, "nobody")))).isEqualTo("UNKNOWN_ID");
    assertThat(node(data).toString()).contains("a secret's value").doesNotContain("Off");
    assertThat(data.root().resolve("marks-journal.ndjson")).doesNotExist();
  }

  private static String code(JsonNode answer) {
    return answer.at("/errors/0/extensions/code").asText();
  }

  private static String mutation(String statement, String owner) {
    return "mutation { mark(id: \"" + SECRET + "\", statement: " + statement + ", owner: \"" + owner + "\", reason: \"needed\") " + MARKED;
  }

  private static JsonNode node(DataDirectory data) {
    return ask(data, Permission.READ, "{ node(id: \"" + SECRET + "\") " + MARKED).at("/data/node");
  }

  /** Asks a server that has just been started. */
  private static JsonNode ask(DataDirectory data, Permission permission, String query) {
    try (GraphQlService service = ServerOptions.service(new CurrentImage(data, snapshot -> Optional.empty()))) {
      return JSON.valueToTree(service.execute(new GraphQlRequest(query, null, Map.of(), permission)).body());
    }
  }

  private static void publish(DataDirectory data, long second, String reason) {
    Node secret = Node.of(new Arn(SECRET), NodeKind.SECRETS_MANAGER_SECRET, "db", Scope.account("111122223333")).withMark(Mark.Role.CROWN_JEWEL, reason);
    Node internet = Node.of(io.drawbridge.cloud.ResourceId.ExternalId.INTERNET, NodeKind.INTERNET, "internet", Scope.WORLD);
    SnapshotId snapshot = SnapshotId.at(Instant.ofEpochSecond(second), new Random(second));
    Image image = ImageBuilder.of(Graph.of(List.of(secret, internet), List.of()), snapshot, new Completeness(100, List.of()));
    var images = new PublishedImages(data);
    images.write(image);
    images.publish(snapshot, image.graphHash());
  }
}
