package io.drawbridge.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.ImageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The images of a data directory and the one that is published: needs no database, and sees what another process publishes.
 *
 * <p>A reader keeps the image that it got; a file that was replaced stays mapped until its last reader is done.
 */
public final class PublishedImages {

  private static final Logger LOG = LoggerFactory.getLogger(PublishedImages.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUFFIX = ".image";

  private final Path folder;
  private final Path pointer;
  private @Nullable Pinned pinned;

  private record Name(SnapshotId snapshot, String graphHash) {}

  private record Pinned(Name name, Image image) {}

  public PublishedImages(DataDirectory data) {
    folder = data.images();
    pointer = folder.resolve("published.json");
  }

  /** The published image, or empty when nothing was published or the file is unusable and has to be made again. */
  public synchronized Optional<Image> current() {
    Optional<Name> name = published();
    Optional<Image> image = name.flatMap(this::pin);
    // Another process may have published anew between the two reads, which drops the file that the first one named.
    return image.isEmpty() && !published().equals(name) ? published().flatMap(this::pin) : image;
  }

  private Optional<Image> pin(Name name) {
    if (pinned == null || !pinned.name.equals(name)) {
      pinned = find(name.snapshot, name.graphHash).map(image -> new Pinned(name, image)).orElse(null);
    }
    return Optional.ofNullable(pinned).map(Pinned::image);
  }

  /** The image of a snapshot, published or not, if its file is whole and holds that graph. */
  public Optional<Image> find(SnapshotId snapshot, String graphHash) {
    return switch (ImageFile.open(file(snapshot), snapshot, graphHash)) {
      case ImageFile.Opening.Opened opened -> Optional.of(opened.image());
      case ImageFile.Opening.Refused refused -> {
        LOG.warn("{}", refused.reason());
        yield Optional.empty();
      }
    };
  }

  /** Keeps an image for {@link #publish}. */
  public void write(Image image) {
    try {
      ImageFile.write(image, file(image.snapshot()));
    } catch (IOException e) {
      throw DataDirectory.unusable(folder, e);
    }
  }

  /** Makes a written image the one that questions are answered from, and drops the files of the others. */
  public synchronized void publish(SnapshotId snapshot, String graphHash) {
    try {
      OwnerOnly.write(pointer, JSON.createObjectNode().put("snapshot", snapshot.value()).put("graphHash", graphHash).toString());
      dropAllBut(file(snapshot));
    } catch (IOException e) {
      throw DataDirectory.unusable(pointer, e);
    }
  }

  private Optional<Name> published() {
    if (!Files.isRegularFile(pointer)) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(pointer.toFile());
      return Optional.of(new Name(new SnapshotId(json.path("snapshot").asText()), json.path("graphHash").asText()));
    } catch (IOException e) {
      LOG.warn("`{}` cannot be read and is made again: {}", pointer, e.getMessage());
      return Optional.empty();
    }
  }

  private void dropAllBut(Path kept) throws IOException {
    List<Path> others;
    try (Stream<Path> files = Files.list(folder)) {
      others = files.filter(file -> file.toString().endsWith(SUFFIX) && !file.equals(kept)).toList();
    }
    for (Path file : others) {
      Files.deleteIfExists(file);
    }
  }

  private Path file(SnapshotId snapshot) {
    return folder.resolve(snapshot.value() + SUFFIX);
  }
}
