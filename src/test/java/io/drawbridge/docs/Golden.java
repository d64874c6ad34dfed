package io.drawbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is generated and committed; {@code -Dgolden.update=true} writes it, and the difference is reviewed. */
public final class Golden {

  private Golden() {}

  public static void assertMatches(Path file, String generated) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, generated);
    }
    assertThat(Files.exists(file)).as("%s is missing: run with -Dgolden.update=true", file).isTrue();
    assertThat(Files.readString(file)).as("%s is out of date: run with -Dgolden.update=true and review", file).isEqualTo(generated);
  }
}
