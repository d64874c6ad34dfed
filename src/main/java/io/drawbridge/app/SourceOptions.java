package io.drawbridge.app;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.collect.bundle.BundleStore;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.ImageBuilder;
import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.PublishedImages;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a question gets its estate from: files that are analysed in memory, or what was imported before. */
final class SourceOptions {

  @Mixin private FileOptions files = new FileOptions();

  @Option(names = "--bundle", paramLabel = "PATH", description = "bundle, folder, archive or file to analyse in memory; repeatable")
  private List<Path> bundles = new ArrayList<>();

  @Option(names = "--data", paramLabel = "DIR", description = "data directory to answer from, when no --bundle is given (default: ./data)")
  private @Nullable Path data;

  @Option(names = "--marks", paramLabel = "FILE", description = "entry points and crown jewels by the user: {\"marks\":[{\"id\",\"role\",\"owner\",\"reason\"}]}; repeatable")
  private List<Path> marks = new ArrayList<>();

  @Option(names = "--strict-coverage", description = "exit with 3 when anything that rules want was not read")
  private boolean strictCoverage;

  /**
   * Opens the estate; files that need attention are named in {@code messages}.
   *
   * @throws DrawbridgeException when there is nothing to answer from
   */
  OpenedEstate open(PrintWriter messages) {
    return bundles().isEmpty() ? StatedMarkFiles.over(stored(folder()), StatedMarkFiles.of(new DataDirectory(folder()), marks), messages)
        : StatedMarkFiles.over(analysed(messages), StatedMarkFiles.of(marks), messages);
  }

  /**
   * Opens what was read itself, for questions that the graph does not answer.
   *
   * @throws DrawbridgeException when there is nothing to answer from
   */
  OpenedInventory openInventory(PrintWriter messages) {
    if (bundles().isEmpty() && !Files.isDirectory(new DataDirectory(folder()).bundles())) {
      throw new DrawbridgeException(ErrorCode.NEEDS_INVENTORY,
          "`" + folder() + "` holds no bundles: run `drawbridge import PATH --data " + folder() + "`, or name files with --bundle");
    }
    ImportResult documents = bundles().isEmpty() ? new BundleStore(new DataDirectory(folder()).bundles()).union()
        : FileOptions.read(bundles(), files.options(), messages);
    ReadEstate read = ReadEstate.of(documents);
    return new OpenedInventory(read.estate(), InputVerdict.of(documents.report(), read.malformed(), messages));
  }

  private List<Path> bundles() {
    if (!bundles.isEmpty() && data != null) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`--bundle` and `--data` exclude each other: name one of them");
    }
    return bundles;
  }

  private Path folder() {
    return data == null ? Path.of("data") : data;
  }

  private OpenedEstate analysed(PrintWriter messages) {
    ImportResult documents = FileOptions.read(bundles, files.options(), messages);
    Assembly assembly = Assembly.of(documents, Instant.now());
    Image image = ImageBuilder.of(assembly.graph(), SnapshotId.IN_MEMORY, assembly.completeness());
    return new OpenedEstate(image, InputVerdict.of(documents.report(), assembly.malformed(), messages).or(strict(image)));
  }

  private OpenedEstate stored(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw nothingPublished(folder);
    }
    Image image = new PublishedImages(new DataDirectory(folder)).current().orElseThrow(() -> nothingPublished(folder));
    return new OpenedEstate(image, strict(image));
  }

  private static DrawbridgeException nothingPublished(Path folder) {
    return new DrawbridgeException(ErrorCode.NO_SNAPSHOT,
        "nothing was published in `" + folder + "`: run `drawbridge import PATH --data " + folder + "`, or name files with --bundle");
  }

  private ExitCode strict(Image image) {
    return strictCoverage && !image.completeness().gaps().isEmpty() ? ExitCode.COVERAGE : ExitCode.OK;
  }
}
