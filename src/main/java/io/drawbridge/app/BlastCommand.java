package io.drawbridge.app;

import io.drawbridge.analysis.blastradius.BlastRadiusAnswer;
import io.drawbridge.analysis.blastradius.BlastRadiusJson;
import io.drawbridge.analysis.blastradius.BlastRadiusQuestion;
import io.drawbridge.analysis.blastradius.BlastRadiusSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What can this identity reach? */
@Command(name = "blast", mixinStandardHelpOptions = true, description = "What can somebody reach who holds these? The blast radius.")
final class BlastCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private PremiseOptions premises = new PremiseOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--from", paramLabel = "ID", arity = "1..*", required = true, description = "what the attacker holds")
  private List<String> from = new ArrayList<>();

  @Override
  public Integer call() {
    OpenedEstate estate = source.open(spec.commandLine().getErr());
    var question = new BlastRadiusQuestion(Ids.find(estate.image(), from), premises.premises());
    BlastRadiusAnswer answer = BlastRadiusSearch.answer(estate.image(), question);
    if (output.isJson()) {
      OutputOptions.print(BlastRadiusJson.of(answer), spec.commandLine().getOut());
    } else {
      BlastText.print(answer, spec.commandLine().getOut());
    }
    return estate.inputs().number();
  }
}
