package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables of comma-separated values about vulnerabilities as the JSON that their parsers read: EPSS scores as FIRST publishes them, and the
 * user's list with at least the columns {@code resource}, {@code cve} and {@code severity}.
 *
 * <p>Which it is says the first line that is no comment. Every row keeps the number of its line, so that what is wrong with it can be said.
 */
final class FlawTables {

  private static final String SCORE = "epss";
  private static final List<String> LIST = List.of("resource", "cve", "severity");

  private FlawTables() {}

  /** Whether a file may be one by its name. */
  static boolean isNamedSo(String name) {
    return ResourceId.lowerCase(name).endsWith(".csv");
  }

  /** The table as JSON; empty when its columns are of none that is read. */
  static Optional<JsonNode> read(List<String> lines) {
    int head = 0;
    while (head < lines.size() && (lines.get(head).isBlank() || lines.get(head).startsWith("#"))) {
      head++;
    }
    List<String> columns = head < lines.size() ? cells(lines.get(head)).stream().map(ResourceId::lowerCase).toList() : List.of();
    if (columns.containsAll(LIST)) {
      return Optional.of(list(columns, lines, head + 1));
    }
    return columns.contains("cve") && columns.contains(SCORE) ? Optional.of(scores(columns, lines, head + 1)) : Optional.empty();
  }

  private static JsonNode list(List<String> columns, List<String> lines, int first) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode rows = body.putArray("resourceVulnerabilities");
    for (int line = first; line < lines.size(); line++) {
      if (!lines.get(line).isBlank()) {
        List<String> cells = cells(lines.get(line));
        ObjectNode row = rows.addObject().put("line", line + 1);
        for (int column = 0; column < Math.min(columns.size(), cells.size()); column++) {
          row.put(columns.get(column), cells.get(column));
        }
      }
    }
    return body;
  }

  private static JsonNode scores(List<String> columns, List<String> lines, int first) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode scores = body.putObject("scores");
    ArrayNode unread = body.putArray("unreadLines");
    int name = columns.indexOf("cve");
    int score = columns.indexOf(SCORE);
    for (int line = first; line < lines.size(); line++) {
      if (!lines.get(line).isBlank()) {
        List<String> cells = cells(lines.get(line));
        Optional<Double> value = cells.size() > Math.max(name, score) ? probability(cells.get(score)) : Optional.empty();
        if (value.isPresent() && !cells.get(name).isEmpty()) {
          scores.put(cells.get(name), value.get());
        } else {
          unread.add(line + 1);
        }
      }
    }
    return body;
  }

  private static Optional<Double> probability(String text) {
    try {
      double value = Double.parseDouble(text);
      return value >= 0 && value <= 1 ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /** The cells of a line; a cell in quotation marks may hold commas, and a doubled mark stands for itself. */
  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char at = line.charAt(i);
      boolean doubled = quoted && at == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
      if (doubled) {
        cell.append(at);
        i++;
      } else if (at == '"') {
        quoted = !quoted;
      } else if (at == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(at);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
