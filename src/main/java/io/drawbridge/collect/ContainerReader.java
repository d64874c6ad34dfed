package io.drawbridge.collect;

import java.util.List;

/** Reads files that belong together because a manifest says so; the port through which an import meets bundles. */
public interface ContainerReader {

  /** Whether this file is the manifest of a container of this kind, by its name alone. */
  boolean isManifest(InputFile file);

  /**
   * Reads one container.
   *
   * @param files every file in the manifest's folder and below, the manifest among them
   */
  ImportResult read(InputFile manifest, List<InputFile> files);
}
