package io.drawbridge.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.graph.StatedMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The user's file of entry points and crown jewels: {@code {"marks":[{"id","role","owner","reason"}]}}, where a role is one of {@link
 * StatedMark.Statement} and everything has to be said.
 */
public final class MarksFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROLES = String.join(", ", Arrays.stream(StatedMark.Statement.values()).map(Enum::name).toList());

  private MarksFile() {}

  /**
   * Reads the file, in its order.
   *
   * @throws DrawbridgeException USAGE when anything of it is wrong: it names the line
   */
  public static List<StatedMark> read(Path file) {
    try (JsonParser parser = JSON.createParser(Files.readString(file))) {
      List<StatedMark> marks = new ArrayList<>();
      enter(parser, file);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        int line = parser.currentTokenLocation().getLineNr();
        marks.add(mark(JSON.<JsonNode>readTree(parser), file, line));
      }
      return marks;
    } catch (JsonProcessingException broken) {
      throw wrong(file, broken.getLocation().getLineNr(), "is no JSON from here on");
    } catch (IOException unreadable) {
      throw new DrawbridgeException(ErrorCode.USAGE, "the marks file `" + file + "` cannot be read: name another, or correct its permissions", unreadable);
    }
  }

  private static void enter(JsonParser parser, Path file) throws IOException {
    boolean there = parser.nextToken() == JsonToken.START_OBJECT && "marks".equals(parser.nextFieldName()) && parser.nextToken() == JsonToken.START_ARRAY;
    if (!there) {
      throw wrong(file, parser.currentTokenLocation().getLineNr(), "does not begin with `{\"marks\":[`");
    }
  }

  private static StatedMark mark(JsonNode json, Path file, int line) {
    String role = text(json, "role", file, line);
    Optional<StatedMark.Statement> statement = find(role);
    return new StatedMark(text(json, "id", file, line), statement.orElseThrow(() -> wrong(file, line, "`role` is one of " + ROLES)),
        text(json, "owner", file, line), text(json, "reason", file, line), file.getFileName() + " line " + line);
  }

  static Optional<StatedMark.Statement> find(String role) {
    return Arrays.stream(StatedMark.Statement.values()).filter(statement -> statement.name().equals(role)).findFirst();
  }

  private static String text(JsonNode json, String field, Path file, int line) {
    String text = json.path(field).asText("").strip();
    if (text.isEmpty()) {
      throw wrong(file, line, "`" + field + "` is missing: an entry says `id`, `role`, `owner` and `reason`");
    }
    return text;
  }

  private static DrawbridgeException wrong(Path file, int line, String what) {
    return new DrawbridgeException(ErrorCode.USAGE, "the marks file `" + file + "`, line " + line + ": " + what);
  }
}
