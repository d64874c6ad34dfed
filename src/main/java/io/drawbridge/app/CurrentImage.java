package io.drawbridge.app;

import io.drawbridge.api.ImageSource;
import io.drawbridge.api.Published;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.collect.bundle.BundleStore;
import io.drawbridge.edge.Estate;
import io.drawbridge.engine.Image;
import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.PublishedImages;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** What a server answers from: the published image of its data directory, whichever process published it, or else one given. */
final class CurrentImage implements ImageSource {

  private final PublishedImages images;
  private final Function<SnapshotId, Optional<Estate>> inventories;
  private final AtomicReference<Optional<Image>> otherwise = new AtomicReference<>(Optional.empty());
  private Optional<Kept> kept = Optional.empty();

  /** The inventory behind a snapshot, kept until another is published. */
  private record Kept(SnapshotId snapshot, Optional<Estate> estate) {}

  /**
   * @param inventories reads the inventory behind a snapshot, which takes as long as an import's first half
   */
  CurrentImage(PublishedImages images, Function<SnapshotId, Optional<Estate>> inventories) {
    this.images = images;
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
    return images.current().or(otherwise::get).map(Published::new);
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
