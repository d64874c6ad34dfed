package io.drawbridge.collect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The last net: texts that look like a secret wherever they stand, and the public ids that may be kept of one.
 *
 * <p>Every shape is one that its issuer documents or that secret scanners publish; hashes, thumbprints, public keys and GUIDs have
 * none of them.
 */
final class SecretShapes {

  private static final int SHORTEST = 12;

  /**
   * One shape.
   *
   * @param triggers texts of which at least one stands in every secret of this shape: looking for them is much cheaper than matching
   */
  private record Shape(List<String> triggers, Pattern pattern) {
    boolean isIn(String text) {
      return triggers.stream().anyMatch(text::contains) && pattern.matcher(text).find();
    }
  }

  private static final List<Shape> SECRETS =
      List.of(
          shape("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY", "PRIVATE KEY"),
          shape("(?i:AccountKey|SharedAccessKey|SharedAccessSignature)\\s*=\\s*[^;\\s]{8,}", "="),
          shape("(?i:[?&;\"' ]|^)(?i:sig)=[A-Za-z0-9%+/]{20,}", "sig=", "Sig=", "SIG="),
          shape("(?i:(?:^|[;\\s])(?:password|pwd)\\s*=\\s*[^;\\s]{4,})", "="),
          shape("(?i:aws_?(?:secret_?)?(?:access_?)?key(?:_id)?|secret_?access_?key|secretkey)[\"']?\\s*[=:]\\s*[\"']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])",
              "key", "Key", "KEY"),
          shape("eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*", "eyJ"),
          shape("(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])", "Q~"),
          shape("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==", "=="),
          shape("(?<![A-Za-z0-9_])gh[pousr]_[A-Za-z0-9]{36,}", "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
          shape("github_pat_[A-Za-z0-9_]{22,}", "github_pat_"),
          shape("xox[abprs]-[A-Za-z0-9-]{10,}", "xox"),
          shape("(?<![A-Za-z0-9])[sr]k_live_[A-Za-z0-9]{16,}", "k_live_"),
          shape("://[^/\\s:@]{1,64}:[^/\\s:@]{3,}@", "://"));

  private static final Pattern ACCESS_KEY_ID = Pattern.compile("(?<![A-Z0-9])A[KS]IA[A-Z2-7]{16}(?![A-Z0-9])");
  private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern PUBLIC_NAME = Pattern.compile("(?i).*(?:client|application|app|tenant|subscription|principal)[_-]?id");

  /** Arguments of a job that name the programs it loads. */
  private static final Set<String> LIBRARIES = Set.of("--extra-py-files", "--extra-jars");

  /** What a setting of App Service begins with that only refers to a secret. */
  private static final String VAULT_REFERENCE = "@Microsoft.KeyVault";

  private static final Pattern IN_S3 = Pattern.compile("s3://[a-z0-9.-]{3,63}/[A-Za-z0-9/._-]+");

  private SecretShapes() {}

  static boolean isSecret(String text) {
    return text.length() >= SHORTEST && SECRETS.stream().anyMatch(shape -> shape.isIn(text));
  }

  private static Shape shape(String pattern, String... triggers) {
    return new Shape(List.of(triggers), Pattern.compile(pattern));
  }

  /** The ids in a hidden value that are public by nature: access key ids, GUIDs whose name says that they are ids, places of programs in S3, and names of what only refers to a vault. */
  static List<String> publicIds(String name, String value) {
    TreeSet<String> ids = new TreeSet<>();
    if (PUBLIC_NAME.matcher(name).matches() && GUID.matcher(value).matches()) {
      ids.add(value);
    }
    if (value.startsWith(VAULT_REFERENCE + "(") && !isSecret(name)) {
      ids.add(name + VAULT_REFERENCE);
    }
    if (LIBRARIES.contains(name)) {
      Stream.of(value.split(",")).map(String::strip).filter(text -> IN_S3.matcher(text).matches()).forEach(ids::add);
    }
    for (String text : readings(value)) {
      Matcher matcher = ACCESS_KEY_ID.matcher(text);
      while (matcher.find()) {
        ids.add(matcher.group());
      }
    }
    return List.copyOf(ids);
  }

  /** A text as it stands, and decoded where it is base64: user data is. */
  private static List<String> readings(String value) {
    List<String> readings = new ArrayList<>(List.of(value));
    try {
      readings.add(new String(Base64.getMimeDecoder().decode(value), StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException notEncoded) {
      return readings;
    }
    return readings;
  }
}
