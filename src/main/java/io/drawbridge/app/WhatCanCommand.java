package io.drawbridge.app;

import io.drawbridge.edge.aws.access.AwsAccess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what an AWS user or role may do: patterns of actions on patterns of resources, and what denies take back of them. */
@Command(name = "what-can", mixinStandardHelpOptions = true, description = "Print what an AWS user or role may do, and which statements say so.")
final class WhatCanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(index = "0", paramLabel = "PRINCIPAL", description = "a user or a role: its ARN, its name, or the end of its ARN")
  private String principal = "";

  @Override
  public Integer call() {
    OpenedInventory opened = source.openInventory(spec.commandLine().getErr());
    AccessOutput.print(AwsAccess.whatCan(opened.estate(), principal), output.isJson(), spec.commandLine().getOut(), spec.commandLine().getErr());
    return opened.inputs().number();
  }
}
