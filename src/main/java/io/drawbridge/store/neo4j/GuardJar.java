package io.drawbridge.store.neo4j;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** {@link StandardInputGuard} in a jar of its own, so that nothing else of ours is on the server's class path. */
final class GuardJar {

  private static final String CLASS_FILE = StandardInputGuard.class.getName().replace('.', '/') + ".class";

  private GuardJar() {}

  static void write(Path jar) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (InputStream classFile = GuardJar.class.getResourceAsStream("/" + CLASS_FILE);
        var out = new JarOutputStream(bytes)) {
      if (classFile == null) {
        throw new IOException("`" + CLASS_FILE + "` is missing from this installation");
      }
      var entry = new ZipEntry(CLASS_FILE);
      entry.setTime(0);
      out.putNextEntry(entry);
      classFile.transferTo(out);
      out.closeEntry();
    }
    Files.write(jar, bytes.toByteArray());
  }
}
