package io.drawbridge.app;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.policy.aws.cases.EvaluateAws;
import io.drawbridge.policy.azure.cases.EvaluateAzure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers authorization cases, one JSON object per line in and out (FORMATS §2 and §3). */
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Answer authorization cases, one JSON object per line.")
final class EvaluateCommand implements Callable<Integer> {

  /** Whose rules decide. */
  enum Provider {
    AWS,
    AZURE
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "aws|azure", description = "whose rules decide")
  private Provider provider = Provider.AWS;

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "the cases (default: standard input)")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    Function<String, Optional<String>> answer = switch (provider) {
      case AWS -> new EvaluateAws()::answer;
      case AZURE -> new EvaluateAzure()::answer;
    };
    try (var lines = new BufferedReader(new InputStreamReader(input(), StandardCharsets.UTF_8))) {
      return answerAll(lines, answer, spec.commandLine().getOut()).number();
    }
  }

  private InputStream input() throws IOException {
    if (file == null) {
      return System.in;
    }
    if (!Files.isReadable(file)) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`" + file + "` cannot be read: check the path");
    }
    return Files.newInputStream(file);
  }

  private ExitCode answerAll(BufferedReader lines, Function<String, Optional<String>> answer, PrintWriter out) throws IOException {
    ExitCode exit = ExitCode.OK;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      Optional<String> answered = answer.apply(line);
      if (answered.isPresent()) {
        out.println(answered.get());
      } else {
        exit = ExitCode.USAGE;
        spec.commandLine().getErr().println("drawbridge: line " + number + " is no JSON object: write one case per line");
      }
    }
    out.flush();
    return exit;
  }
}
