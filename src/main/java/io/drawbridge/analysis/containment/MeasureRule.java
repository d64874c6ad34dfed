package io.drawbridge.analysis.containment;

import java.util.List;
import java.util.function.Consumer;

/** Names the measures that would cut an edge; proposes nothing that is not reversible by the commands it gives. */
interface MeasureRule {

  List<MeasureRule> ALL = List.of(
      new AwsPrincipalMeasures(), new AwsCredentialMeasures(), new AwsComputeMeasures(), new EntraMeasures(), new FederationMeasures(),
      new AzureMeasures());

  void propose(Site site, Consumer<Measure> measures);
}
