package io.drawbridge.app;

import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.collect.InputLimits;
import io.drawbridge.collect.bundle.BundleReader;
import io.drawbridge.collect.foreign.ForeignFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What the user says about files that do not say it themselves. */
final class FileOptions {

  @Option(names = "--account", paramLabel = "ID", description = "AWS account of files that name none")
  private String account = "";

  @Option(names = "--region", paramLabel = "REGION", description = "AWS region of files that name none")
  private String region = "";

  @Option(names = "--tenant", paramLabel = "GUID", description = "Entra tenant of files that name none")
  private String tenant = "";

  /** The options of files that are analysed in memory. */
  ImportOptions options() {
    return new ImportOptions(account, region, tenant, InputLimits.ofThisMachine());
  }

  /** Reads files, drawing progress on a terminal. */
  static ImportResult read(List<Path> paths, ImportOptions options, PrintWriter messages) {
    try (var progress = ImportBar.on(messages)) {
      return ForeignFiles.read(paths, options, progress, List.of(new BundleReader(options)));
    }
  }
}
