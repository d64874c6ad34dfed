package io.drawbridge.app;

import io.drawbridge.api.ImageSource;
import io.drawbridge.api.Published;
import io.drawbridge.engine.Image;
import io.drawbridge.store.PublishedImages;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What a server answers from: the published image of its data directory, whichever process published it, or else one given. */
final class CurrentImage implements ImageSource {

  private final PublishedImages images;
  private final AtomicReference<Optional<Image>> otherwise = new AtomicReference<>(Optional.empty());

  CurrentImage(PublishedImages images) {
    this.images = images;
  }

  /** Answers from this one until something is published. */
  void otherwise(Image image) {
    otherwise.set(Optional.of(image));
  }

  @Override
  public Optional<Published> current() {
    return images.current().or(otherwise::get).map(Published::new);
  }
}
