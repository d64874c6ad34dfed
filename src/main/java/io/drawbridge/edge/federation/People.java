package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.federation.PersonalAccount.Sign;
import io.drawbridge.inventory.azure.EntraUser;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The people of the tenants by everything that tells of them, so that an account elsewhere finds those that it resembles.
 *
 * <p>INVARIANT: a value that more than {@link #FEW} accounts share tells of nobody, so that the cost stays that of the accounts.
 */
final class People {

  private static final int FEW = 4;
  private static final Pattern TWO_WORDS = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)+");

  private final Map<Key, List<EntraUser>> byKey = new HashMap<>();

  private record Key(Likeness likeness, String value) {}

  /**
   * A person that an account resembles.
   *
   * @param signs that agree, one for each likeness
   */
  record Candidate(EntraUser user, Map<Likeness, Sign> signs) {
    double score() {
      return Likeness.score(signs.keySet());
    }
  }

  People(Estate estate) {
    estate.inventory().all(EntraUser.class).stream().filter(PersonalAccount::personal).forEach(this::add);
  }

  private void add(EntraUser user) {
    String name = ResourceId.lowerCase(user.userPrincipalName());
    add(Likeness.EXTERNAL_ID, user.id().objectId(), user);
    add(Likeness.EMPLOYEE_ID, user.person().employeeId(), user);
    add(Likeness.SIGN_IN_NAME, name, user);
    add(Likeness.ACCOUNT_NAME, user.person().accountName(), user);
    user.mails().stream().map(ResourceId::lowerCase).filter(mail -> !mail.equals(name)).distinct().forEach(mail -> add(Likeness.MAIL, mail, user));
    String local = PersonalAccount.localName(name);
    if (!user.external() && TWO_WORDS.matcher(local).matches()) {
      add(Likeness.LOCAL_NAME, local, user);
    }
  }

  private void add(Likeness likeness, String value, EntraUser user) {
    if (!value.isBlank()) {
      byKey.computeIfAbsent(new Key(likeness, ResourceId.lowerCase(value)), none -> new ArrayList<>()).add(user);
    }
  }

  /** Everybody whom the account resembles, in a stable order. */
  List<Candidate> resembling(PersonalAccount account) {
    Map<ResourceId, Candidate> found = new LinkedHashMap<>();
    for (Sign sign : account.signs()) {
      for (EntraUser user : few(byKey.getOrDefault(new Key(sign.likeness(), sign.value()), List.of()))) {
        found.computeIfAbsent(user.id(), none -> new Candidate(user, new EnumMap<>(Likeness.class))).signs().putIfAbsent(sign.likeness(), sign);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<EntraUser> few(List<EntraUser> users) {
    return users.size() > FEW ? List.of() : users;
  }
}
