package io.drawbridge.collect.foreign;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a file's name and folders say: {@code [<service>-]<operation>[__<subject>].json}, or a folder per operation with a file per
 * subject, as CloudMapper writes it.
 *
 * @param operation the name without subject and ending
 * @param subject empty when there is none; a slash is written {@code ~}
 * @param folders outermost first, without the file
 */
record FileName(String operation, String subject, List<String> folders) {

  private static final String SEPARATOR = "__";
  private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".ndjson");

  FileName {
    folders = List.copyOf(folders);
  }

  static FileName of(List<String> segments) {
    String stem = withoutEnding(segments.getLast());
    List<String> folders = segments.subList(0, segments.size() - 1);
    int at = stem.indexOf(SEPARATOR);
    return at < 0
        ? new FileName(stem, "", folders)
        : new FileName(stem.substring(0, at), stem.substring(at + SEPARATOR.length()).replace('~', '/'), folders);
  }

  /** Reads a file whose folder names the operation and whose own name is the subject, URL-encoded. */
  static FileName inOperationFolder(List<String> segments, int folder) {
    String subject = String.join("/", segments.subList(folder + 1, segments.size()).stream().map(FileName::decoded).toList());
    return new FileName(segments.get(folder), withoutEnding(subject), segments.subList(0, folder));
  }

  static boolean hasKnownEnding(String name) {
    return !withoutEnding(name).equals(name);
  }

  /** The innermost folder that has one of these names; empty when none has. */
  Optional<String> nearest(Set<String> names) {
    return folders.reversed().stream().filter(names::contains).findFirst();
  }

  private static String withoutEnding(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().filter(lower::endsWith).findFirst().map(ending -> name.substring(0, name.length() - ending.length())).orElse(name);
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return name;
    }
  }
}
