package io.drawbridge.analysis.containment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A command as an argument vector: nothing in it is read by a shell.
 *
 * @param argv the program and its arguments; ids, never display names
 */
public record Command(List<String> argv) {

  private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

  public Command {
    argv = List.copyOf(argv);
  }

  public static Command of(String... argv) {
    return new Command(List.of(argv));
  }

  /** The command for a POSIX shell, each argument quoted unless it is plain. */
  public String text() {
    return argv.stream().map(Command::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String argument) {
    return argument.matches(PLAIN) ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }
}
