package io.drawbridge.cloud;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The stable name of a node; two ids are equal exactly when their texts are.
 *
 * <p>The texts are the contract with scripts (FORMATS §4): ARNs as AWS prints them, ARM and Entra ids in lower case, and the
 * schemes {@code entra}, {@code awskey}, {@code github}, {@code external}, {@code privilege} and {@code set} of our own.
 */
public sealed interface ResourceId extends Comparable<ResourceId> {

  /** The id as it is printed, stored and compared. */
  String text();

  @Override
  default int compareTo(ResourceId other) {
    return text().compareTo(other.text());
  }

  /** Lower-cases an identifier independently of the machine's language. */
  static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Reads a full id; empty when the text has none of the known shapes. */
  static Optional<ResourceId> parse(String text) {
    return IdText.parse(text);
  }

  /** {@code arn:partition:service:region:account:resource}; region and account may be empty. */
  record Arn(String text) implements ResourceId {
    private static final int PARTS = 6;

    /** By what the names of their regions begin with. */
    private static final Map<String, String> PARTITIONS = Map.of("cn-", "aws-cn", "us-gov-", "aws-us-gov", "us-iso-", "aws-iso", "us-isob-", "aws-iso-b",
        "eusc-", "aws-eusc");

    public Arn {
      if (!isArn(text)) {
        throw new IllegalArgumentException("`" + text + "` is not an ARN: write arn:partition:service:region:account:resource");
      }
    }

    public static Optional<Arn> find(String text) {
      return isArn(text) ? Optional.of(new Arn(text)) : Optional.empty();
    }

    /** True for six parts, of which region and account alone may be empty. */
    public static boolean isArn(String text) {
      int partition = text.indexOf(':', "arn:".length());
      int service = text.indexOf(':', partition + 1);
      int region = text.indexOf(':', service + 1);
      int account = text.indexOf(':', region + 1);
      return text.startsWith("arn:") && partition > "arn:".length() && service > partition + 1 && region > service && account > region
          && text.length() > account + 1;
    }

    /** An ARN in the partition that the region is of; without a region, in the one that is open to everybody. */
    public static Arn of(String service, String region, String account, String resource) {
      return of(partition(region), service, region, account, resource);
    }

    public static Arn of(String partition, String service, String region, String account, String resource) {
      return new Arn("arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource);
    }

    /** The partition of a region. Source: AWS General Reference, "Amazon Resource Names". */
    public static String partition(String region) {
      return PARTITIONS.entrySet().stream().filter(entry -> region.startsWith(entry.getKey())).map(Map.Entry::getValue).findFirst().orElse("aws");
    }

    /** An ARN of the same partition and account. */
    public Arn beside(String service, String region, String resource) {
      return of(partition(), service, region, account(), resource);
    }

    public String partition() {
      return part(1);
    }

    public String service() {
      return part(2);
    }

    public String region() {
      return part(3);
    }

    public String account() {
      return part(4);
    }

    /** Everything after the account: {@code role/app/deploy}. */
    public String resource() {
      return part(5);
    }

    /** Whether everything after the account starts with a text. */
    public boolean resourceStartsWith(String start) {
      return text.startsWith(start, resourceAt());
    }

    /** The user that an account begins with: {@code arn:aws:iam::111122223333:root}. */
    public boolean isRoot() {
      return text.endsWith(":root") && text.length() - "root".length() == resourceAt();
    }

    private int resourceAt() {
      int from = 0;
      for (int i = 1; i < PARTS; i++) {
        from = text.indexOf(':', from) + 1;
      }
      return from;
    }

    /** What stands after the last slash or colon: the name without its path. */
    public String name() {
      String resource = resource();
      return resource.substring(Math.max(resource.lastIndexOf('/'), resource.lastIndexOf(':')) + 1);
    }

    private String part(int number) {
      int from = 0;
      for (int i = 0; i < number; i++) {
        from = text.indexOf(':', from) + 1;
      }
      return number == PARTS - 1 ? text.substring(from) : text.substring(from, text.indexOf(':', from));
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** An Azure Resource Manager id in lower case, without a slash at its end; the root scope is {@code /}. */
  record ArmId(String text) implements ResourceId {
    private static final String SUBSCRIPTIONS = "/subscriptions/";

    public ArmId {
      text = lowerCase(text);
      while (text.length() > 1 && text.endsWith("/")) {
        text = text.substring(0, text.length() - 1);
      }
      if (!text.startsWith("/")) {
        throw new IllegalArgumentException("`" + text + "` is not an ARM id: it starts with /subscriptions or /providers");
      }
    }

    /** The GUID of the subscription, if the id lies in one. */
    public Optional<String> subscription() {
      if (!text.startsWith(SUBSCRIPTIONS)) {
        return Optional.empty();
      }
      int end = text.indexOf('/', SUBSCRIPTIONS.length());
      return Optional.of(text.substring(SUBSCRIPTIONS.length(), end < 0 ? text.length() : end));
    }

    /** The resource group's own id, if the id lies in one. */
    public Optional<ArmId> resourceGroup() {
      String[] parts = text.split("/", -1);
      return parts.length > 4 && parts[3].equals("resourcegroups")
          ? Optional.of(new ArmId("/subscriptions/" + parts[2] + "/resourcegroups/" + parts[4]))
          : Optional.empty();
    }

    /** True when {@code this} is {@code other} or lies below it by whole path segments; not true for rg1 and rg10. */
    public boolean isWithin(ArmId other) {
      return other.text.equals("/") || text.equals(other.text) || text.startsWith(other.text + "/");
    }

    public String name() {
      return text.substring(text.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** A directory object: {@code entra://<tenant>/<objectId>}; a directory role by its template id. */
  record EntraId(String tenant, String objectId) implements ResourceId {
    public EntraId {
      tenant = lowerCase(tenant);
      objectId = lowerCase(objectId);
    }

    @Override
    public String text() {
      return "entra://" + tenant + "/" + objectId;
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** An AWS access key: {@code awskey://AKIA…}. */
  record AccessKeyId(String keyId) implements ResourceId {
    @Override
    public String text() {
      return "awskey://" + keyId;
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * A GitHub repository, or a part of it that a token can speak for.
   *
   * @param repository the name, or {@code *} for any repository of the owner that is not named elsewhere
   * @param part empty, or {@code ref/<ref>}, {@code environment/<name>}, {@code pull_request}
   */
  record GithubId(String owner, String repository, String part) implements ResourceId {
    @Override
    public String text() {
      return "github://" + owner + "/" + repository + (part.isEmpty() ? "" : "/" + part);
    }

    public GithubId wholeRepository() {
      return new GithubId(owner, repository, "");
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** Something no collector reads: {@code external://internet}, {@code external://aws/<account>}, {@code external://issuer/…}. */
  record ExternalId(String kind, String name) implements ResourceId {
    public static final ExternalId INTERNET = new ExternalId("internet", "");

    @Override
    public String text() {
      return "external://" + kind + (name.isEmpty() ? "" : "/" + name);
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** Power over a whole scope: {@code privilege://<scope id>/AccountAdmin}. */
  record PrivilegeId(String scope, String power) implements ResourceId {
    @Override
    public String text() {
      return "privilege://" + scope + "/" + power;
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * One capability over one scope or pattern with one decision class.
   *
   * @param except empty, or the hash of the members that answer for themselves
   */
  record CapabilitySetId(String capability, String scope, String except) implements ResourceId {
    @Override
    public String text() {
      return "set://" + capability + "/" + scope + (except.isEmpty() ? "" : "?except=" + except);
    }

    @Override
    public String toString() {
      return text();
    }
  }
}
