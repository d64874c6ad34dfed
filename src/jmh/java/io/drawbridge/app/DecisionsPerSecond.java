package io.drawbridge.app;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Warm decisions: an operation is one decision, and the stream is gone through again and again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class DecisionsPerSecond {

  private DecisionStream stream;
  private int next;

  @Setup
  public void read(MeasuredAccount account) throws IOException {
    stream = account.stream();
  }

  @Benchmark
  public Object plainEvaluator() {
    return stream.plainly(next());
  }

  @Benchmark
  public Object indexByAction() {
    return stream.byIndex(next());
  }

  @Benchmark
  public Object rulingWithEvidence() {
    return stream.withEvidence(next());
  }

  private int next() {
    next = next + 1 < stream.size() ? next + 1 : 0;
    return next;
  }
}
