package io.drawbridge.collect.foreign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What other inputs say about whose a file is: the caller's identity saved beside it, and the one tenant that all others are of. */
final class Hints {

  private final Map<List<String>, String> callers = new HashMap<>();
  private final Set<String> tenants = new TreeSet<>();
  private boolean settled;

  /** Remembers the account of a {@code get-caller-identity} for its folder and all below. */
  void caller(List<String> folders, String account) {
    callers.put(List.copyOf(folders), account);
  }

  void tenant(String tenant) {
    tenants.add(tenant);
  }

  /** The account of the nearest caller's identity, or empty. */
  String account(List<String> folders) {
    for (int depth = folders.size(); depth > 0; depth--) {
      String account = callers.get(folders.subList(0, depth));
      if (account != null) {
        return account;
      }
    }
    return "";
  }

  /** Ends the time of remembering: before it nobody can know that no second tenant follows. */
  void settle() {
    settled = true;
  }

  /** The tenant when all inputs together name exactly one, or empty. */
  String tenant() {
    return settled && tenants.size() == 1 ? tenants.iterator().next() : "";
  }
}
