package io.drawbridge.policy.azure;

import io.drawbridge.policy.ReferenceLines;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of reference data that names ids: an id, a tab and its name per line. */
final class NamedIds {

  private NamedIds() {}

  /** Names by id, sorted by id. */
  static Map<String, String> of(String file) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String line : ReferenceLines.of(file)) {
      int tab = line.indexOf('\t');
      names.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return Collections.unmodifiableMap(names);
  }
}
