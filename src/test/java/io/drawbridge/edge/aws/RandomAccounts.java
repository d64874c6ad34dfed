package io.drawbridge.edge.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Small estates of two accounts in one organization with every kind of policy, from a seed. */
final class RandomAccounts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ACTIONS =
      List.of("sts:AssumeRole", "secretsmanager:GetSecretValue", "s3:GetObject", "kms:Decrypt", "*", "s3:*", "secretsmanager:*", "sts:*", "iam:*",
          "ec2:*", "lambda:*", "ssm:*", "cloudformation:*", "codedeploy:*", "iam:PassRole", "iam:UpdateAssumeRolePolicy", "iam:CreateAccessKey", "lambda:UpdateFunctionCode", "ssm:SendCommand");
  private static final List<String> TEAMS = List.of("red", "blue");

  final String home;
  final String away;
  private final Random random;
  private final List<Document> documents = new ArrayList<>();

  private final int crowd;

  RandomAccounts(long seed, String home, String away) {
    this(seed, home, away, 0);
  }

  /**
   * @param crowd how many roles of few kinds each account has besides
   */
  RandomAccounts(long seed, String home, String away, int crowd) {
    this.crowd = crowd;
    this.random = new Random(seed);
    this.home = home;
    this.away = away;
    account(home);
    account(away);
    organization();
  }

  /** The documents, one per operation, scope and subject. */
  List<Document> documents() {
    return documents;
  }

  static Estate estate(List<Document> documents) {
    List<CoverageEntry> coverage = documents.stream().map(document -> new CoverageEntry(document.scope(), document.region(), document.operation(),
        document.subject(), CoverageStatus.COMPLETE, "", Instant.EPOCH)).toList();
    InventoryBuilder inventory = new ParserRegistry(AwsParsers.ALL, List.of()).parse(documents);
    return new Estate(inventory.build(), new Coverage(coverage, inventory.malformed()));
  }

  private void account(String account) {
    authorization(account);
    var secrets = JSON.createObjectNode();
    for (int i = 0; i < 4; i++) {
      secretAndPolicy(account, i, secrets.withArray("SecretList"));
    }
    add("secretsmanager:list-secrets", account, "eu-west-1", "", secrets);
    for (int i = 0; i < 2; i++) {
      var key = JSON.createObjectNode();
      key.put("Policy", policy(account, true, List.of("kms:*", "kms:Decrypt"), List.of("*")).toString());
      if (chance(5)) {
        add("kms:get-key-policy", account, "eu-west-1", keyArn(account, i), key);
      }
    }
    parameters(account);
    grants(account);
    var buckets = JSON.createObjectNode();
    for (int i = 0; i < 3; i++) {
      bucket(account, i, buckets.withArray("Buckets"));
    }
    add("s3:list-buckets", account, "global", "", buckets);
    compute(account);
  }

  private void parameters(String account) {
    var parameters = JSON.createObjectNode();
    for (int i = 0; i < 3; i++) {
      ObjectNode parameter = parameters.withArray("Parameters").addObject().put("Name", "/app-" + i + "/token").put("Type", chance(7) ? "SecureString" : "String");
      parameter.put("KeyId", chance(5) ? keyArn(account, random.nextInt(2)) : "alias/aws/ssm");
    }
    add("ssm:describe-parameters", account, "eu-west-1", "", parameters);
  }

  private void grants(String account) {
    var grants = JSON.createObjectNode();
    for (int i = 0; i < random.nextInt(3); i++) {
      ObjectNode grant = grants.withArray("Grants").addObject().put("KeyId", keyArn(account, random.nextInt(2)))
          .put("GranteePrincipal", "arn:aws:iam::" + account + ":" + (chance(5) ? "role/app-" + random.nextInt(5) : "user/app-" + random.nextInt(4)));
      grant.putArray("Operations").add(chance(8) ? "Decrypt" : "Encrypt");
      if (chance(3)) {
        grant.putObject("Constraints").putObject("EncryptionContextSubset").put("PARAMETER_ARN", "arn:aws:ssm:eu-west-1:" + account + ":parameter/app-1/token");
      }
    }
    add("kms:list-grants", account, "eu-west-1", "", grants);
  }

  private void compute(String account) {
    var functions = JSON.createObjectNode();
    var reservations = JSON.createObjectNode();
    var managed = JSON.createObjectNode();
    for (int i = 0; i < 3; i++) {
      functions.withArray("Functions").addObject().put("FunctionArn", "arn:aws:lambda:eu-west-1:" + account + ":function:app-" + i)
          .put("Role", "arn:aws:iam::" + account + ":role/app-" + i);
      ObjectNode instance = reservations.withArray("Reservations").addObject().withArray("Instances").addObject();
      instance.put("InstanceId", "i-" + account + i);
      instance.putObject("State").put("Name", "running");
      instance.set("Tags", tags());
      managed.withArray("InstanceInformationList").addObject().put("InstanceId", "i-" + account + i).put("PingStatus", "Online");
    }
    add("lambda:list-functions", account, "eu-west-1", "", functions);
    add("ec2:describe-instances", account, "eu-west-1", "", reservations);
    add("ssm:describe-instance-information", account, "eu-west-1", "", managed);
    fleets(account);
  }

  private void fleets(String account) {
    var groups = JSON.createObjectNode();
    groups.withArray("AutoScalingGroups").addObject().put("AutoScalingGroupARN", "arn:aws:autoscaling:eu-west-1:" + account + ":autoScalingGroup:1:autoScalingGroupName/app")
        .put("AutoScalingGroupName", "app").put("MaxSize", 2).putObject("LaunchTemplate").put("LaunchTemplateId", "lt-" + account).put("Version", chance(5) ? "$Latest" : "$Default");
    add("autoscaling:describe-auto-scaling-groups", account, "eu-west-1", "", groups);
    var deployed = JSON.createObjectNode();
    deployed.putObject("deploymentGroupInfo").put("applicationName", "app").put("deploymentGroupName", "live").putArray("ec2TagFilters").addObject().put("Key", "team")
        .put("Value", pick(TEAMS)).put("Type", "KEY_AND_VALUE");
    add("deploy:get-deployment-group", account, "eu-west-1", "live", deployed);
    var sets = JSON.createObjectNode();
    sets.putObject("StackSet").put("StackSetId", "base:1").put("StackSetARN", "arn:aws:cloudformation:eu-west-1:" + account + ":stackset/base:1").put("Status", "ACTIVE")
        .put("AdministrationRoleARN", "arn:aws:iam::" + account + ":role/app-" + (1 + random.nextInt(4)));
    add("cloudformation:describe-stack-set", account, "eu-west-1", "base", sets);
    var stacks = JSON.createObjectNode();
    List.of(home, away).forEach(target -> stacks.withArray("Summaries").addObject().put("StackSetId", "base:1").put("Account", target).put("Region", "eu-west-1"));
    add("cloudformation:list-stack-instances", account, "eu-west-1", "base", stacks);
  }

  private void secretAndPolicy(String account, int i, ArrayNode list) {
    String arn = "arn:aws:secretsmanager:eu-west-1:" + account + ":secret:app-" + i + "-AbCdEf";
    ObjectNode secret = list.addObject().put("ARN", arn).put("Name", "app-" + i);
    secret.set("Tags", tags());
    if (chance(4)) {
      secret.put("KmsKeyId", keyArn(account, random.nextInt(2)));
    }
    var policy = JSON.createObjectNode().put("ARN", arn).put("Name", "app-" + i);
    if (chance(4)) {
      policy.put("ResourcePolicy", policy(account, true, List.of("secretsmanager:GetSecretValue", "secretsmanager:*"), List.of("*", arn)).toString());
    }
    add("secretsmanager:get-resource-policy", account, "eu-west-1", "app-" + i, policy);
  }

  private void bucket(String account, int i, ArrayNode list) {
    String name = "bucket-" + account.charAt(0) + i;
    list.addObject().put("Name", name);
    if (chance(6)) {
      var policy = JSON.createObjectNode();
      policy.put("Policy", policy(account, true, List.of("s3:GetObject", "s3:*"),
          List.of("arn:aws:s3:::" + name + "/*", "arn:aws:s3:::" + name + "/reports/*", "*")).toString());
      add("s3:get-bucket-policy", account, "global", name, policy);
    }
    var tags = JSON.createObjectNode();
    tags.set("TagSet", tags());
    add("s3:get-bucket-tagging", account, "global", name, tags);
    var block = JSON.createObjectNode();
    block.putObject("PublicAccessBlockConfiguration").put("RestrictPublicBuckets", chance(5));
    add("s3:get-public-access-block", account, "global", name, block);
  }

  private void authorization(String account) {
    var details = JSON.createObjectNode();
    for (String name : List.of("readers", "Operators")) {
      ObjectNode group = details.withArray("GroupDetailList").addObject().put("Arn", "arn:aws:iam::" + account + ":group/" + name).put("GroupName", name);
      inline(account, group.putArray("GroupPolicyList"), 1);
    }
    for (int i = 0; i < 4; i++) {
      principal(account, details.withArray("UserDetailList").addObject().put("UserName", "app-" + i).put("UserId", "AIDA" + account + "000" + i), "user/app-" + i, "UserPolicyList")
          .putArray("GroupList").add(chance(3) ? "readers" : "Operators");
    }
    for (int i = 0; i < 5; i++) {
      ObjectNode role = principal(account, details.withArray("RoleDetailList").addObject().put("RoleId", "AROA" + account + "000" + i), "role/app-" + i, "RolePolicyList");
      role.set("AssumeRolePolicyDocument", trust(account));
      letIn(role, i == 0 ? "ec2.amazonaws.com" : "cloudformation.amazonaws.com");
      if (chance(5)) {
        role.putArray("InstanceProfileList").addObject().put("Arn", "arn:aws:iam::" + account + ":instance-profile/app-" + i).putArray("Roles").addObject()
            .put("Arn", "arn:aws:iam::" + account + ":role/app-" + i);
      }
    }
    crowd(account, details);
    for (String name : List.of("shared", "edge")) {
      ObjectNode policy = details.withArray("Policies").addObject().put("Arn", "arn:aws:iam::" + account + ":policy/" + name).put("PolicyName", name);
      policy.putArray("PolicyVersionList").addObject().put("IsDefaultVersion", true).put("VersionId", "v1")
          .set("Document", policy(account, false, ACTIONS, patterns(account)));
    }
    add("iam:get-account-authorization-details", account, "global", "", details);
  }

  private static void letIn(ObjectNode role, String service) {
    ((ObjectNode) role.path("AssumeRolePolicyDocument")).withArray("Statement").addObject().put("Effect", "Allow").put("Action", "sts:AssumeRole")
        .putObject("Principal").put("Service", service);
  }

  /** Lets a service in besides, now and then. */
  private ObjectNode trust(String account) {
    ObjectNode trust = policy(account, true, List.of("sts:AssumeRole"), List.of());
    if (chance(5)) {
      ObjectNode statement = trust.withArray("Statement").addObject().put("Effect", "Allow").put("Action", "sts:AssumeRole");
      statement.putObject("Principal").putArray("Service").add(pick(List.of("lambda.amazonaws.com", "ec2.amazonaws.com", "ecs-tasks.amazonaws.com")));
      if (chance(3)) {
        statement.putObject("Condition").putObject("StringEquals").put("aws:SourceAccount", chance(7) ? account : away);
      }
    }
    return trust;
  }

  private void crowd(String account, ObjectNode details) {
    for (int i = 0; i < crowd; i++) {
      ObjectNode role = details.withArray("RoleDetailList").addObject().put("RoleId", "AROA" + account + "1" + i).put("Arn", "arn:aws:iam::" + account + ":role/crowd-" + i);
      role.set("AssumeRolePolicyDocument", i > 0 && chance(9) ? ((ObjectNode) details.path("RoleDetailList").path(details.path("RoleDetailList").size() - 2))
          .path("AssumeRolePolicyDocument").deepCopy() : policy(account, true, List.of("sts:AssumeRole"), List.of()));
      role.set("Tags", i % 7 == 0 ? tags() : JSON.createArrayNode());
    }
  }

  private ObjectNode principal(String account, ObjectNode item, String resource, String inline) {
    item.put("Arn", "arn:aws:iam::" + account + ":" + resource);
    item.set("Tags", tags());
    inline(account, item.putArray(inline), random.nextInt(3));
    var attached = item.putArray("AttachedManagedPolicies");
    if (chance(4)) {
      attached.addObject().put("PolicyArn", "arn:aws:iam::" + account + ":policy/shared");
    }
    if (chance(2)) {
      item.putObject("PermissionsBoundary").put("PermissionsBoundaryArn", "arn:aws:iam::" + account + ":policy/" + (chance(7) ? "edge" : "lost"));
    }
    return item;
  }

  private void inline(String account, ArrayNode list, int count) {
    for (int i = 0; i < count; i++) {
      list.addObject().put("PolicyName", "inline-" + i).set("PolicyDocument", policy(account, false, ACTIONS, patterns(account)));
    }
  }

  private List<String> patterns(String account) {
    String there = chance(7) ? account : chance(5) ? home : away;
    return List.of("*", "arn:aws:iam::" + there + ":role/*", "arn:aws:iam::*:role/app-" + random.nextInt(5), "arn:aws:iam::" + there + ":role/${aws:username}",
        "arn:aws:secretsmanager:*:" + there + ":secret:app-" + random.nextInt(4) + "*", "arn:aws:secretsmanager:*:*:secret:*",
        "arn:aws:s3:::bucket-" + there.charAt(0) + random.nextInt(3) + "/*", "arn:aws:s3:::*/reports/*", "arn:aws:s3:::bucket-?1/x", "arn:aws:kms:*:" + there + ":key/*",
        "arn:aws:ssm:*:" + there + ":parameter/app-" + random.nextInt(3) + "/*", "arn:aws:lambda:*:" + there + ":function:app-*", "arn:aws:ec2:*:" + there + ":instance/*", "arn:aws:ec2:*:*:instance/i-" + there + "1");
  }

  private ObjectNode policy(String account, boolean ofResource, List<String> actions, List<String> resources) {
    ObjectNode policy = JSON.createObjectNode().put("Version", "2012-10-17");
    ArrayNode statements = policy.putArray("Statement");
    for (int i = 0; i <= random.nextInt(3); i++) {
      ObjectNode statement = statements.addObject().put("Effect", chance(7) ? "Allow" : "Deny");
      if (!ofResource && chance(1)) {
        statement.putArray("NotAction").add(pick(actions));
      } else {
        statement.putArray("Action").add(pick(actions)).add(pick(actions));
      }
      if (!resources.isEmpty()) {
        statement.putArray(!ofResource && chance(1) ? "NotResource" : "Resource").add(pick(resources)).add(pick(resources));
      }
      if (ofResource) {
        boolean not = statement.path("Effect").asText().equals("Deny") && chance(2);
        statement.putObject(not ? "NotPrincipal" : "Principal").putArray("AWS").add(someone(account)).add(someone(account));
      }
      condition(statement, ofResource);
    }
    return policy;
  }

  private String someone(String account) {
    String there = chance(7) ? account : chance(5) ? home : away;
    return switch (random.nextInt(9)) {
      case 0, 1 -> "arn:aws:iam::" + there + ":role/app-" + random.nextInt(5);
      case 2, 3 -> "arn:aws:iam::" + there + ":user/app-" + random.nextInt(4);
      case 4 -> "arn:aws:iam::" + there + ":root";
      case 5 -> there;
      case 6 -> "*";
      case 7 -> "arn:aws:sts::" + there + ":assumed-role/app-" + random.nextInt(5) + "/" + pick(List.of("deploy", "nightly"));
      default -> (chance(5) ? "AIDA" : "AROA") + there + "000" + random.nextInt(5);
    };
  }

  private void condition(ObjectNode statement, boolean ofResource) {
    if (!chance(4)) {
      return;
    }
    ObjectNode condition = statement.putObject("Condition");
    switch (random.nextInt(10)) {
      case 0 -> condition.putObject("Bool").put("aws:MultiFactorAuthPresent", "true");
      case 1 -> condition.putObject("IpAddress").put("aws:SourceIp", "203.0.113.0/24");
      case 2 -> condition.putObject("StringEquals").put("aws:ResourceTag/team", pick(TEAMS));
      case 3 -> condition.putObject("StringEquals").put("aws:PrincipalTag/team", pick(TEAMS));
      case 4 -> condition.putObject("StringEquals").put("aws:ResourceTag/team", "${aws:PrincipalTag/team}");
      case 5 -> condition.putObject("ArnLike").put("aws:PrincipalArn", "arn:aws:iam::*:" + (chance(5) ? "role" : "user") + "/app-" + random.nextInt(3));
      case 6 -> condition.putObject("StringEquals").put("sts:RoleSessionName", "deploy");
      case 8 -> condition.putObject("StringLike").put("aws:userid", pick(List.of("*:nightly", "AROA" + home + "0001:dep*", "AROA" + away + "0002:*")));
      case 7 -> condition.putObject("StringEquals").put("aws:PrincipalOrgID", ofResource ? "o-ours" : "o-other");
      default -> condition.putObject("StringNotEqualsIfExists").put("aws:PrincipalAccount", pick(List.of(home, away)));
    }
  }

  private void organization() {
    String management = "999999999999";
    var organization = JSON.createObjectNode();
    organization.putObject("Organization").put("Id", "o-ours").put("Arn", "arn:aws:organizations::" + management + ":organization/o-ours").put("MasterAccountId", management);
    add("organizations:describe-organization", management, "global", "", organization);
    var accounts = JSON.createObjectNode();
    for (String account : List.of(home, away)) {
      accounts.withArray("Accounts").addObject().put("Id", account).put("Name", account).put("Arn", "arn:aws:organizations::" + management + ":account/o-ours/" + account);
      var parents = JSON.createObjectNode();
      parents.withArray("Parents").addObject().put("Id", "r-root").put("Type", "ROOT");
      add("organizations:list-parents", management, "global", account, parents);
    }
    add("organizations:list-accounts", management, "global", "", accounts);
    targets(management, "p-FullAWSAccess", List.of("r-root", home, away));
    for (String kind : List.of("SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY")) {
      if (chance(5)) {
        control(management, kind);
      }
    }
  }

  private void control(String management, String kind) {
    String id = "p-" + kind.charAt(0);
    var body = JSON.createObjectNode();
    ObjectNode policy = body.putObject("Policy");
    policy.putObject("PolicySummary").put("Id", id).put("Arn", "arn:aws:organizations::" + management + ":policy/o-ours/x/" + id).put("Name", id).put("Type", kind);
    ObjectNode deny = JSON.createObjectNode().put("Version", "2012-10-17");
    ObjectNode statement = deny.putArray("Statement").addObject().put("Effect", "Deny");
    if (kind.startsWith("R")) {
      statement.put("Principal", "*");
    }
    statement.putArray("Action").add(pick(List.of("sts:AssumeRole", "s3:GetObject", "secretsmanager:GetSecretValue")));
    statement.putArray("Resource").add(pick(patterns(home)));
    condition(statement, false);
    policy.put("Content", deny.toString());
    add("organizations:describe-policy", management, "global", id, body);
    targets(management, id, List.of(chance(5) ? "r-root" : home));
  }

  private void targets(String management, String id, List<String> targets) {
    var body = JSON.createObjectNode();
    targets.forEach(target -> body.withArray("Targets").addObject().put("TargetId", target));
    add("organizations:list-targets-for-policy", management, "global", id, body);
  }

  private ArrayNode tags() {
    ArrayNode tags = JSON.createArrayNode();
    if (chance(6)) {
      tags.addObject().put("Key", "team").put("Value", pick(TEAMS));
    }
    return tags;
  }

  private static String keyArn(String account, int i) {
    return "arn:aws:kms:eu-west-1:" + account + ":key/key-" + i;
  }

  private void add(String operation, String account, String region, String subject, ObjectNode body) {
    documents.add(new Document(Operation.parse(operation), Scope.account(account), region, subject, new TreeMap<>(Map.of()), body, SnapshotId.IN_MEMORY, "random"));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** True so many times in ten. */
  private boolean chance(int tenths) {
    return random.nextInt(10) < tenths;
  }
}
