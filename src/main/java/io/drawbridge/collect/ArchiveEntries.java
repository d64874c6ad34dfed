package io.drawbridge.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The entries of one zip archive that may be read.
 *
 * <p>What the directory declares is checked here, what really comes out is counted again while it is read. An archive that is
 * over a limit as a whole is refused as a whole; an entry with a bad name is refused alone.
 */
final class ArchiveEntries {

  private final String archiveName;
  private final List<String> archiveSegments;
  private final ZipFile archive;
  private final InputLimits limits;
  private final List<InputFile> files = new ArrayList<>();
  private final List<FileReport> refused = new ArrayList<>();
  private String refusal = "";

  ArchiveEntries(String archiveName, List<String> archiveSegments, ZipFile archive, InputLimits limits) {
    this.archiveName = archiveName;
    this.archiveSegments = archiveSegments;
    this.archive = archive;
    this.limits = limits;
    read();
  }

  /** Why the whole archive is refused, if it is. */
  Optional<String> refusal() {
    return refusal.isEmpty() ? Optional.empty() : Optional.of(refusal);
  }

  List<InputFile> files() {
    return files;
  }

  List<FileReport> refused() {
    return refused;
  }

  private void read() {
    if (archive.size() > limits.files()) {
      refusal = "has " + archive.size() + " entries, more than " + limits.files() + ": import part by part";
      return;
    }
    long total = 0;
    Enumeration<? extends ZipEntry> entries = archive.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      total += Math.max(0, entry.getSize());
      if (total > limits.totalBytes()) {
        refusal = "unpacks to more than " + (limits.totalBytes() >> 20) + " MB: import part by part";
        return;
      }
      if (grown(entry)) {
        refusal = "has an entry that unpacks to far more than its size, like a decompression bomb: unpack it yourself if it is genuine";
        return;
      }
      if (!entry.isDirectory()) {
        add(entry);
      }
    }
  }

  private boolean grown(ZipEntry entry) {
    return entry.getSize() > InputLimits.RATIO_FREE_BYTES && entry.getSize() / Math.max(1, entry.getCompressedSize()) > limits.ratio();
  }

  private void add(ZipEntry entry) {
    String name = entry.getName().replace('\\', '/');
    String display = archiveName + "!/" + name;
    List<String> parts = List.of(name.split("/"));
    if (name.startsWith("/") || parts.contains("..") || parts.isEmpty() || name.contains("\0")) {
      refused.add(FileReport.malformed(display, "has a name that leads out of its archive: it was not read"));
      return;
    }
    if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
      refused.add(FileReport.skipped(display, "an archive inside an archive: unpack it first"));
      return;
    }
    List<String> segments = new ArrayList<>(archiveSegments);
    segments.addAll(parts);
    Instant modified = entry.getTime() < 0 ? Instant.EPOCH : Instant.ofEpochMilli(entry.getTime());
    files.add(new InputFile(display, segments, entry.getSize(), modified, false, limits, () -> archive.getInputStream(entry)));
  }
}
