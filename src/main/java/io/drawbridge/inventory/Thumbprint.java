package io.drawbridge.inventory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Names a certificate as providers do: the SHA-1 of its bytes, in hexadecimal and upper case. */
public final class Thumbprint {

  private static final int BYTES = 20;

  private Thumbprint() {}

  /** Of a certificate in Base64, with or without line breaks; empty for what is no Base64. */
  public static Optional<String> ofCertificate(String base64) {
    return decode(base64).filter(bytes -> bytes.length > 0).map(bytes -> HexFormat.of().withUpperCase().formatHex(sha1().digest(bytes)));
  }

  /** A thumbprint that is written in Base64 or in hexadecimal; empty for another text. */
  public static Optional<String> read(String text) {
    if (text.length() == 2 * BYTES && text.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.of(text.toUpperCase(Locale.ROOT));
    }
    return decode(text).filter(bytes -> bytes.length == BYTES).map(bytes -> HexFormat.of().withUpperCase().formatHex(bytes));
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
