package io.drawbridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.aws.AwsParsers;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the organisations of the who-can set, which come in a layout of their own, into documents as the AWS CLI prints them. */
final class WhoCanEstate {

  private final List<Document> documents = new ArrayList<>();
  private final List<CoverageEntry> coverage = new ArrayList<>();

  private WhoCanEstate() {}

  static Estate of(String dataset) throws IOException {
    var adapter = new WhoCanEstate();
    String folder = "aws/who-can/" + dataset + "/";
    Conformance.json(folder + "accounts.json").properties().forEach(account -> adapter.account(account.getKey(), account.getValue()));
    Conformance.json(folder + "organizations.json").properties().forEach(organization -> adapter.organization(organization.getValue()));
    InventoryBuilder inventory = new ParserRegistry(AwsParsers.ALL, List.of()).parse(adapter.documents);
    return new Estate(inventory.build(), new Coverage(adapter.coverage, inventory.malformed()));
  }

  private void account(String account, JsonNode data) {
    add("iam:get-account-authorization-details", account, "", data.path("authorizationDetails"));
    ObjectNode buckets = object();
    ArrayNode list = buckets.putArray("Buckets");
    for (JsonNode resource : data.path("resources")) {
      switch (resource.path("service").asText()) {
        case "s3" -> bucket(account, resource, list);
        case "kms" -> add("kms:get-key-policy", account, resource.path("metadata").path("arn").asText(), object().set("Policy", policy(resource)));
        default -> {}
      }
    }
    add("s3:list-buckets", account, "", buckets);
    JsonNode block = data.path("accountLevel").path("s3-bpa");
    if (!block.isMissingNode()) {
      add("s3control:get-public-access-block", account, "", object().set("PublicAccessBlockConfiguration", block));
    }
  }

  private void bucket(String account, JsonNode resource, ArrayNode list) {
    String name = resource.path("metadata").path("name").asText();
    list.addObject().put("Name", name);
    if (resource.has("policy")) {
      add("s3:get-bucket-policy", account, name, object().set("Policy", policy(resource)));
    } else {
      coverage.add(entry("s3:get-bucket-policy", account, name));
    }
    if (resource.has("bpa")) {
      add("s3:get-public-access-block", account, name, object().set("PublicAccessBlockConfiguration", resource.path("bpa")));
    }
    if (resource.path("metadata").path("abacEnabled").asBoolean()) {
      ArrayNode tags = Conformance.JSON.createArrayNode();
      resource.path("tags").properties().forEach(tag -> tags.addObject().put("Key", tag.getKey()).put("Value", tag.getValue().asText()));
      add("s3:get-bucket-tagging", account, name, object().set("TagSet", tags));
    } else {
      add("s3:get-bucket-tagging", account, name, object().set("TagSet", Conformance.JSON.createArrayNode()));
    }
  }

  private static JsonNode policy(JsonNode resource) {
    return resource.path("policy").isObject() ? resource.path("policy") : object();
  }

  private void organization(JsonNode organization) {
    JsonNode metadata = organization.path("metadata");
    String management = metadata.path("rootAccountId").asText();
    ObjectNode described = object();
    described.putObject("Organization").put("Id", metadata.path("id").asText()).put("Arn", metadata.path("arn").asText()).put("MasterAccountId", management);
    add("organizations:describe-organization", management, "", described);
    ObjectNode accounts = object();
    ArrayNode list = accounts.putArray("Accounts");
    organization.path("accounts").properties().forEach(account -> {
      list.addObject().put("Id", account.getKey()).put("Name", account.getKey())
          .put("Arn", "arn:aws:organizations::" + management + ":account/" + metadata.path("id").asText() + "/" + account.getKey());
      parent(management, account.getKey(), account.getValue().path("ou").asText());
    });
    add("organizations:list-accounts", management, "", accounts);
    organization.path("ous").properties().stream().filter(unit -> unit.getValue().has("parent"))
        .forEach(unit -> parent(management, unit.getKey(), unit.getValue().path("parent").asText()));
    policies(management, organization);
  }

  private void parent(String management, String child, String parent) {
    ObjectNode parents = object();
    parents.putArray("Parents").addObject().put("Id", parent);
    add("organizations:list-parents", management, child, parents);
  }

  private void policies(String management, JsonNode organization) {
    Map<String, ArrayNode> targets = new TreeMap<>();
    for (String kind : List.of("scps", "rcps")) {
      organization.path(kind).properties().forEach(policy -> {
        ObjectNode described = object();
        ObjectNode body = described.putObject("Policy");
        body.putObject("PolicySummary").put("Id", id(policy.getKey())).put("Arn", policy.getKey()).put("Name", policy.getValue().path("metadata").path("name").asText())
            .put("Type", kind.equals("scps") ? "SERVICE_CONTROL_POLICY" : "RESOURCE_CONTROL_POLICY");
        body.set("Content", policy.getValue().path("policy"));
        add("organizations:describe-policy", management, id(policy.getKey()), described);
        targets.computeIfAbsent(id(policy.getKey()), none -> Conformance.JSON.createArrayNode());
      });
      for (String level : List.of("accounts", "ous")) {
        organization.path(level).properties().forEach(target -> target.getValue().path(kind).forEach(arn ->
            targets.computeIfAbsent(id(arn.asText()), none -> Conformance.JSON.createArrayNode()).addObject().put("TargetId", target.getKey())));
      }
    }
    targets.forEach((policy, list) -> add("organizations:list-targets-for-policy", management, policy, object().set("Targets", list)));
    coverage.add(entry("organizations:list-policies", management, ""));
  }

  private static String id(String policyArn) {
    return policyArn.substring(policyArn.lastIndexOf('/') + 1);
  }

  private static ObjectNode object() {
    return Conformance.JSON.createObjectNode();
  }

  private void add(String operation, String account, String subject, JsonNode body) {
    documents.add(new Document(Operation.parse(operation), Scope.account(account), CoverageEntry.GLOBAL, subject, new TreeMap<>(), body, SnapshotId.IN_MEMORY, "who-can"));
    coverage.add(entry(operation, account, subject));
  }

  private static CoverageEntry entry(String operation, String account, String subject) {
    return new CoverageEntry(Scope.account(account), CoverageEntry.GLOBAL, Operation.parse(operation), subject, CoverageStatus.COMPLETE, "", Instant.EPOCH);
  }
}
