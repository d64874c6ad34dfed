package io.drawbridge.app;

import io.drawbridge.api.ImageSource;
import io.drawbridge.api.Published;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.collect.bundle.BundleStore;
import io.drawbridge.edge.Estate;
import io.drawbridge.engine.Image;
import io.drawbridge.graph.StatedMark;
import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.MarkJournal;
import io.drawbridge.store.PublishedImages;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** What a server answers from: the published image of its data directory, whichever process published it, or else one given. */
final class CurrentImage implements ImageSource {

  private final PublishedImages images;
  private final Function<SnapshotId, Optional<Estate>> inventories;
  private final AtomicReference<Optional<Image>> otherwise = new AtomicReference<>(Optional.empty());
  private final DataDirectory directory;
  private Optional<Kept> kept = Optional.empty();
  private Optional<Marked> marked = Optional.empty();

  /** An image with what was said over it, kept while neither changes. */
  private record Marked(Image image, List<StatedMark> stated, Image result) {}

  /** The inventory behind a snapshot, kept until another is published. */
  private record Kept(SnapshotId snapshot, Optional<Estate> estate) {}

  /**
   * @param directory with the marks of users
   * @param inventories reads the inventory behind a snapshot, which takes as long as an import's first half
   */
  CurrentImage(DataDirectory directory, Function<SnapshotId, Optional<Estate>> inventories) {
    this.directory = directory;
    this.images = new PublishedImages(directory);
    this.inventories = inventories;
  }

  /** An inventory that is read again from the bundles of a data directory. */
  static Function<SnapshotId, Optional<Estate>> bundlesOf(DataDirectory directory) {
    return snapshot -> Files.isDirectory(directory.bundles())
        ? Optional.of(ReadEstate.of(new BundleStore(directory.bundles()).union()).estate()) : Optional.empty();
  }

  /** Answers from this one until something is published. */
  void otherwise(Image image) {
    otherwise.set(Optional.of(image));
  }

  @Override
  public Optional<Published> current() {
    return images.current().or(otherwise::get).map(this::marked).map(Published::new);
  }

  @Override
  public void mark(StatedMark stated) {
    new MarkJournal(directory).add(stated, Clock.systemUTC().instant());
  }

  private synchronized Image marked(Image image) {
    List<StatedMark> stated = StatedMarkFiles.of(directory);
    marked = marked.filter(known -> known.image == image && known.stated.equals(stated))
        .or(() -> Optional.of(new Marked(image, stated, StatedMarkFiles.over(image, stated))));
    return marked.get().result;
  }

  @Override
  public synchronized Optional<Estate> inventory() {
    Optional<SnapshotId> snapshot = current().map(published -> published.image().snapshot());
    if (snapshot.isEmpty()) {
      return Optional.empty();
    }
    kept = kept.filter(known -> known.snapshot().equals(snapshot.get()))
        .or(() -> Optional.of(new Kept(snapshot.get(), inventories.apply(snapshot.get()))));
    return kept.flatMap(Kept::estate);
  }
}
