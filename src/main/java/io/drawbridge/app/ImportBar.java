package io.drawbridge.app;

import io.drawbridge.collect.ImportProgress;
import java.io.PrintWriter;

/** Draws how far an import is on a terminal, in place; says nothing elsewhere. */
final class ImportBar implements ImportProgress, AutoCloseable {

  private static final int WIDTH = 30;
  private static final long BETWEEN_NANOS = 100_000_000;
  private static final int MEGABYTE_SHIFT = 20;

  private final PrintWriter out;
  private final boolean onTerminal;
  private long drawnAt;
  private int drawnLength;

  private ImportBar(PrintWriter out, boolean onTerminal) {
    this.out = out;
    this.onTerminal = onTerminal;
    this.drawnAt = System.nanoTime();
  }

  static ImportBar on(PrintWriter out) {
    return new ImportBar(out, Terminal.isInteractive());
  }

  @Override
  public void advanced(int filesDone, int filesTotal, long bytesRead) {
    if (!onTerminal || (System.nanoTime() - drawnAt < BETWEEN_NANOS && filesDone < filesTotal)) {
      return;
    }
    drawnAt = System.nanoTime();
    int filled = filesTotal == 0 ? WIDTH : (int) ((long) WIDTH * filesDone / filesTotal);
    String line = "reading [" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + filesDone + "/" + filesTotal + " files, "
        + (bytesRead >> MEGABYTE_SHIFT) + " MB";
    out.print("\r" + line);
    out.flush();
    drawnLength = line.length();
  }

  @Override
  public void close() {
    if (drawnLength > 0) {
      out.print("\r" + " ".repeat(drawnLength) + "\r");
      out.flush();
    }
  }
}
