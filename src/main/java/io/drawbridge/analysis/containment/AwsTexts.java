package io.drawbridge.analysis.containment;

import io.drawbridge.cloud.ResourceId.Arn;
import java.util.ArrayList;
import java.util.List;

/** What several AWS measures say alike. */
final class AwsTexts {

  private AwsTexts() {}

  static String trail(Arn arn) {
    return "CloudTrail events of " + arn.text() + " since the first sign of the attack";
  }

  /** An EC2 command on one instance in its region. */
  static Command ec2(Arn instance, String verb, String... more) {
    List<String> argv = new ArrayList<>(List.of("aws", "ec2", verb, "--region", instance.region()));
    argv.addAll(List.of(more));
    return new Command(argv);
  }
}
