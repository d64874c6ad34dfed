package io.drawbridge.api.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.api.EstateSample;
import io.drawbridge.api.ImageSource;
import io.drawbridge.api.Published;
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
import io.drawbridge.inventory.azure.AzureParsers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A published snapshot with its inventory: a user who reads orders with MFA and never the list of them, a role that trusts the world,
 * and one who reads the blobs of a subscription of Azure.
 */
final class AccessSample implements ImageSource {

  static final String LENA = "arn:aws:iam::111122223333:user/lena";

  private static final String USERS = """
      {"UserDetailList":[{"UserName":"lena","Arn":"arn:aws:iam::111122223333:user/lena","UserId":"AIDALENA00000000","GroupList":[],"AttachedManagedPolicies":[],
       "UserPolicyList":[{"PolicyName":"orders","PolicyDocument":{"Version":"2012-10-17","Statement":[
        {"Sid":"Read","Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::harbor-orders/*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}},
        {"Sid":"Keep","Effect":"Deny","Action":"s3:GetObjectVersion","Resource":"*"}]}}]}],"GroupDetailList":[],"Policies":[],"RoleDetailList":[
       {"RoleName":"open","Arn":"arn:aws:iam::111122223333:role/open","RoleId":"AROAOPEN00000000","RolePolicyList":[],"AttachedManagedPolicies":[],"InstanceProfileList":[],
        "AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Sid":"Anybody","Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}}]}""";
  private static final String BUCKETS = "{\"Buckets\":[{\"Name\":\"harbor-orders\"}]}";

  private static final Scope ACCOUNT = Scope.account("111122223333");
  private static final String TENANT = "0d4e7a10-5b1c-4f7e-9a36-2c8d1f60b101";
  private static final String PEOPLE = "{\"value\":[{\"id\":\"4e000000-0000-4000-8000-000000000001\",\"displayName\":\"nils\",\"accountEnabled\":true}]}";
  private static final String ROLES = """
      {"value":[{"id":"/subscriptions/5a000000-0000-4000-8000-000000000001/providers/Microsoft.Authorization/roleAssignments/one","properties":{
        "roleDefinitionId":"/providers/Microsoft.Authorization/roleDefinitions/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
        "principalId":"4e000000-0000-4000-8000-000000000001","scope":"/subscriptions/5a000000-0000-4000-8000-000000000001"}}]}""";

  private final Published published = EstateSample.published("one");
  private final Estate estate = estate();

  @Override
  public Optional<Published> current() {
    return Optional.of(published);
  }

  @Override
  public Optional<Estate> inventory() {
    return Optional.of(estate);
  }

  private static Estate estate() {
    List<Document> documents = List.of(document("iam:get-account-authorization-details", ACCOUNT, USERS),
        document("s3:list-buckets", ACCOUNT, BUCKETS), document("graph:users", Scope.tenant(TENANT), PEOPLE),
        document("arm:microsoft.authorization/roleassignments", Scope.tenant(TENANT), ROLES));
    List<CoverageEntry> coverage = new ArrayList<>();
    documents.forEach(document -> coverage.add(new CoverageEntry(document.scope(), document.region(), document.operation(), "", CoverageStatus.COMPLETE, "", Instant.EPOCH)));
    InventoryBuilder inventory = new ParserRegistry(Stream.of(AwsParsers.ALL, AzureParsers.ALL).flatMap(List::stream).toList(), AzureParsers.FALLBACKS).parse(documents);
    return new Estate(inventory.build(), new Coverage(coverage, inventory.malformed()));
  }

  private static Document document(String operation, Scope scope, String body) {
    try {
      return new Document(Operation.parse(operation), scope, CoverageEntry.GLOBAL, "", new TreeMap<>(), new ObjectMapper().readTree(body),
          SnapshotId.IN_MEMORY, "sample");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(body, e);
    }
  }
}
