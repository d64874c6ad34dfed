package io.drawbridge.app;

import io.drawbridge.analysis.CloudAccess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a principal of AWS or Entra ID may do: patterns of actions on patterns of resources, and what denies take back of them. */
@Command(name = "what-can", mixinStandardHelpOptions = true, description = "Print what a principal may do in AWS, Azure and Entra ID, and which statements and roles say so.")
final class WhatCanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(index = "0", paramLabel = "PRINCIPAL", description = "a user or role of AWS: its ARN, its name or its end; or of Entra ID: its entra:// id, its object id or its name")
  private String principal = "";

  @Override
  public Integer call() {
    OpenedInventory opened = source.openInventory(spec.commandLine().getErr());
    AccessOutput.print(CloudAccess.whatCan(opened.estate(), principal), output.isJson(), spec.commandLine().getOut(), spec.commandLine().getErr());
    return opened.inputs().number();
  }
}
