package io.drawbridge.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Warm decisions about a generated tenant of Azure: an operation is one decision. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class AzureDecisionsPerSecond {

  private static final long SEED = 1;

  /** How many resources the tenant has. */
  @Param({"1000", "10000"})
  public int resources;

  private AzureDecisionStream stream;
  private int next;

  @Setup
  public void read() throws IOException {
    Path folder = Files.createTempDirectory("drawbridge-benchmark-");
    SyntheticTenant.write(resources, SEED, folder);
    var silent = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    stream = new AzureDecisionStream(ReadEstate.of(FileOptions.read(List.of(folder), new FileOptions().options(), silent)).estate(), SEED);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Benchmark
  public Object plainEvaluator() {
    return stream.plainly(next());
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
