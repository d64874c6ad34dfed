package io.drawbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark makes its own accounts, always the same ones, and prints a table with its yardstick. */
class BenchmarkCommandTest {

  private final StringWriter errors = new StringWriter();

  @Test
  void anAccountIsTheSameForTheSameSeed() {
    assertThat(SyntheticAccount.of(50, 7)).isEqualTo(SyntheticAccount.of(50, 7)).isNotEqualTo(SyntheticAccount.of(50, 8));
    assertThat(SyntheticAccount.of(50, 7).path("RoleDetailList")).hasSize(50);
  }

  @Test
  void aTenantIsTheSameForTheSameSeedAndWhollyRead(@TempDir Path folder) throws IOException {
    SyntheticTenant.write(200, 7, folder.resolve("one"));
    SyntheticTenant.write(200, 7, folder.resolve("same"));
    SyntheticTenant.write(200, 8, folder.resolve("other"));
    assertThat(contents(folder.resolve("one"))).isEqualTo(contents(folder.resolve("same"))).isNotEqualTo(contents(folder.resolve("other")));
    var out = new StringWriter();
    var messages = new StringWriter();
    int exit = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(messages)).execute("what-can", "user 1", "--bundle", folder.resolve("one").toString());
    assertThat(exit).as(messages.toString()).isZero();
  }

  @Test
  void measuresTenants() {
    var out = new StringWriter();
    int exit = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(new StringWriter())).execute("benchmark", "--azure-resources", "100,200");
    assertThat(exit).isZero();
    assertThat(out.toString().lines().filter(line -> line.startsWith("200 Azure resources"))).hasSize(3);
  }

  @Test
  void measuresNetworks(@TempDir Path folder) throws IOException {
    SyntheticNetwork.write(200, 7, folder.resolve("one"));
    SyntheticNetwork.write(200, 7, folder.resolve("same"));
    assertThat(contents(folder.resolve("one"))).isEqualTo(contents(folder.resolve("same")));
    var out = new StringWriter();
    int exit = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(new StringWriter())).execute("benchmark", "--network-interfaces", "2500,5000");
    assertThat(exit).isZero();
    List<String> rows = out.toString().lines().filter(line -> line.contains("network interfaces")).toList();
    assertThat(rows).hasSize(2);
    assertThat(Double.parseDouble(rows.getLast().substring(rows.getLast().lastIndexOf(' ')))).as("edges of twice as many interfaces").isBetween(1.8, 2.6);
  }

  private static SortedMap<String, String> contents(Path folder) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  void printsEveryWayOfDecidingForEverySize() {
    var out = new StringWriter();
    int exit = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(new StringWriter())).execute("benchmark", "--roles", "20,40");
    assertThat(exit).isZero();
    assertThat(out.toString()).contains("20 roles", "40 roles", "plain evaluator", "index by action", "ruling with evidence");
    assertThat(out.toString().lines().filter(line -> line.startsWith("40 roles"))).hasSize(4);
  }

  @Test
  void asksTheRequestsBesideAnAccount(@TempDir Path folder) throws IOException {
    Path account = Files.writeString(folder.resolve("account.json"), SyntheticAccount.of(20, 3).toString());
    String role = SyntheticAccount.of(20, 3).path("RoleDetailList").get(0).path("Arn").asText();
    String good = "{\"principal\":\"" + role + "\",\"action\":\"sts:AssumeRole\",\"resource\":\"" + role + "\",\"context\":{\"sts:ExternalId\":\"x\"}}\n";
    Path requests = Files.writeString(folder.resolve("account.json.req.jsonl"), good + good);
    assertThat(run("benchmark", "--bundle", account.toString())).isZero();
    Files.writeString(requests, good + "{\"principal\":\"arn:aws:iam::111122223333:role/nobody\",\"action\":\"s3:GetObject\",\"resource\":\"*\"}\n");
    assertThat(run("benchmark", "--bundle", account.toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("account.json.req.jsonl`, line 2");
  }

  private int run(String... arguments) {
    return Main.commandLine().setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(errors)).execute(arguments);
  }
}
