package io.drawbridge.edge.aws.iam;

import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Demand;
import java.util.List;

/**
 * Calls that change what decides about a principal, and the principal as it is after them.
 *
 * @param what is written: tells the changes of one principal apart
 */
record Change(String what, List<Demand> demands, AwsIdentity after) {

  Change {
    demands = List.copyOf(demands);
  }
}
