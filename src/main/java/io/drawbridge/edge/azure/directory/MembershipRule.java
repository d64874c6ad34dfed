package io.drawbridge.edge.azure.directory;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rule of a dynamic group, and whether who writes users' ordinary attributes makes it fit.
 *
 * <p>It does when the rule asks of nothing but such attributes, and of what any enabled member account fulfils. Source: Microsoft Entra,
 * "Manage rules for dynamic membership groups". <b>Not modelled:</b> alternatives of which only one asks of ordinary attributes; rules over
 * devices; rules that a guest fulfils by a name of its own choice; rules that contradict themselves.
 */
final class MembershipRule {

  private static final Pattern ATTRIBUTE = Pattern.compile("\\b(user|device)\\s*\\.\\s*(\\w+)");

  /** What every enabled member account fulfils. */
  private static final Pattern TRIVIAL = Pattern.compile(
      "\\(?\\s*user\\.(?:accountenabled\\s+-eq\\s+\"?true\"?|objectid\\s+-ne\\s+\"?null\"?|usertype\\s+-eq\\s+\"member\"|usertype\\s+-ne\\s+\"guest\")\\s*\\)?");

  private static final Set<String> ORDINARY =
      Set.of("city", "companyname", "country", "department", "displayname", "employeeid", "employeetype", "facsimiletelephonenumber", "givenname",
          "jobtitle", "mailnickname", "physicaldeliveryofficename", "postalcode", "preferredlanguage", "state", "streetaddress", "surname",
          "extensionattribute1", "extensionattribute2", "extensionattribute3", "extensionattribute4", "extensionattribute5", "extensionattribute6",
          "extensionattribute7", "extensionattribute8", "extensionattribute9", "extensionattribute10", "extensionattribute11",
          "extensionattribute12", "extensionattribute13", "extensionattribute14", "extensionattribute15");

  private MembershipRule() {}

  static boolean fitsWhoWritesAttributes(String rule) {
    String asked = TRIVIAL.matcher(rule.toLowerCase(Locale.ROOT)).replaceAll("");
    Matcher attribute = ATTRIBUTE.matcher(asked);
    boolean any = false;
    while (attribute.find()) {
      if (!attribute.group(1).equals("user") || !ORDINARY.contains(attribute.group(2))) {
        return false;
      }
      any = true;
    }
    return any;
  }
}
