package io.drawbridge.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.graph.StatedMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What users said of nodes through the API, one line each, in the order in which they said it.
 *
 * <p>Why a file beside the database: the database is a cache that is made again from bundles, and this cannot be. Every line stays, so that who
 * said what and when can be looked up.
 */
public final class MarkJournal {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "marks-journal.ndjson";

  private final Path file;

  public MarkJournal(DataDirectory data) {
    file = data.root().resolve(FILE);
  }

  /** All that was said, the oldest first. */
  public List<StatedMark> read() {
    List<StatedMark> marks = new ArrayList<>();
    int number = 0;
    for (String line : text().lines().toList()) {
      number++;
      marks.add(mark(line, number));
    }
    return marks;
  }

  /** Adds a statement; it is on disk when this returns. */
  public synchronized void add(StatedMark stated, Instant at) {
    String line = JSON.createObjectNode().put("at", at.toString()).put("id", stated.id()).put("role", stated.statement().name())
        .put("owner", stated.owner()).put("reason", stated.reason()).toString();
    try {
      OwnerOnly.write(file, text() + line + "\n");
    } catch (IOException e) {
      throw DataDirectory.unusable(file, e);
    }
  }

  private String text() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw DataDirectory.unusable(file, e);
    }
  }

  private StatedMark mark(String line, int number) {
    try {
      JsonNode json = JSON.readTree(line);
      return new StatedMark(json.path("id").asText(), MarksFile.find(json.path("role").asText()).orElseThrow(() -> broken(number)),
          json.path("owner").asText(), json.path("reason").asText(), FILE + " line " + number);
    } catch (JsonProcessingException e) {
      throw broken(number);
    }
  }

  private DrawbridgeException broken(int number) {
    return new DrawbridgeException(ErrorCode.BACKEND_UNAVAILABLE, "`" + file + "`, line " + number + " is damaged: correct or remove it");
  }
}
