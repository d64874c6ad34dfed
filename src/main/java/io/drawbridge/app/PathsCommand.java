package io.drawbridge.app;

import io.drawbridge.analysis.attackpath.AttackPathAnswer;
import io.drawbridge.analysis.attackpath.AttackPathJson;
import io.drawbridge.analysis.attackpath.AttackPathQuestion;
import io.drawbridge.analysis.attackpath.AttackPathSearch;
import io.drawbridge.cloud.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How can an attacker get there? */
@Command(name = "paths", mixinStandardHelpOptions = true, description = "How can an attacker get there? Attack paths, likeliest first.")
final class PathsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private PremiseOptions premises = new PremiseOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--from", paramLabel = "ID", arity = "1..*", description = "where the attacker starts (default: every entry point)")
  private List<String> from = new ArrayList<>();

  @Option(names = "--to", paramLabel = "ID", arity = "1..*", description = "what must not fall (default: every crown jewel)")
  private List<String> to = new ArrayList<>();

  @Option(names = "--k", paramLabel = "N", description = "the most paths for each pair of start and end (default: 3)")
  private int k = AttackPathQuestion.DEFAULT_K;

  @Option(names = "--fail-on", paramLabel = "RISK", description = "exit with 1 when a path is at least this bad: CRITICAL, HIGH, MEDIUM, LOW")
  private @Nullable Severity failOn;

  @Override
  public Integer call() {
    Bounds.atLeastOne("--k", k);
    OpenedEstate estate = source.open(spec.commandLine().getErr());
    var question = new AttackPathQuestion(Ids.find(estate.image(), from), Ids.find(estate.image(), to), k,
        AttackPathQuestion.DEFAULT_LIMIT, premises.premises());
    AttackPathAnswer answer = AttackPathSearch.answer(estate.image(), question);
    if (output.isJson()) {
      OutputOptions.print(AttackPathJson.of(answer), spec.commandLine().getOut());
    } else {
      PathsText.print(answer, spec.commandLine().getOut());
    }
    return estate.inputs().or(risk(answer)).number();
  }

  private ExitCode risk(AttackPathAnswer answer) {
    Severity least = failOn;
    boolean met = least != null && answer.paths().stream().anyMatch(path -> path.risk().compareTo(least) <= 0);
    return met ? ExitCode.RISK : ExitCode.OK;
  }
}
