package io.drawbridge.collect.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.collect.ContainerReader;
import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.ImportReport;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.collect.InputFile;
import io.drawbridge.collect.InputLimits;
import io.drawbridge.collect.Redaction;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads bundles, each whole or not at all: a file that is missing, changed or cut off refuses its bundle and no other.
 *
 * <p>What it reads goes through the redaction again, since somebody else may have made it.
 */
public final class BundleReader implements ContainerReader {

  private static final int AROUND_A_BODY = 8;

  private final InputLimits limits;
  private final Optional<Redaction> redaction;
  private final ObjectMapper mapper;

  /** A bundle whose bytes are not what its manifest says. */
  private static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String how;

    DamagedException(String how) {
      super(how);
      this.how = how;
    }
  }

  public BundleReader(ImportOptions options) {
    this(options.limits(), Optional.of(new Redaction(options.joinKey())));
  }

  /** A reader of what was redacted when it was written. */
  BundleReader(InputLimits limits, Optional<Redaction> redaction) {
    this.limits = limits;
    this.redaction = redaction;
    StreamReadConstraints constraints = StreamReadConstraints.builder().maxNestingDepth(limits.depth() + AROUND_A_BODY)
        .maxStringLength((int) Math.min(Integer.MAX_VALUE, limits.fileBytes())).maxNameLength(1 << 16).build();
    mapper = new ObjectMapper(JsonFactory.builder().streamReadConstraints(constraints).disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build());
  }

  @Override
  public boolean isManifest(InputFile file) {
    return file.name().equals(Manifest.NAME);
  }

  @Override
  public Optional<ImportResult> read(InputFile manifestFile, List<InputFile> files) {
    Optional<JsonNode> json = json(manifestFile);
    if (json.isEmpty() || !json.get().path("format").asText("").equals(Manifest.FORMAT)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(manifestFile, manifest(json.get()), files));
    } catch (DamagedException damaged) {
      return Optional.of(refused(manifestFile, damaged.how));
    }
  }

  /** The manifest of a file that is one; empty for another tool's and for what is no JSON. */
  Optional<Manifest> manifest(InputFile file) {
    try {
      Optional<JsonNode> json = json(file);
      return json.isPresent() ? Optional.of(manifest(json.get())) : Optional.empty();
    } catch (DamagedException damaged) {
      return Optional.empty();
    }
  }

  private Optional<JsonNode> json(InputFile file) {
    try (InputStream in = file.open(limits.fileBytes())) {
      return Optional.ofNullable(mapper.readTree(in));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Manifest manifest(JsonNode json) throws DamagedException {
    if (json.path("version").asInt(0) > Manifest.VERSION) {
      throw new DamagedException("was written by a newer version of drawbridge: update this one");
    }
    try {
      return BundleJson.manifest(json);
    } catch (RuntimeException incomplete) {
      throw new DamagedException("is a manifest that lacks fields or has unknown values");
    }
  }

  private ImportResult read(InputFile manifestFile, Manifest manifest, List<InputFile> files) throws DamagedException {
    int folder = manifestFile.segments().size() - 1;
    Map<String, InputFile> byPath = new HashMap<>();
    files.forEach(file -> byPath.put(String.join("/", file.segments().subList(folder, file.segments().size())), file));
    byPath.remove(Manifest.NAME);
    List<BundleJson.Line> lines = new ArrayList<>();
    List<FileReport> reports = new ArrayList<>();
    for (Manifest.Part part : manifest.files()) {
      InputFile file = byPath.remove(part.path());
      if (file == null || !BundleWriter.isOperationPath(part.path())) {
        throw new DamagedException("lists `" + part.path() + "`, which is not there");
      }
      List<BundleJson.Line> read = lines(part, file);
      lines.addAll(read);
      reports.add(FileReport.recognised(file.display(), recognised(read)));
    }
    byPath.values().forEach(file -> reports.add(FileReport.skipped(file.display(), "lies in a bundle's folder and is no part of the bundle")));
    reports.add(FileReport.recognised(manifestFile.display(), List.of()));
    List<Document> documents = lines.stream().sorted(Comparator.comparingInt(BundleJson.Line::order)).map(BundleJson.Line::document).toList();
    return new ImportResult(documents, manifest.coverage(), manifest.gaps(), new ImportReport(reports, incomplete(manifest)));
  }

  private List<BundleJson.Line> lines(Manifest.Part part, InputFile file) throws DamagedException {
    MessageDigest digest = BundleWriter.sha256();
    Operation operation = BundleWriter.operation(part.path());
    List<BundleJson.Line> lines = new ArrayList<>();
    try (InputStream in = new DigestInputStream(file.open(limits.totalBytes()), digest);
        MappingIterator<JsonNode> values = mapper.readerFor(JsonNode.class).readValues(in)) {
      while (values.hasNextValue()) {
        lines.add(redacted(BundleJson.line(operation, values.nextValue())));
      }
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException | RuntimeException broken) {
      throw new DamagedException("is damaged: `" + part.path() + "` cannot be read");
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256()) || lines.size() != part.documents()) {
      throw new DamagedException("is damaged: `" + part.path() + "` is not what was written");
    }
    return lines;
  }

  private BundleJson.Line redacted(BundleJson.Line line) {
    Document document = line.document();
    return redaction
        .map(table -> new BundleJson.Line(line.order(), new Document(document.operation(), document.scope(), document.region(), document.subject(),
            document.parameters(), table.redact(document.operation(), document.body()), document.snapshot(), document.source())))
        .orElse(line);
  }

  private static List<FileReport.Recognised> recognised(List<BundleJson.Line> lines) {
    Map<FileReport.Recognised, Integer> counts = new HashMap<>();
    lines.forEach(line -> counts.merge(new FileReport.Recognised(line.document().operation(), line.document().scope(), line.document().region(),
        line.document().subject(), 0), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> new FileReport.Recognised(entry.getKey().operation(), entry.getKey().scope(), entry.getKey().region(), entry.getKey().subject(),
            entry.getValue()))
        .sorted(Comparator.comparing(FileReport.Recognised::toString))
        .toList();
  }

  private static List<CoverageEntry> incomplete(Manifest manifest) {
    return manifest.coverage().stream().filter(entry -> !Set.of(CoverageStatus.COMPLETE, CoverageStatus.SKIPPED).contains(entry.status())).toList();
  }

  private static ImportResult refused(InputFile manifest, String how) {
    return new ImportResult(List.of(), List.of(), List.of(), new ImportReport(List.of(FileReport.malformed(manifest.display(), how))));
  }
}
