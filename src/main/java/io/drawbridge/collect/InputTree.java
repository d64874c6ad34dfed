package io.drawbridge.collect;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * Every file below the inputs, in order of path, and a report for whatever could not be opened; archives stay open until closed.
 *
 * <p>Nothing is unpacked to disk: an entry's name is only read, never used as a path.
 */
public final class InputTree implements Closeable {

  private final List<InputFile> files;
  private final List<FileReport> refused;
  private final List<ZipFile> archives;

  InputTree(List<InputFile> files, List<FileReport> refused, List<ZipFile> archives) {
    this.files = files.stream().sorted(Comparator.comparing(InputFile::display)).toList();
    this.refused = List.copyOf(refused);
    this.archives = List.copyOf(archives);
  }

  /** Walks folders and archives; a fault in one input never stops the others. */
  public static InputTree walk(List<Path> inputs, InputLimits limits) {
    InputWalk walk = new InputWalk(limits);
    inputs.stream().distinct().forEach(walk::add);
    return walk.finish();
  }

  public List<InputFile> files() {
    return files;
  }

  public List<FileReport> refused() {
    return refused;
  }

  @Override
  public void close() throws IOException {
    List<IOException> failures = new ArrayList<>();
    for (ZipFile archive : archives) {
      try {
        archive.close();
      } catch (IOException failed) {
        failures.add(failed);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }
}
