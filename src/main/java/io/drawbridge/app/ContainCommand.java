package io.drawbridge.app;

import io.drawbridge.analysis.containment.ContainmentAnswer;
import io.drawbridge.analysis.containment.ContainmentJson;
import io.drawbridge.analysis.containment.ContainmentPlanner;
import io.drawbridge.analysis.containment.ContainmentQuestion;
import io.drawbridge.engine.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which reversible actions cut an identity off? */
@Command(name = "contain", mixinStandardHelpOptions = true,
    description = "Which reversible actions cut an identity off? Plans with commands, printed and never run.")
final class ContainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private PremiseOptions premises = new PremiseOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--identity", paramLabel = "ID", arity = "1..*", required = true, description = "what the attacker took over")
  private List<String> identities = new ArrayList<>();

  @Option(names = "--protect", paramLabel = "ID", arity = "1..*", description = "what must not be reached (default: every crown jewel)")
  private List<String> protect = new ArrayList<>();

  @Option(names = "--held", paramLabel = "ID", arity = "1..*", description = "what the attacker holds besides, such as a host")
  private List<String> held = new ArrayList<>();

  @Option(names = "--never-cut", paramLabel = "ID", arity = "1..*", description = "what no step may touch, such as a break-glass identity")
  private List<String> neverCut = new ArrayList<>();

  @Option(names = "--max-steps", paramLabel = "N", description = "the longest plan (default: 12)")
  private int maxSteps = ContainmentQuestion.DEFAULT_MAX_STEPS;

  @Override
  public Integer call() {
    Bounds.atLeastOne("--max-steps", maxSteps);
    OpenedEstate estate = source.open(spec.commandLine().getErr());
    ContainmentAnswer answer = ContainmentPlanner.answer(estate.image(), question(estate.image()));
    if (output.isJson()) {
      OutputOptions.print(ContainmentJson.of(answer), spec.commandLine().getOut());
    } else {
      ContainText.print(answer, spec.commandLine().getOut());
    }
    return estate.inputs().number();
  }

  private ContainmentQuestion question(Image image) {
    return new ContainmentQuestion(Ids.find(image, identities), Ids.find(image, protect), Ids.find(image, held),
        Ids.find(image, neverCut), maxSteps, premises.premises());
  }
}
