package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.Bucket;
import io.drawbridge.inventory.aws.TransferLocation;
import io.drawbridge.inventory.aws.TransferTask;
import io.drawbridge.inventory.azure.BlobContainer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A store of one cloud that DataSync fills from a store of the other: who reads the copy reads what was copied.
 *
 * <p>Only of tasks that ran or run by a schedule, and between stores that were read on both sides: names of storage accounts and of buckets are
 * unique. Source: DataSync API reference, DescribeTask (its latest execution, its schedule), DescribeLocationS3 and DescribeLocationAzureBlob.
 * <b>Not modelled:</b> filters that leave part of a store out; who makes or starts tasks, which needs a role for the bucket and the token that
 * DataSync keeps; transfers between stores of one cloud; linked services of Data Factory, whose bucket a data set names and whose key is hidden.
 */
final class TransferredStores implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("datasync-copy", "reads the copy that a transfer keeps in the other cloud", "T1530",
      "open the copy to nobody who may not read the original, and stop transfers that are done");
  private static final Operation TASKS = Operation.parse("datasync:describe-task");
  private static final Operation OF_AWS = Operation.parse("datasync:describe-location-s3");
  private static final Operation OF_AZURE = Operation.parse("datasync:describe-location-azure-blob");
  private static final Operation CONTAINERS = new Operation("arm", "microsoft.storage/storageaccounts/blobservices/containers");
  private static final Operation BUCKETS = Operation.parse("s3:list-buckets");
  private static final Pattern BUCKET = Pattern.compile("s3://([a-z0-9.-]{3,63})(?:/.*)?");
  private static final Pattern CONTAINER = Pattern.compile(".*//([a-z0-9]{3,24})\\.blob\\.core\\.windows\\.net/([a-z0-9$-]{3,63})(?:/.*)?");

  @Override
  public List<Operation> reads() {
    return List.of(TASKS, OF_AWS, OF_AZURE, CONTAINERS, BUCKETS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<TransferTask> tasks = estate.inventory().all(TransferTask.class).stream().filter(TransferTask::runs).toList();
    if (tasks.isEmpty()) {
      return;
    }
    Map<String, BlobContainer> containers = new HashMap<>();
    estate.inventory().all(BlobContainer.class).forEach(container -> containers.put(container.account().name() + "/" + container.id().name(), container));
    for (TransferTask task : tasks) {
      Optional<TransferLocation> source = location(estate, task, task.sourceArn(), sink);
      Optional<TransferLocation> destination = location(estate, task, task.destinationArn(), sink);
      if (source.isPresent() && destination.isPresent() && isAzure(source.get()) != isAzure(destination.get())) {
        Optional<ResourceId> original = store(estate, source.get(), containers, sink);
        Optional<ResourceId> copy = store(estate, destination.get(), containers, sink);
        if (original.isPresent() && copy.isPresent()) {
          sink.edge(Edge.of(copy.get(), original.get(), EdgeKind.CAN_READ_DATA, TECHNIQUE.id(), Observed.fact(task, "/SourceLocationArn", task.sourceArn())
              .and(Observed.fact(source.get(), "/LocationUri", source.get().address())).and(Observed.fact(destination.get(), "/LocationUri", destination.get().address())),
              Likelihood.LIKELY.cost()));
        }
      }
    }
  }

  /** Of stores that are no bucket and no container, nothing is read. */
  private static Optional<TransferLocation> location(Estate estate, TransferTask task, String text, EdgeSink sink) {
    Optional<TransferLocation> known = Arn.find(text).flatMap(arn -> estate.inventory().find(TransferLocation.class, arn));
    if (known.isEmpty()) {
      sink.gap(Gaps.of(estate, task.scope(), OF_AZURE, text, "which store a transfer reads or writes is not known"));
    }
    return known;
  }

  private static boolean isAzure(TransferLocation location) {
    return CONTAINER.matcher(location.address()).matches();
  }

  private static Optional<ResourceId> store(Estate estate, TransferLocation location, Map<String, BlobContainer> containers, EdgeSink sink) {
    Optional<ResourceId> store = isAzure(location) ? container(location, containers) : bucket(estate, location);
    if (store.isEmpty()) {
      sink.gap(Gaps.of(estate, location.scope(), isAzure(location) ? CONTAINERS : BUCKETS, location.address(), "a store that a transfer reads or writes was not read"));
    }
    return store;
  }

  private static Optional<ResourceId> bucket(Estate estate, TransferLocation location) {
    Matcher matcher = BUCKET.matcher(location.address());
    return matcher.matches() ? estate.inventory().find(Bucket.class, new Arn("arn:" + location.id().partition() + ":s3:::" + matcher.group(1))).map(Bucket::id) : Optional.empty();
  }

  private static Optional<ResourceId> container(TransferLocation location, Map<String, BlobContainer> containers) {
    Matcher matcher = CONTAINER.matcher(location.address());
    return matcher.matches() ? Optional.ofNullable(containers.get(matcher.group(1) + "/" + matcher.group(2))).map(BlobContainer::id) : Optional.empty();
  }
}
