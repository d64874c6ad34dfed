package io.drawbridge.store.neo4j;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The first user's password as the server reads it from {@code auth.ini} before it opens Bolt: what {@code neo4j-admin dbms
 * set-initial-password} writes, without the password on a command line.
 */
final class InitialPassword {

  private static final int ITERATIONS = 1024;
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private InitialPassword() {}

  static String random() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes());
  }

  static String line(String user, String password) {
    byte[] salt = randomBytes();
    HexFormat hex = HexFormat.of();
    return user + ":SHA-256," + hex.formatHex(hash(password, salt)) + "," + hex.formatHex(salt) + "," + ITERATIONS + ":\n";
  }

  private static byte[] hash(String password, byte[] salt) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      byte[] hash = digest.digest(password.getBytes(StandardCharsets.UTF_8));
      for (int i = 1; i < ITERATIONS; i++) {
        hash = digest.digest(hash);
      }
      return hash;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] randomBytes() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
