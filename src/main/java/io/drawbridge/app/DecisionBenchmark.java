package io.drawbridge.app;

import java.util.List;
import java.util.function.IntConsumer;

/** Decisions per second over a stream of requests, on one core. */
final class DecisionBenchmark {

  private static final int ROUNDS = 5;

  private DecisionBenchmark() {}

  /**
   * What one way of deciding does.
   *
   * @param cold decisions per second of the first round over the requests
   * @param warm of the best of the others
   */
  record Speed(String name, double cold, double warm) {}

  /** The plain evaluator first: the yardstick. */
  static List<Speed> run(DecisionStream stream) {
    return List.of(
        measured("plain evaluator", stream.size(), stream::plainly),
        measured("index by action", stream.size(), stream::byIndex),
        measured("ruling with evidence", stream.size(), stream::withEvidence));
  }

  /** The same of a tenant of Azure. */
  static List<Speed> run(AzureDecisionStream stream) {
    return List.of(measured("plain evaluator", stream.size(), stream::plainly), measured("ruling with evidence", stream.size(), stream::withEvidence));
  }

  private static Speed measured(String name, int requests, IntConsumer decide) {
    double cold = 0;
    double warm = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < requests; i++) {
        decide.accept(i);
      }
      double perSecond = requests * 1e9 / (System.nanoTime() - start);
      cold = round == 0 ? perSecond : cold;
      warm = round == 0 ? warm : Math.max(warm, perSecond);
    }
    return new Speed(name, cold, warm);
  }
}
