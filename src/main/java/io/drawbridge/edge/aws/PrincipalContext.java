package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The condition keys that are known of every direct request of a principal.
 *
 * <p>Source: IAM User Guide, "AWS global condition context keys": which keys a request carries by the kind of its principal.
 * <b>Not modelled:</b> session tags (a role's tags count), requests that a service makes for the principal.
 */
record PrincipalContext(Optional<List<String>> organizationId, SortedSet<String> mentionedTags) {

  /** A session of a role may be called anything; names that policies tell apart are asked by {@link NamedSessions}. */
  private static final String ANY_SESSION = ":session";

  private static final String TAG = "aws:principaltag/";

  SortedMap<String, List<String>> user(ResourceId.Arn arn, String userId, SortedMap<String, String> tags) {
    SortedMap<String, List<String>> known = common(arn, tags);
    known.put("aws:principaltype", List.of("User"));
    known.put("aws:username", List.of(arn.name()));
    known.put("aws:userid", List.of(userId));
    return known;
  }

  SortedMap<String, List<String>> role(ResourceId.Arn arn, String roleId, SortedMap<String, String> tags) {
    SortedMap<String, List<String>> known = common(arn, tags);
    known.put("aws:principaltype", List.of("AssumedRole"));
    known.put("aws:username", List.of());
    known.put("aws:userid", List.of(roleId + ANY_SESSION));
    return known;
  }

  /** A principal of which only the account, and perhaps the ARN, is known. */
  SortedMap<String, List<String>> stranger(ResourceId.Arn arn) {
    SortedMap<String, List<String>> known = direct();
    known.put("aws:principalaccount", List.of(arn.account()));
    known.put("kms:calleraccount", List.of(arn.account()));
    if (!arn.resource().equals("root")) {
      known.put("aws:principalarn", List.of(arn.text()));
    }
    organizationId.ifPresent(id -> known.put("aws:principalorgid", id));
    return known;
  }

  private SortedMap<String, List<String>> common(ResourceId.Arn arn, SortedMap<String, String> tags) {
    SortedMap<String, List<String>> known = stranger(arn);
    known.put("aws:principalarn", List.of(arn.text()));
    mentionedTags.forEach(tag -> known.put(TAG + tag, List.of()));
    tags.forEach((tag, value) -> known.put(TAG + ResourceId.lowerCase(tag), List.of(value)));
    return known;
  }

  /** What every request has that a principal signs itself; the caller chooses TLS. */
  static SortedMap<String, List<String>> direct() {
    SortedMap<String, List<String>> known = new TreeMap<>();
    known.put("aws:securetransport", List.of("true"));
    known.put("aws:viaawsservice", List.of("false"));
    known.put("aws:principalisawsservice", List.of("false"));
    known.put("aws:principalservicename", List.of());
    known.put("aws:principalservicenameslist", List.of());
    known.put("aws:calledvia", List.of());
    known.put("aws:calledviafirst", List.of());
    known.put("aws:calledvialast", List.of());
    known.put("aws:sourcearn", List.of());
    known.put("aws:sourceaccount", List.of());
    known.put("aws:sourceorgid", List.of());
    known.put("aws:sourceorgpaths", List.of());
    return known;
  }
}
