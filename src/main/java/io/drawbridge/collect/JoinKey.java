package io.drawbridge.collect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which secret values are compared without being kept: equal values give equal joins, and nobody without the key can
 * test a guess against one.
 *
 * <p>One key per data directory, made at first use; two directories can share one, so that a secret that stands in both is seen to
 * be the same.
 */
public final class JoinKey {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final String FILE = "join.key";

  private final SecretKeySpec key;

  private JoinKey(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a join key has " + BYTES + " bytes, not " + bytes.length);
    }
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  public static JoinKey of(byte[] bytes) {
    return new JoinKey(bytes);
  }

  /** A key that nobody else has: for files that are analysed in memory. */
  public static JoinKey random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new JoinKey(bytes);
  }

  /** The key of a data directory, made readable by its owner alone when it is not there yet. */
  public static JoinKey load(Path dataDirectory, SecureRandom random) throws IOException {
    Path file = dataDirectory.resolve(FILE);
    return Files.exists(file) ? read(file) : create(dataDirectory, file, random);
  }

  /** A key from a file that holds it in hexadecimal. */
  public static JoinKey read(Path file) throws IOException {
    try {
      return of(HexFormat.of().parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip()));
    } catch (IllegalArgumentException broken) {
      throw new IOException("`" + file + "` is no join key: it should hold " + 2 * BYTES + " hexadecimal digits", broken);
    }
  }

  private static JoinKey create(Path directory, Path file, SecureRandom random) throws IOException {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    Files.createDirectories(directory);
    Path temporary = Files.createTempFile(directory, FILE, ".tmp", ownerOnly(directory));
    Files.writeString(temporary, HexFormat.of().formatHex(bytes), StandardCharsets.US_ASCII, StandardOpenOption.TRUNCATE_EXISTING);
    try {
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException otherWasFaster) {
      return read(file);
    } catch (UnsupportedOperationException | AtomicMoveNotSupportedException noLinks) {
      Files.move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
    return of(bytes);
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }

  /** The join of a value: 64 hexadecimal digits. */
  public String join(String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, impossible);
    }
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "JoinKey";
  }
}
