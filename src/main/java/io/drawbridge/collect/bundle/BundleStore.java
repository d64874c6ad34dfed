package io.drawbridge.collect.bundle;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.Scope;
import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.ImportReport;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.collect.InputFile;
import io.drawbridge.collect.InputLimits;
import io.drawbridge.collect.InputTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The bundles of a data directory, one folder per scope and one bundle per content: {@code <scope>/<hash>/}.
 *
 * <p>Nothing is ever changed or replaced: what is current is the {@link Union} of all. The folders are named by content, so that
 * adding the same again changes nothing, and the order of adding does not matter.
 */
public final class BundleStore {

  private static final String TEMPORARY = ".tmp-";

  private final Path folder;
  private final InputLimits limits;

  public BundleStore(Path folder) {
    this(folder, InputLimits.ofThisMachine());
  }

  BundleStore(Path folder, InputLimits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /** Keeps what an import held, split by scope. */
  public void add(ImportResult result) {
    Manifest whole = BundleWriter.describe(result);
    TreeSet<Scope> scopes = new TreeSet<>();
    result.coverage().forEach(entry -> scopes.add(entry.scope()));
    result.documents().forEach(document -> scopes.add(document.scope()));
    for (Scope scope : scopes) {
      keep(scope, of(scope, result), whole);
    }
  }

  /** The latest of every scope and operation; a bundle that is damaged is in the report and left out. */
  public ImportResult union() {
    List<StoredBundle> bundles = new ArrayList<>();
    List<FileReport> damaged = new ArrayList<>();
    for (Path path : paths()) {
      read(path, bundles, damaged);
    }
    ImportResult union = new Union(bundles).result();
    return new ImportResult(union.documents(), union.coverage(), union.gaps(), new ImportReport(damaged));
  }

  private static ImportResult of(Scope scope, ImportResult result) {
    return new ImportResult(result.documents().stream().filter(document -> document.scope().equals(scope)).toList(),
        result.coverage().stream().filter(entry -> entry.scope().equals(scope)).toList(),
        result.gaps().stream().filter(gap -> gap.scope().equals(scope)).toList(), new ImportReport(List.of()));
  }

  private void keep(Scope scope, ImportResult part, Manifest whole) {
    try {
      Path scopeFolder = Files.createDirectories(folder.resolve(name(scope)));
      Path temporary = Files.createTempDirectory(scopeFolder, TEMPORARY);
      try {
        Manifest described = new Manifest(whole.importId(), whole.within(), part.coverage(), part.gaps(), List.of());
        BundleWriter.writeFolder(part, described, temporary);
        Path bundle = scopeFolder.resolve(hash(temporary));
        if (!Files.exists(bundle)) {
          BundleWriter.moveInto(temporary, bundle);
        }
      } finally {
        BundleWriter.delete(temporary);
      }
    } catch (IOException failed) {
      throw unusable("written", failed);
    }
  }

  /** The manifest has the checksums of all other files, so that its own names the whole. */
  private static String hash(Path bundle) throws IOException {
    return HexFormat.of().formatHex(BundleWriter.sha256().digest(Files.readAllBytes(bundle.resolve(Manifest.NAME))));
  }

  private List<Path> paths() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> scopes = Files.list(folder)) {
      for (Path scope : scopes.filter(Files::isDirectory).sorted().toList()) {
        try (Stream<Path> bundles = Files.list(scope)) {
          paths.addAll(bundles.filter(path -> Files.isDirectory(path) && !path.getFileName().toString().startsWith(TEMPORARY)).sorted().toList());
        }
      }
      return paths;
    } catch (IOException | UncheckedIOException failed) {
      throw unusable("read", failed);
    }
  }

  private void read(Path path, List<StoredBundle> bundles, List<FileReport> damaged) {
    BundleReader reader = new BundleReader(limits, Optional.empty());
    try (InputTree tree = InputTree.walk(List.of(path), limits)) {
      Optional<InputFile> manifest = tree.files().stream().filter(file -> file.display().equals(path.resolve(Manifest.NAME).toString())).findFirst();
      Optional<Manifest> described = manifest.flatMap(reader::manifest);
      boolean whole = manifest.isPresent() && described.isPresent() && hash(path).equals(path.getFileName().toString());
      if (!whole) {
        damaged.add(FileReport.malformed(path.toString(), "is a damaged bundle: it is left out; import its files again"));
        return;
      }
      ImportResult result = reader.read(manifest.orElseThrow(), tree.files()).orElseThrow();
      if (result.report().count(FileReport.Outcome.MALFORMED) > 0) {
        damaged.addAll(result.report().files());
        return;
      }
      bundles.add(new StoredBundle(path.getFileName().toString(), described.orElseThrow(), result.documents()));
    } catch (IOException failed) {
      damaged.add(FileReport.malformed(path.toString(), "is a bundle that cannot be read: it is left out"));
    }
  }

  /** A folder name for a scope: what a file system may not like is written as its code. */
  private static String name(Scope scope) {
    StringBuilder name = new StringBuilder(scope.cloud().name().toLowerCase(Locale.ROOT)).append('-');
    scope.id().chars().forEach(one -> {
      boolean plain = (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || one == '-' || one == '.';
      name.append(plain ? Character.toString(one) : one == '/' ? "~" : "%%%04x".formatted(one));
    });
    return name.toString();
  }

  private DrawbridgeException unusable(String doing, Exception failed) {
    String why = failed instanceof FileSystemException reason && reason.getReason() != null ? " (" + reason.getReason() + ")" : "";
    return new DrawbridgeException(ErrorCode.BACKEND_UNAVAILABLE, "bundles in `" + folder + "` cannot be " + doing + why
        + ": check permissions and free space", failed);
  }
}
