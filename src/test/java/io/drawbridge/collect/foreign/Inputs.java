package io.drawbridge.collect.foreign;

import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.ImportProgress;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.inventory.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files in a temporary folder, and what an import makes of them. */
record Inputs(Path folder) {

  static final String TENANT = "8f1f2d0e-5d0c-4b4e-9c55-2a3f5a0c1d11";
  static final String SUBSCRIPTION = "/subscriptions/0a1b2c3d-0000-4000-8000-00000000000a";

  Inputs with(String path, String content) throws IOException {
    return with(path, content.getBytes(StandardCharsets.UTF_8));
  }

  Inputs with(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  ImportResult read() {
    return read(ImportOptions.NONE);
  }

  ImportResult read(ImportOptions options) {
    return ForeignFiles.read(List.of(folder), options, ImportProgress.SILENT);
  }

  /** The report of the only file. */
  FileReport report() {
    List<FileReport> files = read().report().files();
    if (files.size() != 1) {
      throw new AssertionError("one file was expected: " + files);
    }
    return files.getFirst();
  }

  Document document() {
    ImportResult result = read();
    if (result.documents().size() != 1) {
      throw new AssertionError("one document was expected: " + result.report());
    }
    return result.documents().getFirst();
  }
}
