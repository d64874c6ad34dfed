package io.drawbridge.collect;

/** Hears how far an import is, so that a terminal can draw it; called from one thread. */
@FunctionalInterface
public interface ImportProgress {

  /** Draws nothing. */
  ImportProgress SILENT = (filesDone, filesTotal, bytesRead) -> {};

  /**
   * Called after every file.
   *
   * @param bytesRead of the files done, after unpacking
   */
  void advanced(int filesDone, int filesTotal, long bytesRead);
}
