package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.collect.ContainerReader;
import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.ImportProgress;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.collect.InputFile;
import io.drawbridge.collect.InputTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads whatever files the user has into redacted documents: AWS CLI output, ARM, Microsoft Graph, AzureHound, and, through {@link
 * ContainerReader}, what belongs together.
 *
 * <p>Nothing is thrown for what a file holds: every file ends in the report, and one never stops the others.
 *
 * <p><b>Not modelled:</b> CSV of anything but vulnerabilities, YAML and text output; activity logs and OpenGraph are recognised and left.
 */
public final class ForeignFiles {

  private final ImportOptions options;
  private final ImportProgress progress;
  private final Hints hints = new Hints();
  private final Recogniser recogniser = new Recogniser(hints);
  private final JsonContent content;
  private final ImportAssembly assembly;
  private final List<InputFile> homeless = new ArrayList<>();
  private int done;

  private ForeignFiles(ImportOptions options, ImportProgress progress) {
    this.options = options;
    this.progress = progress;
    this.content = new JsonContent(options.limits());
    this.assembly = new ImportAssembly(options);
  }

  /** Reads files and folders, zipped or not. */
  public static ImportResult read(List<Path> inputs, ImportOptions options, ImportProgress progress) {
    return read(inputs, options, progress, List.of());
  }

  /** The same, with readers for files that belong together. */
  public static ImportResult read(List<Path> inputs, ImportOptions options, ImportProgress progress, List<ContainerReader> containers) {
    ForeignFiles files = new ForeignFiles(options, progress);
    try (InputTree tree = InputTree.walk(inputs, options.limits())) {
      tree.refused().forEach(files.assembly::report);
      files.read(files.withoutContainers(tree.files(), containers));
    } catch (IOException notClosed) {
      files.assembly.report(FileReport.skipped("the inputs", "an archive could not be closed"));
    }
    return files.assembly.finish();
  }

  /** Hands whole containers to their readers; what is left is read file by file. */
  private List<InputFile> withoutContainers(List<InputFile> files, List<ContainerReader> containers) {
    Set<InputFile> taken = new HashSet<>();
    for (ContainerReader container : containers) {
      for (InputFile manifest : files.stream().filter(container::isManifest).toList()) {
        List<String> folder = manifest.segments().subList(0, manifest.segments().size() - 1);
        List<InputFile> within = files.stream().filter(file -> !taken.contains(file) && isBelow(file, folder)).toList();
        Optional<ImportResult> read = taken.contains(manifest) ? Optional.empty() : container.read(manifest, within);
        read.ifPresent(result -> {
          assembly.add(result);
          taken.addAll(within);
        });
      }
    }
    done = taken.size();
    return files.stream().filter(file -> !taken.contains(file)).toList();
  }

  private static boolean isBelow(InputFile file, List<String> folder) {
    return file.segments().size() > folder.size() && file.segments().subList(0, folder.size()).equals(folder);
  }

  /** Callers' identities come first, since they say whose the files around them are; then each file, and again what found no home. */
  private void read(List<InputFile> files) {
    int total = done + files.size();
    List<InputFile> ordered = files.stream().sorted(Comparator.comparing((InputFile file) -> !file.name().contains("get-caller-identity"))).toList();
    for (InputFile file : ordered) {
      read(file, false);
      done++;
      progress.advanced(done, total, content.bytesRead());
    }
    hints.settle();
    List.copyOf(homeless).forEach(file -> read(file, true));
  }

  private void read(InputFile file, boolean lastTime) {
    if (FlawTables.isNamedSo(file.name())) {
      table(file);
      return;
    }
    Optional<FileName> name = name(file);
    if (name.isEmpty()) {
      assembly.report(FileReport.skipped(file.display(), "not a JSON file"));
      return;
    }
    try {
      readValues(file, name.get(), content.read(file), lastTime);
    } catch (JsonContent.UnreadableException unreadable) {
      assembly.report(FileReport.malformed(file.display(), unreadable.where()));
    } catch (RuntimeException unexpected) {
      assembly.report(FileReport.malformed(file.display(),
          "has an unexpected form (" + unexpected.getClass().getSimpleName() + "): please report its shape"));
    }
  }

  private void table(InputFile file) {
    try {
      Optional<JsonNode> body = FlawTables.read(content.lines(file));
      if (body.isPresent()) {
        readValues(file, FileName.of(file.segments()), List.of(body.get()), true);
      } else {
        assembly.report(FileReport.skipped(file.display(), "a table whose first line names neither `resource,cve,severity` nor `cve,epss`"));
      }
    } catch (JsonContent.UnreadableException unreadable) {
      assembly.report(FileReport.malformed(file.display(), unreadable.where()));
    }
  }

  private void readValues(InputFile file, FileName name, List<JsonNode> values, boolean lastTime) {
    Places places = Places.of(options, name.folders());
    List<Found> found = new ArrayList<>();
    String note = "";
    for (int i = 0; i < values.size(); i++) {
      String where = values.size() == 1 ? "" : "value " + (i + 1) + " of " + values.size() + " ";
      Reading reading = recogniser.read(name, places, values.get(i));
      switch (reading) {
        case Reading.Recognised recognised -> {
          found.addAll(recognised.found());
          note = recognised.note();
        }
        case Reading.Homeless nobody when !lastTime -> {
          homeless.add(file);
          return;
        }
        default -> {
          assembly.report(report(file.display(), where, reading));
          return;
        }
      }
    }
    assembly.add(file, found, note);
  }

  private static FileReport report(String file, String where, Reading reading) {
    return switch (reading) {
      case Reading.Skipped skipped -> FileReport.skipped(file, skipped.why());
      case Reading.Ambiguous ambiguous -> FileReport.ambiguous(file, where + ambiguous.why());
      case Reading.Homeless nobody -> FileReport.ambiguous(file, where + nobody.why());
      case Reading.Malformed malformed -> FileReport.malformed(file, where + malformed.where());
      case Reading.Recognised recognised -> throw new IllegalArgumentException("a recognised file has its own report");
    };
  }

  /** What a file's name says; empty when it is no JSON file by its name. */
  private static Optional<FileName> name(InputFile file) {
    List<String> segments = file.segments();
    for (int folder = segments.size() - 2; folder >= 0 && folder >= segments.size() - 4; folder--) {
      if (segments.get(folder).contains("-") && !AwsOperations.named(segments.get(folder)).isEmpty()) {
        return Optional.of(FileName.inOperationFolder(segments, folder));
      }
    }
    return FileName.hasKnownEnding(file.name()) || file.named() ? Optional.of(FileName.of(segments)) : Optional.empty();
  }
}
