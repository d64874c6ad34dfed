package io.drawbridge.app;

import io.drawbridge.analysis.Assumption;
import io.drawbridge.analysis.CloudAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints who may do something in AWS, Azure or Entra ID: one decision per line, those that are denied left out. */
@Command(name = "who-can", mixinStandardHelpOptions = true, description = "Print who may do an action on a resource, and which statements and roles say so.")
final class WhoCanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(index = "0", paramLabel = "ACTION", description = "service:Operation of AWS, Microsoft.Provider/… of Azure, microsoft.directory/…, or a permission of Microsoft Graph")
  private String action = "";

  @Parameters(index = "1", paramLabel = "RESOURCE",
      description = "an ARN, a pattern of ARNs, or * for actions that name none; an ARM id; entra://tenant/object, or / for the whole tenant")
  private String resource = "";

  @Option(names = "--resource-account", paramLabel = "ID", description = "who owns a resource whose ARN does not say it and that was not read")
  private String owner = "";

  @Option(names = "--data-action", description = "the action of Azure is on data; known of the actions that a role lists among its data actions")
  private boolean dataAction;

  @Option(names = "--assume", paramLabel = "FACT", description = "settle a condition key or an attribute, such as Source[attribute]: KEY=VALUE, KEY (true) or !KEY (absent); repeatable")
  private List<String> assumptions = new ArrayList<>();

  @Override
  public Integer call() {
    var question = new CloudAccess.Question(action, dataAction, resource, owner, assumptions.stream().map(Assumption::parse).toList());
    OpenedInventory opened = source.openInventory(spec.commandLine().getErr());
    AccessOutput.print(CloudAccess.whoCan(opened.estate(), question), output.isJson(), spec.commandLine().getOut(), spec.commandLine().getErr());
    return opened.inputs().number();
  }
}
