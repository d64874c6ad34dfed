package io.drawbridge.collect;

import java.util.List;
import java.util.Optional;

/** Reads files that belong together because a manifest says so; the port through which an import meets bundles. */
public interface ContainerReader {

  /** Whether this file is the manifest of a container of this kind, by its name alone. */
  boolean isManifest(InputFile file);

  /**
   * Reads one container; empty when the manifest is another tool's, and its files are to be read one by one.
   *
   * @param files every file in the manifest's folder and below, the manifest among them
   */
  Optional<ImportResult> read(InputFile manifest, List<InputFile> files);
}
