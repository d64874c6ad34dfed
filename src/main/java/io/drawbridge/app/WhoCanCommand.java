package io.drawbridge.app;

import io.drawbridge.analysis.Assumption;
import io.drawbridge.edge.aws.access.AwsAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints who may do something in AWS: one decision per line, those that are denied left out. */
@Command(name = "who-can", mixinStandardHelpOptions = true, description = "Print who may do an AWS action on a resource, and which statements say so.")
final class WhoCanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(index = "0", paramLabel = "ACTION", description = "service:Operation, such as s3:GetObject")
  private String action = "";

  @Parameters(index = "1", paramLabel = "RESOURCE", description = "an ARN, a pattern of ARNs, or * for actions that name none")
  private String resource = "";

  @Option(names = "--resource-account", paramLabel = "ID", description = "who owns a resource whose ARN does not say it and that was not read")
  private String owner = "";

  @Option(names = "--assume", paramLabel = "FACT", description = "settle a condition key: KEY=VALUE, KEY (true) or !KEY (absent); repeatable")
  private List<String> assumptions = new ArrayList<>();

  @Override
  public Integer call() {
    var question = new AwsAccess.Question(action, resource, owner, stated());
    OpenedInventory opened = source.openInventory(spec.commandLine().getErr());
    AccessOutput.print(AwsAccess.whoCan(opened.estate(), question), output.isJson(), spec.commandLine().getOut(), spec.commandLine().getErr());
    return opened.inputs().number();
  }

  private Map<String, List<String>> stated() {
    Map<String, List<String>> stated = new TreeMap<>();
    assumptions.stream().map(Assumption::parse).forEach(assumption -> stated.put(assumption.key(), assumption.values()));
    return stated;
  }
}
