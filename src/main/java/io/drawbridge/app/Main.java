package io.drawbridge.app;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code drawbridge <command>}. */
@Command(
    name = "drawbridge",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Attack paths, blast radius and containment over AWS and Azure.",
    subcommands = {
        PathsCommand.class, BlastCommand.class, ContainCommand.class, EdgesCommand.class, WhoCanCommand.class, WhatCanCommand.class,
      EvaluateCommand.class, ImportCommand.class, ServeCommand.class, DemoCommand.class, BenchmarkCommand.class
    })
public final class Main implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    int exit = commandLine().execute(args);
    if (exit >= 0) {
      System.exit(exit);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .registerConverter(Duration.class, new ReadableDuration())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  private static int report(Exception failure, CommandLine command) {
    if (failure instanceof DrawbridgeException known) {
      command.getErr().println("drawbridge: " + Terminal.printable(known.message()));
      return exitCode(known.code()).number();
    }
    command.getErr().println("drawbridge: this is a fault of ours, please report it with what follows");
    failure.printStackTrace(command.getErr());
    return ExitCode.BACKEND.number();
  }

  private static ExitCode exitCode(ErrorCode code) {
    return switch (code) {
      case USAGE, AMBIGUOUS_ID, UNKNOWN_ID, INVALID_QUERY, STALE_CURSOR, FORBIDDEN, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE,
          UNSUPPORTED_MEDIA_TYPE, NO_SNAPSHOT, NEEDS_INVENTORY, LIMIT_EXCEEDED -> ExitCode.USAGE;
      case PORT_IN_USE, BUSY, BACKEND_UNAVAILABLE, INTERNAL -> ExitCode.BACKEND;
    };
  }
}
