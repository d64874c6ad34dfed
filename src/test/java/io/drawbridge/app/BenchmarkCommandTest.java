package io.drawbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The benchmark makes its own accounts, always the same ones, and prints a table with its yardstick. */
class BenchmarkCommandTest {

  @Test
  void anAccountIsTheSameForTheSameSeed() {
    assertThat(SyntheticAccount.of(50, 7)).isEqualTo(SyntheticAccount.of(50, 7)).isNotEqualTo(SyntheticAccount.of(50, 8));
    assertThat(SyntheticAccount.of(50, 7).path("RoleDetailList")).hasSize(50);
  }

  @Test
  void printsEveryWayOfDecidingForEverySize() {
    var out = new StringWriter();
    int exit = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(new StringWriter())).execute("benchmark", "--roles", "20,40");
    assertThat(exit).isZero();
    assertThat(out.toString()).contains("20 roles", "40 roles", "plain evaluator", "index by action", "ruling with evidence");
    assertThat(out.toString().lines().filter(line -> line.startsWith("40 roles"))).hasSize(4);
  }
}
