package io.drawbridge.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the JMH benchmarks with JMH's own options and prints, after JMH's table, each as a multiple of its yardstick in the same run: the
 * evaluator that looks at every statement.
 */
public final class Benchmarks {

  private static final String YARDSTICK = "plainEvaluator";

  private Benchmarks() {}

  /** Takes the options of JMH: {@code -p account=1000,20000 DecisionsPerSecond}. */
  public static void main(String[] options) throws RunnerException, CommandLineOptionException {
    print(new Runner(new CommandLineOptions(options)).run());
  }

  private static void print(Collection<RunResult> results) {
    Map<String, Double> yardsticks = new HashMap<>();
    for (RunResult result : results) {
      if (name(result).endsWith("." + YARDSTICK)) {
        yardsticks.put(run(result), result.getPrimaryResult().getScore());
      }
    }
    for (RunResult result : results) {
      Double yardstick = yardsticks.get(run(result));
      if (yardstick != null) {
        double score = result.getPrimaryResult().getScore();
        double faster = result.getParams().getMode() == Mode.SingleShotTime ? yardstick / score : score / yardstick;
        System.out.println(String.format(Locale.ROOT, "%-60s %-40s %.1f times as fast as %s", name(result), account(result), faster, YARDSTICK));
      }
    }
  }

  /** What a yardstick and the others of its kind have in common. */
  private static String run(RunResult result) {
    return name(result).substring(0, name(result).lastIndexOf('.')) + " " + account(result);
  }

  private static String name(RunResult result) {
    return result.getParams().getBenchmark();
  }

  private static String account(RunResult result) {
    BenchmarkParams params = result.getParams();
    return params.getParamsKeys().contains("account") ? params.getParam("account") : "";
  }
}
