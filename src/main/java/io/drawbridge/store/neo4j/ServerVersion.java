package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns servers away that do not know labels and types by parameter: older than 5.26. */
final class ServerVersion {

  private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+).*");

  private ServerVersion() {}

  static void require(Neo4jDatabase database) {
    String version = database.read(CypherCatalog.statement("read/server"), Map.of()).stream()
        .filter(row -> row.get("name").asString().equals("Neo4j Kernel"))
        .map(row -> row.get("version").asString())
        .findFirst()
        .orElse("unknown");
    if (!isSupported(version)) {
      throw new DrawbridgeException(
          ErrorCode.BACKEND_UNAVAILABLE, "Neo4j at `" + database.endpoint().uri() + "` has version " + version + ": 5.26 or newer is needed");
    }
  }

  static boolean isSupported(String version) {
    Matcher numbers = NUMBERS.matcher(version);
    if (!numbers.matches()) {
      return false;
    }
    int major = Integer.parseInt(numbers.group(1));
    return major > 5 || (major == 5 && Integer.parseInt(numbers.group(2)) >= 26);
  }
}
