package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import java.util.List;

/**
 * Job of AWS Glue.
 *
 * @param script where its script lies: {@code s3://bucket/key}
 * @param libraries where what it loads besides lies: {@code s3://bucket/key}
 * @param fixedArguments names of the arguments that a run cannot override
 */
public record GlueJob(Origin origin, Arn id, String role, String script, List<String> libraries, List<String> fixedArguments) implements Workload {

  public GlueJob {
    libraries = List.copyOf(libraries);
    fixedArguments = List.copyOf(fixedArguments);
  }

  @Override
  public String rolePointer() {
    return "/Role";
  }
}
