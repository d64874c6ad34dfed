package io.drawbridge.edge.azure.directory;

import static io.drawbridge.graph.EdgeKind.CAN_ADD_CREDENTIAL;
import static io.drawbridge.graph.EdgeKind.CAN_ADD_MEMBER;
import static io.drawbridge.graph.EdgeKind.CAN_CHANGE_TRUST;
import static io.drawbridge.graph.EdgeKind.CAN_ESCALATE_TO;
import static io.drawbridge.graph.EdgeKind.CAN_RUN_CODE;

import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;

/**
 * What a directory role, or a permission of Microsoft Graph, does that leads to control of something else.
 *
 * <p>One word for both: roles name it by resource actions, permissions by values, and what it reaches is the same. What each reaches is in
 * {@link PowerReach}.
 */
enum DirectoryPower {
  ADMINISTER_TENANT("administer-tenant", EntraTechniques.ADMINISTRATION.id(), CAN_ESCALATE_TO, Likelihood.CERTAIN),
  ASSIGN_ROLES("administer-tenant", EntraTechniques.ROLE_ASSIGNMENT.id(), CAN_ESCALATE_TO, Likelihood.EASY),
  GRANT_PERMISSIONS("administer-tenant", EntraTechniques.GRAPH_ROLE_WRITE.id(), CAN_ESCALATE_TO, Likelihood.EASY),
  WRITE_APPLICATION_CREDENTIALS("sign-in-by-application", EntraTechniques.APPLICATION_CREDENTIAL.id(), CAN_ADD_CREDENTIAL, Likelihood.EASY),
  WRITE_BLUEPRINT_CREDENTIALS("sign-in-by-agent-blueprint", EntraTechniques.APPLICATION_CREDENTIAL.id(), CAN_ADD_CREDENTIAL, Likelihood.EASY),
  WRITE_SINGLE_TENANT_CREDENTIALS("sign-in-by-single-tenant-application", EntraTechniques.APPLICATION_CREDENTIAL.id(), CAN_ADD_CREDENTIAL, Likelihood.EASY),
  WRITE_PRINCIPAL_CREDENTIALS("sign-in-as-principal", EntraTechniques.APPLICATION_CREDENTIAL.id(), CAN_ADD_CREDENTIAL, Likelihood.EASY),
  WRITE_APPLICATION_OWNERS("sign-in-by-application", EntraTechniques.APPLICATION_OWNERS.id(), CAN_ADD_CREDENTIAL, Likelihood.LIKELY),
  WRITE_SINGLE_TENANT_OWNERS("sign-in-by-single-tenant-application", EntraTechniques.APPLICATION_OWNERS.id(), CAN_ADD_CREDENTIAL, Likelihood.LIKELY),
  WRITE_PRINCIPAL_OWNERS("sign-in-as-principal", EntraTechniques.APPLICATION_OWNERS.id(), CAN_ADD_CREDENTIAL, Likelihood.LIKELY),
  WRITE_GROUP_MEMBERS("join-plain-group", EntraTechniques.GROUP_MEMBERSHIP.id(), CAN_ADD_MEMBER, Likelihood.EASY),
  WRITE_SECURITY_GROUP_MEMBERS("join-security-group", EntraTechniques.GROUP_MEMBERSHIP.id(), CAN_ADD_MEMBER, Likelihood.EASY),
  WRITE_UNIFIED_GROUP_MEMBERS("join-microsoft-365-group", EntraTechniques.GROUP_MEMBERSHIP.id(), CAN_ADD_MEMBER, Likelihood.EASY),
  WRITE_ROLE_GROUP_MEMBERS("join-role-assignable-group", EntraTechniques.GROUP_MEMBERSHIP.id(), CAN_ADD_MEMBER, Likelihood.EASY),
  SCHEDULE_GROUP_MEMBERS("join-any-group", EntraTechniques.GROUP_SCHEDULE.id(), CAN_ADD_MEMBER, Likelihood.EASY),
  WRITE_GROUP_RULES("rule-group", EntraTechniques.GROUP_RULE.id(), CAN_ADD_MEMBER, Likelihood.LIKELY),
  WRITE_SECURITY_GROUP_RULES("rule-security-group", EntraTechniques.GROUP_RULE.id(), CAN_ADD_MEMBER, Likelihood.LIKELY),
  WRITE_UNIFIED_GROUP_RULES("rule-microsoft-365-group", EntraTechniques.GROUP_RULE.id(), CAN_ADD_MEMBER, Likelihood.LIKELY),
  WRITE_USER_ATTRIBUTES("fit-group-rule", EntraTechniques.USER_ATTRIBUTE.id(), CAN_ADD_MEMBER, Likelihood.LIKELY),
  ADMIT_FOREIGN_USERS("fit-group-rule", EntraTechniques.CROSS_TENANT_SYNCHRONIZATION.id(), CAN_ADD_MEMBER, Likelihood.POSSIBLE),
  WRITE_DOMAINS("federate-any-domain", EntraTechniques.DOMAIN_FEDERATION.id(), CAN_CHANGE_TRUST, Likelihood.LIKELY),
  WRITE_FEDERATION("federate-own-domain", EntraTechniques.DOMAIN_FEDERATION.id(), CAN_CHANGE_TRUST, Likelihood.LIKELY),
  WRITE_SYNCHRONISED_PASSWORDS("set-synchronised-password", EntraTechniques.PASSWORD_SYNCHRONISATION.id(), CAN_ADD_CREDENTIAL, Likelihood.POSSIBLE),
  AUTHENTICATE_PASS_THROUGH("authenticate-pass-through", EntraTechniques.PASS_THROUGH_AGENT.id(), CAN_ADD_CREDENTIAL, Likelihood.POSSIBLE),
  RUN_SCRIPTS_ON_DEVICES("run-script-on-device", EntraTechniques.DEVICE_SCRIPT.id(), CAN_RUN_CODE, Likelihood.LIKELY),
  CONFIGURE_WINDOWS_DEVICES("configure-windows-device", EntraTechniques.DEVICE_SCRIPT.id(), CAN_RUN_CODE, Likelihood.LIKELY);

  private final String capability;
  private final String technique;
  private final EdgeKind kind;
  private final Likelihood likelihood;

  DirectoryPower(String capability, String technique, EdgeKind kind, Likelihood likelihood) {
    this.capability = capability;
    this.technique = technique;
    this.kind = kind;
    this.likelihood = likelihood;
  }

  /** What it is called to reach the same things; powers that share it reach the same. */
  String capability() {
    return capability;
  }

  /** The id of the technique. */
  String technique() {
    return technique;
  }

  EdgeKind kind() {
    return kind;
  }

  Likelihood likelihood() {
    return likelihood;
  }
}
