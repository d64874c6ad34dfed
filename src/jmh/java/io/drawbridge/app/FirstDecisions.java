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
import org.openjdk.jmh.infra.Blackhole;

/** Cold decisions: an operation is the whole stream, once, in a virtual machine that has decided nothing before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class FirstDecisions {

  private DecisionStream stream;

  @Setup
  public void read(MeasuredAccount account) throws IOException {
    stream = account.stream();
  }

  @Benchmark
  public void plainEvaluator(Blackhole sink) {
    for (int i = 0; i < stream.size(); i++) {
      sink.consume(stream.plainly(i));
    }
  }

  @Benchmark
  public void indexByAction(Blackhole sink) {
    for (int i = 0; i < stream.size(); i++) {
      sink.consume(stream.byIndex(i));
    }
  }

  @Benchmark
  public void rulingWithEvidence(Blackhole sink) {
    for (int i = 0; i < stream.size(); i++) {
      sink.consume(stream.withEvidence(i));
    }
  }
}
