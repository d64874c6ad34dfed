package io.drawbridge.collect;

/**
 * How much of its input an import reads before it says no, so that no file can exhaust the machine.
 *
 * @param fileBytes of one file after unpacking, when it has to be held in memory as a whole
 * @param totalBytes of all files after unpacking
 * @param files in folders and archives together
 * @param ratio by which an archive's entry may grow, beyond the first {@value #RATIO_FREE_BYTES} bytes
 * @param depth of nesting in JSON
 */
public record InputLimits(long fileBytes, long totalBytes, int files, int ratio, int depth) {

  public static final long RATIO_FREE_BYTES = 16L << 20;

  private static final long LEAST_FILE_BYTES = 64L << 20;

  /** JSON in memory takes up to eight times its size on disk, and half of the heap stays free for what is made of it. */
  private static final int HEAP_SHARE = 16;

  /** Limits that fit this process's heap: a file may be a sixteenth of it, but at least 64 MB. */
  public static InputLimits ofThisMachine() {
    long heap = Runtime.getRuntime().maxMemory();
    long file = Math.max(LEAST_FILE_BYTES, heap / HEAP_SHARE);
    return new InputLimits(file, 16 * file, 500_000, 200, 200);
  }
}
