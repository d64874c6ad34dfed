package io.drawbridge.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the demonstration estate, in the jar or beside the classes. */
record DemoEstate(Path root, @Nullable FileSystem jar) implements AutoCloseable {

  private static final String FOLDER = "/demo";

  static DemoEstate open() {
    URL folder = DemoEstate.class.getResource(FOLDER);
    if (folder == null) {
      throw new IllegalStateException("the demonstration estate ships with the classes");
    }
    try {
      URI uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return new DemoEstate(Path.of(uri), null);
      }
      FileSystem jar = FileSystems.newFileSystem(uri, Map.of());
      return new DemoEstate(jar.getPath(FOLDER), jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path entry has an address", e);
    }
  }

  @Override
  public void close() {
    try {
      if (jar != null) {
        jar.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
