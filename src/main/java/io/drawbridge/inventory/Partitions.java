package io.drawbridge.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The partition of AWS that each account is of, which answers without a region do not say.
 *
 * <p>Why before parsing: a bucket's ARN names no account and no region, and policies name it by its partition. Told by the regions of other
 * answers, or else by the ARNs of users and roles. Source: AWS General Reference, "Amazon Resource Names".
 */
record Partitions(Map<Scope, String> byAccount) {

  static final Partitions NONE = new Partitions(Map.of());

  private static final String PUBLIC = "aws";
  private static final List<String> ARNS = List.of("/RoleDetailList/0/Arn", "/UserDetailList/0/Arn", "/GroupDetailList/0/Arn", "/Arn");

  static Partitions of(Collection<Document> documents) {
    Map<Scope, String> byAccount = new HashMap<>();
    for (Document document : documents) {
      String partition = partition(document);
      if (!partition.equals(PUBLIC)) {
        byAccount.put(document.scope(), partition);
      }
    }
    return new Partitions(byAccount);
  }

  String of(Scope account) {
    return byAccount.getOrDefault(account, PUBLIC);
  }

  private static String partition(Document document) {
    String ofRegion = Arn.partition(document.region());
    JsonNode body = document.body();
    return !ofRegion.equals(PUBLIC) ? ofRegion : ARNS.stream().map(body::at).map(JsonNode::asText).flatMap(text -> Arn.find(text).stream())
        .map(Arn::partition).findFirst().orElse(PUBLIC);
  }
}
