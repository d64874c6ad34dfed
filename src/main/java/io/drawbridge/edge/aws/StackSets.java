package io.drawbridge.edge.aws;

import java.util.List;

/**
 * What it takes to deploy a stack set of one's own, whoever brings the roles.
 *
 * <p>Source: Service Authorization Reference, "AWS CloudFormation".
 */
public final class StackSets {

  /** Without these nobody deploys one. */
  public static final List<String> ACTIONS = List.of("cloudformation:CreateStackSet", "cloudformation:CreateStackInstances");

  public static final Launch DEPLOYED = Launch.start()
      .named("cloudformation", "stackset/", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances")
      .named("cloudformation", "stackset-target/", "cloudformation:CreateStackInstances")
      .choosing("cloudformation:templateurl", "cloudformation:targetregion", "cloudformation:resourcetypes");

  private StackSets() {}
}
