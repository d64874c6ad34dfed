package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.collect.InputFile;
import io.drawbridge.collect.InputLimitException;
import io.drawbridge.collect.InputLimits;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/** Reads the JSON values of a file, within limits; several values one after the other are pages or rows. */
final class JsonContent {

  private final ObjectMapper mapper;
  private final InputLimits limits;
  private long bytesRead;

  /** Why a file could not be read, in words for its report: never with content. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String where;

    UnreadableException(String where) {
      super(where);
      this.where = where;
    }

    String where() {
      return where;
    }
  }

  JsonContent(InputLimits limits) {
    this.limits = limits;
    int longest = (int) Math.min(Integer.MAX_VALUE, limits.fileBytes());
    StreamReadConstraints constraints =
        StreamReadConstraints.builder().maxNestingDepth(limits.depth()).maxStringLength(longest).maxNameLength(1 << 16).build();
    mapper = new ObjectMapper(JsonFactory.builder()
        .streamReadConstraints(constraints)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build());
  }

  /** How much all files so far unpacked to. */
  long bytesRead() {
    return bytesRead;
  }

  List<JsonNode> read(InputFile file) throws UnreadableException {
    long left = limits.totalBytes() - bytesRead;
    if (left <= 0) {
      throw new UnreadableException("was left out: all files together are larger than " + (limits.totalBytes() >> 20) + " MB: import part by part");
    }
    try (InputStream content = new Counting(file.open(Math.min(limits.fileBytes(), left)));
        JsonParser parser = mapper.createParser(content)) {
      List<JsonNode> read = new ArrayList<>();
      while (parser.nextToken() != null) {
        read.add(mapper.<JsonNode>readTree(parser));
      }
      if (read.isEmpty()) {
        throw new UnreadableException("is empty");
      }
      return read;
    } catch (IOException | RuntimeException failed) {
      throw new UnreadableException(where(failed));
    }
  }

  /** The lines of a text file, within the same limits. */
  List<String> lines(InputFile file) throws UnreadableException {
    try (InputStream content = new Counting(file.open(Math.min(limits.fileBytes(), limits.totalBytes() - bytesRead)))) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException | RuntimeException failed) {
      throw new UnreadableException(where(failed));
    }
  }

  private String where(Throwable failed) {
    return switch (failed) {
      case InputLimitException limit when limit.getMessage() != null -> limit.getMessage();
      case StreamConstraintsException deep -> "goes beyond a limit at " + at(deep.getLocation()) + ": nested deeper than " + limits.depth()
          + " levels, or a name or number is too long";
      case JsonProcessingException broken when duplicate(broken) -> "names a field twice at " + at(broken.getLocation())
          + ": which value is meant cannot be known";
      case JsonProcessingException broken -> "is not JSON, or cut off, at " + at(broken.getLocation());
      case AccessDeniedException denied -> "cannot be read: permission denied";
      case ZipException broken -> "is not a readable compressed file: make it again";
      case EOFException cut -> "ends too early: it is cut off";
      default -> failed.getCause() instanceof IOException cause ? where(cause) : "cannot be read";
    };
  }

  private static boolean duplicate(JsonProcessingException broken) {
    return broken.getOriginalMessage() != null && broken.getOriginalMessage().startsWith("Duplicate field");
  }

  private static String at(JsonLocation location) {
    return location == null ? "an unknown place" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private final class Counting extends FilterInputStream {

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      bytesRead += next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int got = super.read(into, offset, length);
      bytesRead += Math.max(0, got);
      return got;
    }
  }
}
