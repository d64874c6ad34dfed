package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.Estate;
import java.util.List;

/** The known vulnerabilities of AWS resources that who reaches them uses. */
record AwsFlaws(Flaws all) {

  static AwsFlaws of(Estate estate) {
    return new AwsFlaws(Flaws.of(estate));
  }

  List<KnownFlaw> of(ResourceId host) {
    return all.usable(host);
  }
}
