package io.drawbridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Resources that a set of scenarios names as its Terraform does, in the words of the provider's own answers. */
final class TerraformResources {

  /**
   * How a type is listed.
   *
   * @param fields the answer's field by the attribute's name
   */
  private record Listing(String operation, String list, Map<String, String> fields) {}

  private static final Map<String, Listing> LISTINGS =
      Map.of(
          "aws_iam_access_key", new Listing("iam:list-access-keys", "AccessKeyMetadata", Map.of("user", "UserName", "id", "AccessKeyId")),
          "aws_s3_bucket", new Listing("s3:list-buckets", "Buckets", Map.of("bucket", "Name")),
          "aws_lambda_function", new Listing("lambda:list-functions", "Functions",
              Map.of("function_name", "FunctionName", "arn", "FunctionArn", "role", "Role", "runtime", "Runtime")));

  private TerraformResources() {}

  /** The documents of the types that are known here; an account without keys or buckets was listed as well. */
  static List<Document> documents(String file, Iterable<String> accounts) throws IOException {
    List<Document> documents = new ArrayList<>();
    for (String account : accounts) {
      LISTINGS.forEach((type, listing) -> documents.add(document(account, listing, new ArrayList<>())));
    }
    for (JsonNode resource : Conformance.json(file)) {
      Optional.ofNullable(LISTINGS.get(resource.path("tfType").asText()))
          .ifPresent(listing -> documents.add(document(resource.path("account").asText(), listing, List.of(item(resource, listing)))));
    }
    return documents;
  }

  private static ObjectNode item(JsonNode resource, Listing listing) {
    ObjectNode item = Conformance.JSON.createObjectNode();
    listing.fields.forEach((attribute, field) -> item.set(field, resource.path("attributes").path(attribute)));
    return item.put("Status", "Active");
  }

  private static Document document(String account, Listing listing, List<ObjectNode> items) {
    ObjectNode body = Conformance.JSON.createObjectNode();
    ArrayNode list = body.putArray(listing.list);
    items.forEach(list::add);
    String region = listing.operation.startsWith("lambda") ? "us-east-1" : "global";
    return new Document(Operation.parse(listing.operation), Scope.account(account), region, "", new TreeMap<>(), body, SnapshotId.IN_MEMORY, "conformance");
  }
}
