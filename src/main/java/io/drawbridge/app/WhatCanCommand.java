package io.drawbridge.app;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.aws.AwsAccess;
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

  @Parameters(index = "0", paramLabel = "PRINCIPAL", description = "the ARN of a user or a role")
  private String principal = "";

  @Override
  public Integer call() {
    ResourceId id = ResourceId.parse(principal).orElseThrow(() -> new DrawbridgeException(ErrorCode.USAGE,
        "`" + principal + "` is no ARN: write arn:aws:iam::ACCOUNT:user/NAME or …:role/NAME"));
    OpenedInventory opened = source.openInventory(spec.commandLine().getErr());
    AccessOutput.print(AwsAccess.whatCan(opened.estate(), id), output.isJson(), spec.commandLine().getOut(), spec.commandLine().getErr());
    return opened.inputs().number();
  }
}
