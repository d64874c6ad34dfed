package io.drawbridge.collect;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Collects the files below the inputs for {@link InputTree}. */
final class InputWalk {

  private final InputLimits limits;
  private final List<InputFile> files = new ArrayList<>();
  private final List<FileReport> refused = new ArrayList<>();
  private final List<ZipFile> archives = new ArrayList<>();
  private boolean full;

  InputWalk(InputLimits limits) {
    this.limits = limits;
  }

  InputTree finish() {
    return new InputTree(files, refused, archives);
  }

  void add(Path input) {
    try {
      if (Files.isDirectory(input)) {
        Files.walkFileTree(input, new FolderVisitor());
      } else if (Files.isRegularFile(input)) {
        addFile(input, Files.readAttributes(input, BasicFileAttributes.class), true);
      } else {
        String why = Files.exists(input) ? "is neither a file nor a folder" : "does not exist: check the path";
        refused.add(FileReport.malformed(input.toString(), why));
      }
    } catch (IOException | RuntimeException failed) {
      refused.add(FileReport.malformed(input.toString(), unreadable(failed)));
    }
  }

  private void addFile(Path path, BasicFileAttributes attributes, boolean named) {
    if (full) {
      return;
    }
    if (isArchive(path)) {
      addArchive(path);
      return;
    }
    if (files.size() >= limits.files()) {
      full = true;
      refused.add(FileReport.malformed(path.toString(),
          "this and all later files were left out: more than " + limits.files() + " files: import part by part"));
      return;
    }
    files.add(new InputFile(path.toString(), segments(path), attributes.size(), attributes.lastModifiedTime().toInstant(), named, limits,
        () -> Files.newInputStream(path)));
  }

  private void addArchive(Path path) {
    try {
      ZipFile archive = new ZipFile(path.toFile());
      archives.add(archive);
      ArchiveEntries entries = new ArchiveEntries(path.toString(), segments(path), archive, limits);
      if (entries.refusal().isPresent()) {
        refused.add(FileReport.malformed(path.toString(), entries.refusal().get()));
        return;
      }
      files.addAll(entries.files());
      refused.addAll(entries.refused());
    } catch (IOException | RuntimeException broken) {
      refused.add(FileReport.malformed(path.toString(), "is not a readable zip archive: make it again"));
    }
  }

  private static boolean isArchive(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private static List<String> segments(Path path) {
    List<String> segments = new ArrayList<>();
    path.toAbsolutePath().normalize().forEach(part -> segments.add(part.toString()));
    return segments;
  }

  private static String unreadable(Exception failed) {
    return failed instanceof AccessDeniedException ? "cannot be read: permission denied" : "cannot be read";
  }

  /** Takes regular files; links and devices are reported, so that no loop and no pipe can hold an import up. */
  private final class FolderVisitor extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return full ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        addFile(file, attributes, false);
      } else {
        refused.add(FileReport.skipped(file.toString(), attributes.isSymbolicLink() ? "a symbolic link" : "not a regular file"));
      }
      return full ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) {
      refused.add(FileReport.malformed(file.toString(), unreadable(failed)));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) {
      if (failed != null) {
        refused.add(FileReport.malformed(folder.toString(), unreadable(failed)));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
