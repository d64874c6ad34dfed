package io.drawbridge.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drawbridge.api.GraphQlService;
import io.drawbridge.api.Limits;
import io.drawbridge.api.ProbeModule;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL over HTTP on a real port: media types, methods, statuses, bounds, who may ask and who may change. */
class HttpApiTest {

  private static final String ECHO = "{\"query\":\"{ echo(text: \\\"hello\\\") }\"}";
  private static final String HELLO = "{\"data\":{\"echo\":\"hello\"}}";
  private static final String GRAPHQL = "application/graphql-response+json; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";
  private static final int SEARCHERS = 2;
  private static final int WAITING = 2;

  private static final ProbeModule PROBE = new ProbeModule();
  private static RunningServer server;
  private static RawHttp http;

  @BeforeAll
  static void start() {
    var service = new GraphQlService(List.of(PROBE), Optional::empty, Limits.DEFAULT);
    server = HttpApi.start(settings(0), service, "probe-web");
    http = new RawHttp(server.port());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aPostedQuestionIsAnswered() throws IOException {
    RawHttp.Answer answer = http.post("/graphql", ECHO);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(HELLO);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "application/graphql-response+json | " + GRAPHQL,
    "application/json | " + JSON,
    "*/* | " + JSON,
    "application/* | " + JSON,
    "application/graphql-response+json, application/json;q=0.9 | " + GRAPHQL,
    "application/graphql-response+json;q=0.5, application/json | " + JSON,
    "text/html, application/json;q=0.1 | " + JSON,
  })
  void theAnswerComesInTheTypeThatTheClientPrefers(String accept, String type) throws IOException {
    RawHttp.Answer answer = http.post("/graphql", ECHO, "accept: " + accept);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("content-type", type);
  }

