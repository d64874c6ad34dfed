package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.inventory.Fields;
import java.util.List;
import java.util.stream.Stream;

/**
 * With whom something is shared.
 *
 * @param everybody true when any account may use it
 * @param accounts that may use it by name
 * @param organizations whose accounts may use it, by id
 */
public record SharedWith(boolean everybody, List<String> accounts, List<String> organizations) {

  private static final String ALL = "all";

  public SharedWith {
    accounts = List.copyOf(accounts);
    organizations = List.copyOf(organizations);
  }

  /** A list of permissions as EC2 writes it: of a group, an account or an organization each. */
  static SharedWith ofPermissions(JsonNode permissions) {
    List<String> organizations = Fields.texts(permissions, "OrganizationArn").stream().map(arn -> arn.substring(arn.lastIndexOf('/') + 1)).toList();
    return new SharedWith(Fields.texts(permissions, "Group").contains(ALL), Fields.texts(permissions, "UserId"), organizations);
  }

  /** A list of account numbers, one of which may stand for all. */
  static SharedWith ofAccounts(Stream<String> values) {
    List<String> all = values.toList();
    return new SharedWith(all.contains(ALL), all.stream().filter(value -> !value.equals(ALL)).toList(), List.of());
  }
}
