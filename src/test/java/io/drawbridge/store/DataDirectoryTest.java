package io.drawbridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir private Path folder;

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    DataDirectory data = DataDirectory.open(folder.resolve("some").resolve("data"));
    for (Path made : new Path[] {data.root(), data.images(), data.neo4j()}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made))).isEqualTo("rwx------");
    }
    OwnerOnly.write(data.root().resolve("note"), "one");
    OwnerOnly.write(data.root().resolve("note"), "two");
    assertThat(data.root().resolve("note")).hasContent("two");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root().resolve("note")))).isEqualTo("rw-------");
    assertThat(data.root().toFile().list()).containsExactlyInAnyOrder("images", "neo4j", "note");
  }

  @Test
  void aFileInItsPlaceIsSaidWithAWayOut() throws IOException {
    Path file = Files.createFile(folder.resolve("data"));
    assertThatThrownBy(() -> DataDirectory.open(file)).isInstanceOfSatisfying(DrawbridgeException.class, e -> {
      assertThat(e.code()).isEqualTo(ErrorCode.BACKEND_UNAVAILABLE);
      assertThat(e.message()).contains(file.toString(), "--data");
    });
  }

  @Test
  void aDamagedPointerPublishesNothing() throws IOException {
    DataDirectory data = DataDirectory.open(folder.resolve("data"));
    for (String damaged : new String[] {"", "{", "{\"snapshot\":\"s\",\"graphHash\":\"h\"}"}) {
      Files.writeString(data.images().resolve("published.json"), damaged);
      assertThat(new PublishedImages(data).current()).as(damaged).isEmpty();
    }
  }
}