  @Test
  void aClientThatNamesNoTypeGetsPlainJson() throws IOException {
    assertThat(http.post("/graphql", ECHO).headers()).containsEntry("content-type", JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "application/json;q=0"})
  void aClientThatReadsNothingOfOursIsRefused(String accept) throws IOException {
    assertThat(http.post("/graphql", ECHO, "accept: " + accept).status()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/graphql",
    "application/json; charset=iso-8859-1", ""})
  void aBodyOfAnotherTypeIsRefused(String type) throws IOException {
    RawHttp.Answer answer = http.post("/graphql", ECHO, "content-type: " + type);
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body()).contains("UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\""})
  void aJsonBodyMaySayThatItIsUtf8(String type) throws IOException {
    assertThat(http.post("/graphql", ECHO, "content-type: " + type).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"{ echo }\"", "{}", "{\"query\":7}", "{\"query\":\"{ echo }\",\"variables\":[]}",
    "{\"query\":\"{ echo }\",\"operationName\":{}}", "{\"query\":\"{ echo }\",\"extensions\":1}", "{\"query\":\"{ echo }\"} {}"})
  void whatIsNoRequestIsRefusedInEveryType(String body) throws IOException {
    for (String accept : List.of("application/json", "application/graphql-response+json")) {
      RawHttp.Answer answer = http.post("/graphql", body, "accept: " + accept);
      assertThat(answer.status()).as(accept).isEqualTo(400);
      assertThat(answer.body()).contains("\"code\":\"USAGE\"").doesNotContain("\"data\"");
    }
  }

  @Test
  void absentPartsMayBeNull() throws IOException {
    String body = "{\"query\":\"{ echo }\",\"variables\":null,\"operationName\":null,\"extensions\":null}";
    assertThat(http.post("/graphql", body).status()).isEqualTo(200);
  }

  @Test
  void anInvalidDocumentIs400ForNewClientsAnd200ForOldOnes() throws IOException {
    String body = "{\"query\":\"{ nothing }\"}";
    assertThat(http.post("/graphql", body, "accept: application/graphql-response+json").status()).isEqualTo(400);
    assertThat(http.post("/graphql", body, "accept: application/json").status()).isEqualTo(200);
  }

  @Test
  void aFieldThatFailsLeavesTheRestAnswered() throws IOException {
    RawHttp.Answer answer =
        http.post("/graphql", "{\"query\":\"{ echo refuse }\"}", "accept: application/graphql-response+json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"echo\":\"\"").contains("UNKNOWN_ID");
  }

  @Test
  void aQuestionMayComeByGet() throws IOException {
    RawHttp.Answer answer = http.get("/graphql?query=query(%24t%3AString)%7Becho(text%3A%24t)%7D&variables=%7B%22t%22%3A%22hello%22%7D");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(HELLO);
  }

  @Test
  void aMutationNeverRunsByGet() throws IOException {
    int before = PROBE.count();
    for (String accept : List.of("application/json", "application/graphql-response+json")) {
      RawHttp.Answer answer = http.get("/graphql?query=mutation%7Bcount%7D", "accept: " + accept, "x-drawbridge-token: " + token());
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.headers()).containsEntry("allow", "POST");
    }
    assertThat(PROBE.count()).isEqualTo(before);
  }

  @Test
  void aMutationNeedsTheTokenThatThePageReceived() throws IOException {
    int before = PROBE.count();
    assertThat(http.post("/graphql", "{\"query\":\"mutation { count }\"}").status()).isEqualTo(403);
    assertThat(http.post("/graphql", "{\"query\":\"mutation { count }\"}", "x-drawbridge-token: 00").status()).isEqualTo(403);
    assertThat(PROBE.count()).isEqualTo(before);
    assertThat(http.post("/graphql", "{\"query\":\"mutation { count }\"}", "x-drawbridge-token: " + token()).status()).isEqualTo(200);
    assertThat(PROBE.count()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
  void otherMethodsAreRefused(String method) throws IOException {
    assertThat(http.send(method, "/graphql", "").status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "169.254.169.254", ""})
  void aRequestThatCallsTheServerByAnotherNameIsRefused(String host) throws IOException {
    for (String path : List.of("/graphql?query=%7Becho%7D", "/", "/graphql/schema.graphql")) {
      assertThat(http.get(path, "host: " + host).status()).as(path).isIn(400, 403);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:9999", "127.0.0.1:80", "[::1]:8080"})
  void theLoopbackNamesAreItsOwnWhateverPortIsPublished(String host) throws IOException {
    assertThat(http.get("/graphql?query=%7Becho%7D", "host: " + host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://localhost:3000", "http://127.0.0.1", "file://"})
  void aRequestFromAnotherOriginIsRefused(String origin) throws IOException {
    RawHttp.Answer answer = http.post("/graphql", ECHO, "origin: " + origin);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void ourOwnPageMayAsk() throws IOException {
    String origin = "origin: http://127.0.0.1:" + server.port();
    assertThat(http.post("/graphql", ECHO, origin, "sec-fetch-site: same-origin").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void anotherSiteCannotMakeABrowserAskByGet(String site) throws IOException {
    assertThat(http.get("/graphql?query=%7Becho%7D", "sec-fetch-site: " + site, "sec-fetch-mode: no-cors").status()).isEqualTo(403);
    assertThat(http.get("/graphql?query=%7Becho%7D", "sec-fetch-site: " + site, "sec-fetch-mode: navigate").status()).isEqualTo(403);
    assertThat(http.get("/", "sec-fetch-site: " + site, "sec-fetch-mode: navigate").status()).isEqualTo(200);
    assertThat(http.get("/assets/page-1a2b3c.js", "sec-fetch-site: " + site, "sec-fetch-mode: no-cors").status()).isEqualTo(403);
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() throws IOException {
    String long_ = "{\"query\":\"{ echo } #" + "x".repeat(5_000) + "\"}";
    RawHttp.Answer answer = http.post("/graphql", long_);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("LIMIT_EXCEEDED");
  }

  @Test
  void everyResponseCarriesTheSecurityHeaders() throws IOException {
    for (RawHttp.Answer answer : List.of(http.get("/"), http.get("/nothing"), http.post("/graphql", ECHO), http.get("/", "host: evil.example"))) {
      assertThat(answer.headers())
          .containsEntry("x-content-type-options", "nosniff")
          .containsEntry("x-frame-options", "DENY")
          .containsEntry("referrer-policy", "no-referrer")
          .containsEntry("cache-control", "no-store");
      assertThat(answer.headers().get("content-security-policy")).contains("script-src 'self';").contains("frame-ancestors 'none'");
    }
  }

  @Test
  void thePageReceivesTheTokenAndItsFilesMayBeKept() throws IOException {
    assertThat(token()).hasSize(64);
    RawHttp.Answer script = http.get("/assets/page-1a2b3c.js");
    assertThat(script.body()).contains("probe");
    assertThat(script.headers()).containsEntry("content-type", "text/javascript; charset=utf-8");
    assertThat(script.headers().get("cache-control")).contains("immutable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/index.html", "/../pom.xml", "/assets/../../graphql/probe.graphqls", "/assets/%2e%2e/index.html", "/assets/",
    "/graphql/probe.graphqls", "/assets/page-1a2b3c.js.map", "/assets//etc/passwd"})
  void nothingButThePagesAndTheirFilesIsServed(String path) throws IOException {
    assertThat(http.get(path).status()).isEqualTo(404);
  }

  @Test
  void theSchemaIsServedAsText() throws IOException {
    RawHttp.Answer answer = http.get("/graphql/schema.graphql");
    assertThat(answer.headers()).containsEntry("content-type", "text/plain; charset=utf-8");
    assertThat(answer.body()).contains("type Query").contains("echo(");
  }

  @Test
  void theHealthCheckNeedsNoNameAndTellsNothing() throws IOException {
    RawHttp.Answer answer = http.get("/health", "host: 10.0.0.7");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"UP\"").contains("\"snapshot\":false");
  }

  @Test
  void aFullQueueIsSaidAtOnce() throws Exception {
    String slow = "{\"query\":\"{ echo(wait: \\\"PT0.5S\\\") }\"}";
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> statuses = new ArrayList<>();
      for (int i = 0; i < SEARCHERS + WAITING + 3; i++) {
        statuses.add(clients.submit(() -> http.post("/graphql", slow).status()));
      }
      List<Integer> seen = new ArrayList<>();
      for (Future<Integer> status : statuses) {
        seen.add(status.get());
      }
      assertThat(seen).containsOnly(200, 503);
      assertThat(seen.stream().filter(status -> status == 503)).hasSize(3);
    }
  }

  @Test
  void aPortInUseIsToldWithWhatToDo() {
    var second = new GraphQlService(List.of(new ProbeModule()), Optional::empty, Limits.DEFAULT);
    assertThatThrownBy(() -> HttpApi.start(settings(server.port()), second))
        .isInstanceOfSatisfying(DrawbridgeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PORT_IN_USE))
        .hasMessage("`127.0.0.1:" + server.port() + "` is in use: stop what listens there, or choose another port with `--port`");
  }

  @Test
  void anAddressOfAnotherMachineIsAUsageError() {
    var second = new GraphQlService(List.of(new ProbeModule()), Optional::empty, Limits.DEFAULT);
    ServerSettings elsewhere = settings(0).boundTo("192.0.2.1", List.of());
    assertThatThrownBy(() -> HttpApi.start(elsewhere, second))
        .isInstanceOfSatisfying(DrawbridgeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
  }

  @Test
  void byDefaultOnlyThisMachineIsAnswered() {
    assertThat(ServerSettings.loopback(8080).host()).isEqualTo("127.0.0.1");
    assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port() + "/");
  }

  private static ServerSettings settings(int port) {
    return new ServerSettings("127.0.0.1", port, List.of("127.0.0.1", "localhost", "[::1]"), SEARCHERS, WAITING, 4_096);
  }

  private static String token() throws IOException {
    String page = http.get("/").body();
    int start = page.indexOf("content=\"") + "content=\"".length();
    return page.substring(start, page.indexOf('"', start));
  }
}
