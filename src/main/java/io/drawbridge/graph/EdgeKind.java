package io.drawbridge.graph;

/**
 * The one vocabulary of relationships: the constant's name is the relationship type in Neo4j and in every answer.
 *
 * <p>Every traversable edge u → v reads: who controls u can gain v.
 */
public enum EdgeKind {
  CAN_ASSUME(EdgeClass.AUTHORIZATION, "obtains a session of the role", "T1078.004", "restrict-trust"),
  CAN_FEDERATE(EdgeClass.AUTHORIZATION, "exchanges a token of another issuer for this identity", "T1550.001", "restrict-federation"),
  CAN_READ_SECRET(EdgeClass.AUTHORIZATION, "reads the secret's value", "T1555.006", "remove-secret-read"),
  CAN_READ_DATA(EdgeClass.AUTHORIZATION, "reads the stored data", "T1530", "remove-data-read"),
  CAN_RUN_CODE(EdgeClass.AUTHORIZATION, "runs code on the compute", "T1651", "remove-code-execution"),
  CAN_PASS_ROLE(EdgeClass.AUTHORIZATION, "starts compute of its own under the role", "T1098.003", "restrict-pass-role"),
  CAN_ESCALATE_TO(EdgeClass.AUTHORIZATION, "gives itself that power", "T1098.003", "remove-self-escalation"),
  CAN_CHANGE_TRUST(EdgeClass.AUTHORIZATION, "rewrites who may become the identity", "T1098", "remove-trust-write"),
  CAN_ADD_CREDENTIAL(EdgeClass.AUTHORIZATION, "adds a credential to the identity and signs in as it", "T1098.001", "remove-credential-write"),
  CAN_ADD_MEMBER(EdgeClass.AUTHORIZATION, "adds itself to the group", "T1098.007", "remove-membership-write"),
  OWNS(EdgeClass.AUTHORIZATION, "is an owner of the directory object", "T1098.001", "remove-owner"),
  CAN_CONTROL(EdgeClass.AUTHORIZATION, "uses an administrator's power over the resource", "T1078.004", "reduce-privilege"),
  HAS_ROLE(EdgeClass.AUTHORIZATION, "holds the directory role", "T1078.004", "remove-role"),
  MEMBER_OF(EdgeClass.STRUCTURE, "is a member of the group and has what it has", "T1078.004", "remove-membership"),
  RUNS_AS(EdgeClass.STRUCTURE, "obtains the credentials of the identity that the compute runs as", "T1552.005", "detach-identity"),
  SIGNS_IN_AS(EdgeClass.STRUCTURE, "signs in as the application's service principal", "T1078.004", "disable-identity"),
  SPEAKS_FOR(EdgeClass.STRUCTURE, "runs a job in this place of the repository", "T1195.002", "protect-branch"),
  AUTHENTICATES_AS(EdgeClass.CREDENTIAL, "signs in as the credential's owner", "T1078.004", "disable-credential"),
  HOLDS_CREDENTIAL(EdgeClass.CREDENTIAL, "finds a credential of the identity", "T1552", "rotate-credential"),
  CAN_REACH(EdgeClass.NETWORK, "opens a connection that gains the host", "T1190", "close-exposure"),
  CAN_REACH_SERVICE(EdgeClass.NETWORK_FLAW, "opens a connection to a service without a known flaw", "T1190", "close-exposure"),
  VENDOR_ACTS_ON(EdgeClass.VENDOR_TRUST, "acts here as the vendor's service", "T1199", "restrict-vendor"),
  SAME_HUMAN_AS(EdgeClass.SAME_HUMAN, "probably is the same person's account, by a password used twice or a device taken over", "T1078.004", "separate-credentials"),
  IN_SET(EdgeClass.AUTHORIZATION, "is one of the resources that the capability covers", "", ""),
  CONTAINS(EdgeClass.STRUCTURE, "lies above in the hierarchy", "", "");

  private final EdgeClass edgeClass;
  private final String meaning;
  private final String attackId;
  private final String remediation;

  EdgeKind(EdgeClass edgeClass, String meaning, String attackId, String remediation) {
    this.edgeClass = edgeClass;
    this.meaning = meaning;
    this.attackId = attackId;
    this.remediation = remediation;
  }

  public EdgeClass edgeClass() {
    return edgeClass;
  }

  /** What who controls the edge's start does to its end, as a verb phrase. */
  public String meaning() {
    return meaning;
  }

  /** The MITRE ATT&CK technique, or empty where none applies. */
  public String attackId() {
    return attackId;
  }

  /** The key of the remediation text, or empty. */
  public String remediation() {
    return remediation;
  }

  /** True when control passes along the edge. */
  public boolean traversable() {
    return this != CONTAINS;
  }
}
