package io.drawbridge.policy;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a file of reference data, which ships with the program; its first line says where it is from. */
public final class ReferenceLines {

  private ReferenceLines() {}

  /** Everything after the first line. */
  public static List<String> of(String file) {
    List<String> lines = text(file).lines().toList();
    return lines.subList(1, lines.size());
  }

  /** The whole file. */
  public static String text(String file) {
    try (InputStream stream = ReferenceLines.class.getResourceAsStream("/reference/" + file)) {
      if (stream == null) {
        throw new DrawbridgeException(ErrorCode.INTERNAL, "the reference data `" + file + "` is missing: build the program again");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new DrawbridgeException(ErrorCode.INTERNAL, "the reference data `" + file + "` cannot be read: build the program again", e);
    }
  }
}
