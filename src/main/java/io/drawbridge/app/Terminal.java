package io.drawbridge.app;

import java.io.Console;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes text that strangers chose harmless on a terminal. */
final class Terminal {

  private Terminal() {}

  /** True when a person watches, so that progress may be drawn in place. */
  static boolean isInteractive() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /** Control characters as {@code \\u001b}; a new line stays. */
  static String printable(String text) {
    return text.codePoints()
        .mapToObj(point -> Character.isISOControl(point) && point != '\n' ? "\\u%04x".formatted(point) : Character.toString(point))
        .collect(Collectors.joining());
  }
}
