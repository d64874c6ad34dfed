package io.drawbridge.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An invented AWS account of any size in the shape of {@code iam get-account-authorization-details}, the same for the same seed: what
 * the benchmarks ask.
 *
 * <p>Half as many users as roles, a group for every twenty, a customer's policy for every four; patterns by team, some stars, some denies
 * and conditions, and trusts of services, roles and the account.
 */
final class SyntheticAccount {

  static final String ACCOUNT = "111122223333";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TEAMS = List.of("pay", "core", "data", "web", "auth", "risk", "ops", "edge", "ledger", "crm", "feed", "mail");
  private static final List<String> KINDS = List.of("api", "worker", "etl", "batch", "ci", "deploy", "read", "sync");
  private static final List<String> SERVICES = List.of("s3", "dynamodb", "sqs", "lambda", "ec2", "kms", "secretsmanager", "logs");
  private static final List<String> VERBS = List.of("Get*", "List*", "Describe*", "Put*", "Create*", "*");
  private static final List<String> POWERS =
      List.of("iam:CreateAccessKey", "iam:UpdateLoginProfile", "iam:AttachRolePolicy", "iam:UpdateAssumeRolePolicy", "iam:PutUserPolicy");

  private final SplittableRandom random;
  private final int roles;

  private SyntheticAccount(int roles, long seed) {
    this.random = new SplittableRandom(seed);
    this.roles = roles;
  }

  static ObjectNode of(int roles, long seed) {
    return new SyntheticAccount(roles, seed).account();
  }

  private ObjectNode account() {
    ObjectNode account = JSON.createObjectNode();
    for (int i = 0; i < Math.max(4, roles / 4); i++) {
      ObjectNode policy = account.withArray("Policies").addObject().put("PolicyName", "shared-" + i).put("Arn", policy(i));
      policy.putArray("PolicyVersionList").addObject().put("VersionId", "v1").put("IsDefaultVersion", true).set("Document", document(6));
    }
    for (int i = 0; i < Math.max(1, roles / 20); i++) {
      ObjectNode group = account.withArray("GroupDetailList").addObject().put("GroupName", "group-" + i).put("Arn", arn("group/group-" + i));
      attach(group, 2);
    }
    for (int i = 0; i < roles / 2; i++) {
      String name = pick(TEAMS) + ".user" + i;
      ObjectNode user = account.withArray("UserDetailList").addObject().put("UserName", name).put("UserId", "AIDA" + i).put("Arn", arn("user/" + name));
      user.putArray("GroupList").add("group-" + random.nextInt(Math.max(1, roles / 20)));
      inline(user.putArray("UserPolicyList"), 15);
      attach(user, 1);
    }
    for (int i = 0; i < roles; i++) {
      role(account.withArray("RoleDetailList").addObject(), i);
    }
    return account;
  }

  private void role(ObjectNode role, int i) {
    String name = pick(TEAMS) + "-" + pick(KINDS) + "-" + i;
    role.put("RoleName", name).put("RoleId", "AROA" + i).put("Arn", arn("role/" + name));
    role.putArray("Tags").addObject().put("Key", "team").put("Value", name.substring(0, name.indexOf('-')));
    inline(role.putArray("RolePolicyList"), 60);
    attach(role, 2);
    role.set("AssumeRolePolicyDocument", trust());
  }

  private ObjectNode trust() {
    ObjectNode trust = JSON.createObjectNode().put("Version", "2012-10-17");
    ObjectNode statement = trust.putArray("Statement").addObject().put("Effect", "Allow").put("Action", "sts:AssumeRole");
    ObjectNode principal = statement.putObject("Principal");
    switch (random.nextInt(10)) {
      case 0 -> principal.put("AWS", arn("root"));
      case 1 -> principal.put("AWS", arn("user/" + pick(TEAMS) + ".user" + random.nextInt(Math.max(1, roles / 2))));
      default -> principal.put("Service", pick(List.of("lambda", "ec2", "ecs-tasks", "codebuild")) + ".amazonaws.com");
    }
    return trust;
  }

  private void inline(ArrayNode list, int percent) {
    if (chance(percent)) {
      list.addObject().put("PolicyName", "inline").set("PolicyDocument", document(4));
    }
  }

  private void attach(ObjectNode principal, int most) {
    ArrayNode attached = principal.putArray("AttachedManagedPolicies");
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      attached.addObject().put("PolicyArn", policy(random.nextInt(Math.max(4, roles / 4))));
    }
  }

  private ObjectNode document(int most) {
    ObjectNode document = JSON.createObjectNode().put("Version", "2012-10-17");
    ArrayNode statements = document.putArray("Statement");
    for (int i = random.nextInt(most); i >= 0; i--) {
      statement(statements.addObject());
    }
    return document;
  }

  private void statement(ObjectNode statement) {
    int kind = random.nextInt(100);
    String ofTeam = arn("role/" + pick(TEAMS) + "-*");
    statement.put("Effect", kind < 6 ? "Deny" : "Allow");
    if (kind < 6) {
      statement.put("Action", "iam:*").put("Resource", chance(50) ? ofTeam : arn("role/" + pick(TEAMS) + "-" + pick(KINDS) + "-" + random.nextInt(roles)));
    } else if (kind < 12) {
      statement.put("Action", "iam:PassRole").put("Resource", chance(12) ? "*" : ofTeam);
    } else if (kind < 18) {
      statement.put("Action", "sts:AssumeRole").put("Resource", chance(8) ? "*" : ofTeam);
    } else if (kind < 20) {
      statement.put("Action", pick(POWERS)).put("Resource", chance(10) ? "*" : arn(pick(List.of("user", "role")) + "/" + pick(TEAMS) + "*"));
    } else {
      String service = pick(SERVICES);
      statement.putArray("Action").add(service + ":" + pick(VERBS)).add(service + ":" + pick(VERBS));
      statement.put("Resource", chance(30) ? "*" : "arn:aws:" + service + ":*:" + ACCOUNT + ":" + pick(TEAMS) + "-*");
    }
    condition(statement);
  }

  private void condition(ObjectNode statement) {
    switch (random.nextInt(20)) {
      case 0 -> statement.putObject("Condition").putObject("StringEquals").put("aws:ResourceTag/team", pick(TEAMS));
      case 1 -> statement.putObject("Condition").putObject("Bool").put("aws:MultiFactorAuthPresent", "true");
      case 2 -> statement.putObject("Condition").putObject("IpAddress").put("aws:SourceIp", "203.0.113.0/24");
      default -> { }
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String policy(int number) {
    return arn("policy/shared-" + number);
  }

  private static String arn(String resource) {
    return "arn:aws:iam::" + ACCOUNT + ":" + resource;
  }
}
