package io.drawbridge.edge.network;

/**
 * Decides whether a rule's source takes in the internet at large: an attacker who chooses where to come from.
 *
 * <p>Why a bound on the prefix: an attacker may rent addresses nearly anywhere, but not in one company's block. A rule for a
 * narrower block neither opens a port to the internet nor closes it.
 */
final class PublicSource {

  /** A block at least as wide as this is not one organization's own. */
  private static final int WIDEST_OWNED_IPV4 = 8;

  private PublicSource() {}

  /** True for {@code 0.0.0.0/0} and other IPv4 blocks too wide to be anybody's own. */
  static boolean isInternet(String cidr) {
    int slash = cidr.indexOf('/');
    if (slash < 0 || cidr.indexOf(':') >= 0) {
      return false;
    }
    boolean isPrivate = cidr.startsWith("10.") || cidr.startsWith("127.");
    try {
      return !isPrivate && Integer.parseInt(cidr.substring(slash + 1)) < WIDEST_OWNED_IPV4;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
