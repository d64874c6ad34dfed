package io.drawbridge.app;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.edge.Estate;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.ImageBuilder;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.azure.AzureRoleAssignment;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures on this machine what the documentation says of speed: from an account's file to its edges, and decisions per second.
 *
 * <p>Why a yardstick in the same run: numbers of two machines cannot be compared, ratios of one can.
 */
@Command(name = "benchmark", mixinStandardHelpOptions = true,
    description = "Measure derivation and decisions on generated accounts or on bundles, each against a yardstick of the same run.")
final class BenchmarkCommand implements Callable<Integer> {

  private static final double NANOS = 1e9;
  private static final int MEBI = 20;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private FileOptions files = new FileOptions();

  @Option(names = "--roles", paramLabel = "N", split = ",", description = "sizes of the accounts that are generated (default: ${DEFAULT-VALUE})", defaultValue = "1000,5000")
  private List<Integer> sizes = new ArrayList<>();

  @Option(names = "--azure-resources", paramLabel = "N", split = ",", description = "sizes of tenants that are generated in place of accounts, such as 25000,100000")
  private List<Integer> tenants = new ArrayList<>();

  @Option(names = "--network-interfaces", paramLabel = "N", split = ",", description = "sizes of networks that are generated in place of accounts, such as 10000,50000")
  private List<Integer> networks = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "of what is generated (default: ${DEFAULT-VALUE})", defaultValue = "1")
  private long seed;

  @Option(names = "--bundle", paramLabel = "PATH", description = "measure this in place of generated accounts, with the requests in PATH.req.jsonl if there are any; repeatable")
  private List<Path> bundles = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    check("--roles", sizes);
    check("--azure-resources", tenants);
    check("--network-interfaces", networks);
    List<Row> rows = new ArrayList<>();
    for (Path bundle : bundles) {
      rows.add(row(String.valueOf(bundle.getFileName()), bundle));
    }
    for (int size : tenants) {
      rows.add(folder(size + " Azure resources", folder -> SyntheticTenant.write(size, seed, folder)));
    }
    for (int size : networks) {
      rows.add(folder(size + " network interfaces", folder -> SyntheticNetwork.write(size, seed, folder)));
    }
    for (int size : rows.isEmpty() ? sizes : List.<Integer>of()) {
      Path file = Files.createTempFile("drawbridge-benchmark-", ".json");
      try {
        Files.writeString(file, SyntheticAccount.of(size, seed).toString());
        rows.add(row(size + " roles", file));
      } finally {
        Files.deleteIfExists(file);
      }
    }
    print(rows, spec.commandLine().getOut());
    return ExitCode.OK.number();
  }

  private static void check(String option, List<Integer> sizes) {
    for (int size : sizes) {
      if (size < 1) {
        throw new DrawbridgeException(ErrorCode.USAGE, "`" + option + " " + size + "` measures nothing: write sizes from 1, such as 1000,5000");
      }
    }
  }

  /** Writes the files of an estate. */
  @FunctionalInterface
  private interface Generator {
    void write(Path folder) throws IOException;
  }

  private Row folder(String name, Generator generator) throws IOException {
    Path folder = Files.createTempDirectory("drawbridge-benchmark-");
    try {
      generator.write(folder);
      return row(name, folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** One estate: seconds and edges from its file to an image, the heap that is in use then, and the speed of decisions. */
  private record Row(String name, double seconds, int edges, long heap, List<DecisionBenchmark.Speed> speeds) {}

  private Row row(String name, Path file) throws IOException {
    PrintWriter messages = spec.commandLine().getErr();
    long start = System.nanoTime();
    ImportResult documents = FileOptions.read(List.of(file), files.options(), messages);
    if (documents.documents().isEmpty()) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`" + file + "` holds nothing to measure: name a bundle, or files as the AWS CLI prints them");
    }
    Assembly assembly = Assembly.of(documents, Instant.now());
    Image image = ImageBuilder.of(assembly.graph(), SnapshotId.IN_MEMORY, assembly.completeness());
    double seconds = (System.nanoTime() - start) / NANOS;
    int edges = assembly.graph().edges().size();
    long heap = heapInUse(image);
    Estate estate = ReadEstate.of(documents).estate();
    return new Row(name, seconds, edges, heap, speeds(estate, file));
  }

  /** None of an estate in which nobody is granted anything, such as a network. */
  private List<DecisionBenchmark.Speed> speeds(Estate estate, Path file) throws IOException {
    if (!estate.inventory().all(IamRole.class).isEmpty()) {
      return DecisionBenchmark.run(DecisionStream.of(estate, file, seed));
    }
    return estate.inventory().all(AzureRoleAssignment.class).isEmpty() ? List.of() : DecisionBenchmark.run(new AzureDecisionStream(estate, seed));
  }

  /** Mebibytes that documents, graph and image hold on to. */
  private static long heapInUse(Image held) {
    try {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> MEBI;
    } finally {
      Reference.reachabilityFence(held);
    }
  }

  private static void print(List<Row> rows, PrintWriter out) {
    out.println("from a file to edges                 seconds      edges   heap MiB   time, edges as a multiple of the first");
    Row first = rows.getFirst();
    rows.forEach(row -> out.println(String.format(Locale.ROOT, "%-32s %11.2f %10d %10d   %.1f, %.1f", Terminal.printable(row.name), row.seconds, row.edges, row.heap,
        row.seconds / first.seconds, (double) row.edges / first.edges)));
    if (rows.stream().allMatch(row -> row.speeds.isEmpty())) {
      out.flush();
      return;
    }
    out.println();
    out.println("decisions per second, one core                                first       best   as a multiple of the plain evaluator");
    for (Row row : rows.stream().filter(one -> !one.speeds.isEmpty()).toList()) {
      double yardstick = row.speeds.getFirst().warm();
      row.speeds.forEach(speed -> out.println(String.format(Locale.ROOT, "%-32s %-22s %10.0f %10.0f   %.1f", Terminal.printable(row.name), speed.name(),
          speed.cold(), speed.warm(), speed.warm() / yardstick)));
    }
    out.flush();
  }
}
