package io.drawbridge.collect.bundle;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.Cloud;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes what an import held as a bundle: one file of lines per operation and a manifest with their checksums, as a folder or as a
 * zip archive.
 *
 * <p>The bytes depend on the content alone, not on when or where they are written. A bundle appears under its name at once and
 * whole, or not at all.
 */
public final class BundleWriter {

  private static final ObjectMapper MAPPER = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
  private static final String OPERATIONS = "operations/";
  private static final String LINES = ".ndjson";

  /** Zip entries carry this moment, the earliest that the format knows, so that time does not change the bytes. */
  private static final long NO_TIME = 315_532_800_000L;

  /** Opens the files of a bundle one after the other. */
  @FunctionalInterface
  interface Target {
    OutputStream open(String path) throws IOException;
  }

  private BundleWriter() {}

  /** Writes a zip archive when the name ends so, else a folder, which must not be there yet. */
  public static void write(ImportResult result, Path bundle) throws IOException {
    Path parent = bundle.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Manifest described = describe(result);
    if (bundle.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
      writeZip(result, described, bundle);
    } else {
      Path temporary = temporary(bundle);
      try {
        writeFolder(result, described, temporary);
        moveInto(temporary, bundle);
      } finally {
        delete(temporary);
      }
    }
  }

  /** Says what an import held: everything but the files. */
  static Manifest describe(ImportResult result) {
    List<String> within = result.coverage().stream()
        .filter(entry -> entry.scope().cloud() == Cloud.ENTRA && entry.operation().service().equals("arm") && entry.status() == CoverageStatus.COMPLETE)
        .map(entry -> entry.scope().id())
        .distinct()
        .toList();
    return new Manifest(importId(result), within.size() == 1 ? within : List.of(), result.coverage(), result.gaps(), List.of());
  }

  static Manifest writeFolder(ImportResult result, Manifest described, Path folder) throws IOException {
    return write(result, described, path -> {
      Path file = folder.resolve(path);
      Files.createDirectories(file.resolve("..").normalize());
      return Files.newOutputStream(file);
    });
  }

  private static void writeZip(ImportResult result, Manifest described, Path bundle) throws IOException {
    Path temporary = temporary(bundle);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(temporary))) {
      write(result, described, path -> {
        ZipEntry entry = new ZipEntry(path);
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
        return new EntryStream(zip);
      });
    }
    Files.move(temporary, bundle, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  static void delete(Path temporary) throws IOException {
    if (!Files.exists(temporary)) {
      return;
    }
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Manifest write(ImportResult result, Manifest described, Target target) throws IOException {
    Map<Operation, List<BundleJson.Line>> lines = new TreeMap<>();
    for (int i = 0; i < result.documents().size(); i++) {
      Document document = result.documents().get(i);
      lines.computeIfAbsent(document.operation(), none -> new ArrayList<>()).add(new BundleJson.Line(i, document));
    }
    List<Manifest.Part> parts = new ArrayList<>();
    for (Map.Entry<Operation, List<BundleJson.Line>> entry : lines.entrySet()) {
      parts.add(writeLines(path(entry.getKey()), entry.getValue(), target));
    }
    Manifest manifest = new Manifest(described.importId(), described.within(), described.coverage(), described.gaps(), parts);
    try (OutputStream out = target.open(Manifest.NAME)) {
      MAPPER.writer(PRETTY).writeValue(out, BundleJson.manifest(manifest, tool()));
    }
    return manifest;
  }

  private static Manifest.Part writeLines(String path, List<BundleJson.Line> lines, Target target) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(target.open(path), digest)) {
      for (BundleJson.Line line : lines) {
        MAPPER.writeValue(out, BundleJson.line(line.order(), line.document()));
        out.write('\n');
      }
    }
    return new Manifest.Part(path, lines.size(), HexFormat.of().formatHex(digest.digest()));
  }

  private static String path(Operation operation) {
    return OPERATIONS + operation.service() + "/" + operation.name().replace('/', '~') + LINES;
  }

  /** The operation of a file, by its path. */
  static Operation operation(String path) {
    String name = path.substring(OPERATIONS.length(), path.length() - LINES.length());
    int slash = name.indexOf('/');
    return new Operation(name.substring(0, slash), name.substring(slash + 1).replace('~', '/'));
  }

  static boolean isOperationPath(String path) {
    return path.startsWith(OPERATIONS) && path.endsWith(LINES) && path.indexOf('/', OPERATIONS.length()) > 0 && !path.contains("..");
  }

  /** The same for the same content, whatever scopes it will be split into. */
  private static String importId(ImportResult result) {
    MessageDigest digest = sha256();
    for (CoverageEntry entry : result.coverage()) {
      digest.update(entry.toString().getBytes(StandardCharsets.UTF_8));
    }
    for (Document document : result.documents()) {
      digest.update(BundleJson.line(0, document).toString().getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this Java has no SHA-256", impossible);
    }
  }

  private static String tool() {
    String version = BundleWriter.class.getPackage().getImplementationVersion();
    return version == null ? "drawbridge" : "drawbridge " + version;
  }

  private static Path temporary(Path bundle) {
    return bundle.resolveSibling("." + bundle.getFileName() + "." + ProcessHandle.current().pid() + "." + System.nanoTime() + ".tmp");
  }

  /** Gives a finished folder its name; whoever was faster with the same content wins. */
  static void moveInto(Path temporary, Path bundle) throws IOException {
    try {
      Files.move(temporary, bundle, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException onlyPlainly) {
      Files.move(temporary, bundle);
    }
  }

  /** One entry of an archive: closing it leaves the archive open. */
  private static final class EntryStream extends FilterOutputStream {
    private final ZipOutputStream zip;

    EntryStream(ZipOutputStream zip) {
      super(zip);
      this.zip = zip;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      zip.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      zip.closeEntry();
    }
  }
}
