package io.drawbridge.edge.aws.data;

import io.drawbridge.edge.EdgeRule;
import java.util.List;
import java.util.stream.Stream;

/** Who reads what is stored, and who can make a store readable. */
public final class DataRules {

  public static final List<EdgeRule> ALL =
      Stream.<List<? extends EdgeRule>>of(PolicyRewrite.ALL, KeyOpening.ALL, SnapshotReads.ALL, StoreReads.ALL, DatabaseReads.ALL, DatabaseRestores.ALL,
              List.of(new SecretReads(), new ObjectReads(), new AccessPointReads(), new ParameterReads(), new DomainReads(), new SharedSnapshots(),
                  new ImageShares(), new DatabaseSnapshots()))
          .<EdgeRule>flatMap(List::stream)
          .toList();

  private DataRules() {}
}
