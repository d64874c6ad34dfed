package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises what {@code aws <service> <operation>} prints, and finds its account and region.
 *
 * <p><b>Not modelled:</b> answers in the CLI's other output forms (table, text, yaml).
 */
final class AwsFiles {

  /** Fields that stand beside an answer's own. */
  private static final Set<String> PAGING =
      Set.of("NextToken", "nextToken", "NextMarker", "Marker", "Truncated", "IsTruncated", "truncated", "ResponseMetadata", "MaxItems", "failures",
          "PaginationToken", "NextContinuationToken");

  /** Listings that also show what other accounts own. */
  private static final Set<String> SHOWS_OTHERS = Set.of("ec2", "inspector2", "securityhub");

  private final Hints hints;

  AwsFiles(Hints hints) {
    this.hints = hints;
  }

  /** Reads an answer whose name can mean several operations. */
  Reading named(FileName name, Places places, List<AwsOperation> named, JsonNode body) {
    if (!body.isObject()) {
      return new Reading.Malformed("is named for `" + name.operation() + "` but holds no JSON object");
    }
    List<AwsOperation> fitting = named.stream().filter(one -> one.fits(body) || (one.isListing() && isEmptyAnswer(body))).toList();
    if (fitting.isEmpty()) {
      return new Reading.Malformed("is named for `" + name.operation() + "` but holds none of the fields of that answer ("
          + named.stream().flatMap(one -> one.fields().stream()).map(AwsOperation.Field::name).distinct().collect(Collectors.joining(", ")) + ")");
    }
    return choose(name, places, Map.of(), bySubject(fitting, name.subject()), body);
  }

  /** Reads an answer by its content alone; empty when it is none. */
  Optional<Reading> byContent(FileName name, Places places, JsonNode body) {
    List<AwsOperation> fitting = AwsOperations.fitting(body);
    return fitting.isEmpty() ? Optional.empty() : Optional.of(choose(name, places, Map.of(), bySubject(fitting, name.subject()), body));
  }

  /** Reads the answer to a request that is known. */
  Reading wrapped(FileName name, Places places, AwsOperation operation, Map<String, String> parameters, JsonNode body) {
    boolean fits = body.isObject() && (operation.fits(body) || (operation.isListing() && isEmptyAnswer(body)));
    return fits
        ? choose(name, places, parameters, List.of(operation), body)
        : new Reading.Malformed("wraps `" + operation.operation() + "` but the response holds none of the fields of that answer");
  }

  private Reading choose(FileName name, Places places, Map<String, String> parameters, List<AwsOperation> fitting, JsonNode body) {
    AwsOperation operation = fitting.getFirst();
    if (fitting.size() > 1) {
      return new Reading.Ambiguous("could be the answer of "
          + fitting.stream().map(one -> one.operation().service() + " " + one.operation().name()).collect(Collectors.joining(" or "))
          + ": name it `<service>-<operation>.json`");
    }
    if (operation.needsSubject() && name.subject().isEmpty()) {
      return new Reading.Ambiguous("does not say which resource it is about: name it `" + operation.operation().name() + "__<resource>.json`");
    }
    AwsOwner owner = new AwsOwner(body, name.subject());
    String account = account(operation, places, owner, name);
    String region = region(operation, places, owner);
    if (account.isEmpty()) {
      return new Reading.Homeless("names no account: give --account or put it in a folder `<account>/<region>`");
    }
    if (region.isEmpty()) {
      return new Reading.Homeless("names no region: give --region or put it in a folder `<account>/<region>`");
    }
    if (operation.operation().toString().equals("sts:get-caller-identity")) {
      hints.caller(name.folders(), account);
    }
    CoverageStatus status = hasMore(body) ? CoverageStatus.PARTIAL : CoverageStatus.COMPLETE;
    return new Reading.Recognised(List.of(new Found(operation.operation(), Scope.account(account), region, name.subject(), parameters, body,
        operation.items(body), status)));
  }

  /** Of operations that differ in needing a subject, those that fit the name: a bucket's public access block, or the account's. */
  private static List<AwsOperation> bySubject(List<AwsOperation> fitting, String subject) {
    boolean named = !subject.isEmpty() && !Places.ACCOUNT.matcher(subject).matches();
    List<AwsOperation> agreeing = fitting.stream().filter(one -> one.needsSubject() == named).toList();
    return fitting.size() > 1 && !agreeing.isEmpty() ? agreeing : fitting;
  }

  private String account(AwsOperation operation, Places places, AwsOwner owner, FileName name) {
    boolean own = !SHOWS_OTHERS.contains(operation.operation().service());
    Optional<String> account = Optional.of(places.givenAccount()).filter(given -> !given.isEmpty())
        .or(() -> own ? owner.onlyAccount() : Optional.empty())
        .or(() -> Optional.of(places.folderAccount()).filter(folder -> !folder.isEmpty()))
        .or(() -> Optional.of(hints.account(name.folders())).filter(caller -> !caller.isEmpty()))
        .or(owner::mostlyAccount);
    return account.orElse("");
  }

  private static String region(AwsOperation operation, Places places, AwsOwner owner) {
    if (operation.isGlobal()) {
      return CoverageEntry.GLOBAL;
    }
    if (!places.givenRegion().isEmpty()) {
      return places.givenRegion();
    }
    return owner.mostlyRegion().orElse(places.folderRegion());
  }

  private static boolean isEmptyAnswer(JsonNode body) {
    return body.properties().stream().allMatch(entry -> PAGING.contains(entry.getKey()));
  }

  /** Whether the answer says that there is more to ask for. */
  static boolean hasMore(JsonNode body) {
    boolean flagged = List.of("IsTruncated", "Truncated", "truncated").stream().anyMatch(flag -> body.path(flag).asBoolean(false));
    return flagged || List.of("NextToken", "nextToken", "NextMarker", "NextContinuationToken", "PaginationToken", "Marker").stream()
        .anyMatch(token -> !body.path(token).asText("").isEmpty());
  }
}
