package io.drawbridge.api.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The secret of one start of the server that its own pages receive and every change must show.
 *
 * <p>Why: another site may make a browser send a request here, but it can read neither the page nor the token in it.
 */
final class PageToken {

  /** The request header that carries it. */
  static final String HEADER = "x-drawbridge-token";

  private static final int BYTES = 32;

  private final String value;

  private PageToken(String value) {
    this.value = value;
  }

  static PageToken random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new PageToken(HexFormat.of().formatHex(bytes));
  }

  String value() {
    return value;
  }

  /** Compares in a time that does not depend on where the texts differ. */
  boolean matches(@Nullable String shown) {
    return shown != null && MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }
}
