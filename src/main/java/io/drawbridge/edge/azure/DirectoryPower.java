package io.drawbridge.edge.azure;

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
  ADMINISTER_TENANT(EntraTechniques.ADMINISTRATION.id(), CAN_ESCALATE_TO, Likelihood.CERTAIN),
  ASSIGN_ROLES(EntraTechniques.ROLE_ASSIGNMENT.id(), CAN_ESCALATE_TO, Likelihood.EASY),
  GRANT_PERMISSIONS(EntraTechniques.GRAPH_ROLE_WRITE.id(), CAN_ESCALATE_TO, Likelihood.EASY),
  WRITE_APPLICATION_CREDENTIALS(EntraTechniques.APPLICATION_CREDENTIAL.id(), CAN_ADD_CREDENTIAL, Likelihood.EASY),
  WRITE_SINGLE_TENANT_CREDENTIALS(EntraTechniques.APPLICATION_CREDENTIAL.id(), CAN_ADD_CREDENTIAL, Likelihood.EASY),
  WRITE_PRINCIPAL_CREDENTIALS(EntraTechniques.APPLICATION_CREDENTIAL.id(), CAN_ADD_CREDENTIAL, Likelihood.EASY),
  WRITE_APPLICATION_OWNERS(EntraTechniques.APPLICATION_OWNERS.id(), CAN_ADD_CREDENTIAL, Likelihood.LIKELY),
  WRITE_SINGLE_TENANT_OWNERS(EntraTechniques.APPLICATION_OWNERS.id(), CAN_ADD_CREDENTIAL, Likelihood.LIKELY),
  WRITE_PRINCIPAL_OWNERS(EntraTechniques.APPLICATION_OWNERS.id(), CAN_ADD_CREDENTIAL, Likelihood.LIKELY),
  WRITE_GROUP_MEMBERS(EntraTechniques.GROUP_MEMBERSHIP.id(), CAN_ADD_MEMBER, Likelihood.EASY),
  WRITE_SECURITY_GROUP_MEMBERS(EntraTechniques.GROUP_MEMBERSHIP.id(), CAN_ADD_MEMBER, Likelihood.EASY),
  WRITE_UNIFIED_GROUP_MEMBERS(EntraTechniques.GROUP_MEMBERSHIP.id(), CAN_ADD_MEMBER, Likelihood.EASY),
  WRITE_ROLE_GROUP_MEMBERS(EntraTechniques.GROUP_MEMBERSHIP.id(), CAN_ADD_MEMBER, Likelihood.EASY),
  SCHEDULE_GROUP_MEMBERS(EntraTechniques.GROUP_SCHEDULE.id(), CAN_ADD_MEMBER, Likelihood.EASY),
  WRITE_GROUP_RULES(EntraTechniques.GROUP_RULE.id(), CAN_ADD_MEMBER, Likelihood.LIKELY),
  WRITE_SECURITY_GROUP_RULES(EntraTechniques.GROUP_RULE.id(), CAN_ADD_MEMBER, Likelihood.LIKELY),
  WRITE_UNIFIED_GROUP_RULES(EntraTechniques.GROUP_RULE.id(), CAN_ADD_MEMBER, Likelihood.LIKELY),
  WRITE_USER_ATTRIBUTES(EntraTechniques.USER_ATTRIBUTE.id(), CAN_ADD_MEMBER, Likelihood.LIKELY),
  WRITE_DOMAINS(EntraTechniques.DOMAIN_FEDERATION.id(), CAN_CHANGE_TRUST, Likelihood.LIKELY),
  WRITE_FEDERATION(EntraTechniques.DOMAIN_FEDERATION.id(), CAN_CHANGE_TRUST, Likelihood.LIKELY),
  WRITE_SYNCHRONISED_PASSWORDS(EntraTechniques.PASSWORD_SYNCHRONISATION.id(), CAN_ADD_CREDENTIAL, Likelihood.POSSIBLE),
  RUN_SCRIPTS_ON_DEVICES(EntraTechniques.DEVICE_SCRIPT.id(), CAN_RUN_CODE, Likelihood.LIKELY),
  CONFIGURE_WINDOWS_DEVICES(EntraTechniques.DEVICE_SCRIPT.id(), CAN_RUN_CODE, Likelihood.LIKELY);

  private final String technique;
  private final EdgeKind kind;
  private final Likelihood likelihood;

  DirectoryPower(String technique, EdgeKind kind, Likelihood likelihood) {
    this.technique = technique;
    this.kind = kind;
    this.likelihood = likelihood;
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
