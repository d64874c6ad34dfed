package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.aws.IamUser;
import io.drawbridge.inventory.aws.IdentityStoreUser;
import io.drawbridge.inventory.azure.EntraUser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a user of AWS says of the person behind it, each in lower case, with where it stands. */
record PersonalAccount(Resource user, List<Sign> signs) {

  private static final Set<String> ADDRESS_TAGS = Set.of("email", "mail", "e-mail", "owner", "user", "username", "upn", "userprincipalname");
  private static final Set<String> EMPLOYEE_TAGS = Set.of("employeeid", "employee-id", "employee_id", "employeenumber");

  /** Words of a name that belongs to no person. */
  private static final Set<String> IMPERSONAL = Set.of("svc", "service", "serviceaccount", "bot", "robot", "ci", "cd", "cicd", "deploy", "deployer", "automation",
      "system", "app", "terraform", "jenkins", "github", "backup", "noreply", "shared", "mailbox", "info", "support", "helpdesk", "office", "team", "sync", "room");

  /** A value that tells of a person. */
  record Sign(Likeness likeness, String value, String pointer) {
    Sign {
      value = ResourceId.lowerCase(value.strip());
    }
  }

  static PersonalAccount of(IamUser user) {
    List<Sign> signs = new ArrayList<>();
    named(user.name(), "/UserName", signs);
    signs.add(new Sign(Likeness.ACCOUNT_NAME, user.name(), "/UserName"));
    signs.add(new Sign(Likeness.LOCAL_NAME, user.name(), "/UserName"));
    user.tags().forEach((key, value) -> {
      String tag = ResourceId.lowerCase(key);
      if (ADDRESS_TAGS.contains(tag)) {
        named(value, "/Tags", signs);
      } else if (EMPLOYEE_TAGS.contains(tag)) {
        signs.add(new Sign(Likeness.EMPLOYEE_ID, value, "/Tags"));
      }
    });
    return new PersonalAccount(user, List.copyOf(signs));
  }

  static PersonalAccount of(IdentityStoreUser user) {
    List<Sign> signs = new ArrayList<>();
    user.externalIds().forEach(id -> signs.add(new Sign(Likeness.EXTERNAL_ID, id, "/ExternalIds")));
    named(user.userName(), "/UserName", signs);
    user.emails().forEach(mail -> named(mail, "/Emails", signs));
    return new PersonalAccount(user, List.copyOf(signs));
  }

  private static void named(String value, String pointer, List<Sign> signs) {
    signs.add(new Sign(Likeness.SIGN_IN_NAME, value, pointer));
    signs.add(new Sign(Likeness.MAIL, value, pointer));
  }

  /** True for the account of a person, as far as its name says. */
  boolean personal() {
    return personal(user.name());
  }

  /** True for an account that a person may sign in with: neither disabled nor one of a service, a room or a shared mailbox. */
  static boolean personal(EntraUser user) {
    return user.accountEnabled() && personal(user.userPrincipalName());
  }

  private static boolean personal(String name) {
    return Arrays.stream(localName(ResourceId.lowerCase(name)).split("[^a-z0-9]+")).noneMatch(IMPERSONAL::contains);
  }

  /** What stands before the at sign. */
  static String localName(String name) {
    int at = name.indexOf('@');
    return at < 0 ? name : name.substring(0, at);
  }
}
