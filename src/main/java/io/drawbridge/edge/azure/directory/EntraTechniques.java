package io.drawbridge.edge.azure.directory;

import io.drawbridge.graph.Technique;

/** The ways that lead through the directory, by which edges name them. */
final class EntraTechniques {

  static final Technique ADMINISTRATION = new Technique("entra-global-administrator", "holds the Global Administrator role", "T1078.004",
      "keep fewer than five Global Administrators, and make the role eligible with approval");
  static final Technique ROLE_ASSIGNMENT = new Technique("entra-role-assignment", "assigns itself the Global Administrator role", "T1098.003",
      "take the power to assign directory roles away, or make it eligible with approval");
  static final Technique GRAPH_ROLE_WRITE = new Technique("entra-graph-role-write", "grants itself a directory role or permission by Microsoft Graph",
      "T1098.003", "revoke the application permission");
  static final Technique APPLICATION_CREDENTIAL = new Technique("entra-application-credential", "adds a secret to an application and signs in as it",
      "T1098.001", "limit the role to the applications that its holder looks after");
  static final Technique GRAPH_APPLICATION_WRITE = new Technique("entra-graph-application-write",
      "adds a secret to an application by Microsoft Graph", "T1098.001", "replace the permission with Application.ReadWrite.OwnedBy");
  static final Technique APPLICATION_OWNERS = new Technique("entra-application-owners-write",
      "makes itself an owner of an application and adds a secret", "T1098.001", "take the power to change owners away");
  static final Technique GROUP_MEMBERSHIP = new Technique("entra-group-membership-write", "adds itself to a group", "T1098.007",
      "make the group assignable to roles, or put it into a unit with restricted management");
  static final Technique GRAPH_GROUP_WRITE = new Technique("entra-graph-group-write", "adds itself to a group by Microsoft Graph", "T1098.007",
      "revoke the application permission, or put the group into a unit with restricted management");
  static final Technique GROUP_SCHEDULE = new Technique("entra-group-schedule-write",
      "schedules a membership of its own by Privileged Identity Management", "T1098.007", "revoke the application permission");
  static final Technique GROUP_RULE = new Technique("entra-group-rule-write", "rewrites a dynamic group's rule so that it fits itself", "T1098.007",
      "take the power to change membership rules away");
  static final Technique CREDENTIAL_RESET = new Technique("entra-credential-reset", "resets a user's credentials and signs in as the user",
      "T1098.001", "put the user into a unit with restricted management or a group that is assignable to roles");

  static final Technique METHOD_WRITE = new Technique("entra-authentication-method-write",
      "gives a user a new way of signing in and signs in as the user", "T1098.005", "revoke the application permission");
  static final Technique GRAPH_PASSWORD = new Technique("entra-graph-password-write", "sets a user's password by Microsoft Graph", "T1098.001",
      "revoke the application permission");
  static final Technique CERTIFICATE_AUTHORITY = new Technique("entra-certificate-authority-write",
      "makes the tenant believe an authority of its own and signs in by certificate", "T1556", "revoke the application permission");

  static final Technique USER_ATTRIBUTE = new Technique("entra-user-attribute-write",
      "writes a user's attributes so that a dynamic group's rule fits", "T1098.007", "let the rule ask of an attribute that only few may write");
  static final Technique DOMAIN_FEDERATION = new Technique("entra-domain-federation-write",
      "federates a domain with an issuer of its own and signs in as users that have an immutable id", "T1484.002",
      "take the power to federate domains away, and watch for changes of federation");
  static final Technique PASSWORD_SYNCHRONISATION = new Technique("entra-password-synchronisation",
      "sets a synchronised user's password as the synchronisation service does", "T1098", "guard the synchronisation server as a domain controller");
  static final Technique PASS_THROUGH_AGENT = new Technique("entra-pass-through-agent",
      "registers an agent of pass-through authentication that takes any password for right", "T1556.007",
      "make the role eligible with approval, and watch for new agents");

  static final Technique DEVICE_SCRIPT = new Technique("entra-device-script", "runs a script on a managed device by Intune", "T1072",
      "ask for a second administrator's approval in Intune");
  static final Technique DEVICE_TOKEN = new Technique("entra-device-token", "finds the tokens of a person who signs in on the device", "T1528",
      "let administrators work on devices that others do not manage");
  static final Technique FEDERATED_SIGN_IN = new Technique("entra-federated-sign-in", "signs in as a user by a token of the domain's issuer",
      "T1606.002", "turn the domain into a managed one");

  static final Technique GROUP_ACTIVATION = new Technique("entra-group-activation", "activates a membership or an ownership of a group", "T1098.007",
      "ask for approval at activation");

  static final Technique PERMISSION_CONSENT = new Technique("entra-permission-consent",
      "consents to a permission for an application of its own and acts by it", "T1098.003",
      "name applications and permissions in the policy of consent, and leave out what leads further");
  static final Technique CATALOG_CONTROL = new Technique("entra-catalog-control",
      "assigns itself an access package with what the catalog holds", "T1098.007", "keep groups and roles that lead further out of the catalog");
  static final Technique PACKAGE_REQUEST = new Technique("entra-package-request", "requests an access package and gets what it gives", "T1098.007",
      "ask for approval in the policies of the package");

  static final Technique DELEGATED_PERMISSION = new Technique("entra-delegated-permission",
      "acts by the application for an administrator who signs in to it", "T1528", "revoke the consent, or ask for an assignment to the application");
  static final Technique GUEST_HOME = new Technique("entra-guest-home", "signs in as the guest from the guest's home", "T1199",
      "remove guests that are not needed, and limit cross-tenant access to known tenants");

  static final Technique CROSS_TENANT_SYNCHRONIZATION = new Technique("entra-cross-tenant-synchronization",
      "synchronises a user of another tenant in whose attributes fit a dynamic group's rule", "T1136.003",
      "take inbound synchronisation from tenants that do not need it, and let the rule ask that the user be no guest");

  static final Technique PARTNER_DELEGATION = new Technique("entra-partner-delegation",
      "holds a customer's directory role by a partner's group", "T1199", "end the relationship with the partner, or approve lesser roles");

  static final Technique PARTNER_DELEGATION_WRITE = new Technique("entra-partner-delegation-write",
      "gives a group of its own a role that a customer approved", "T1199", "end the relationship with the partner, or approve lesser roles");

  static final Technique AGENT_BLUEPRINT = new Technique("entra-agent-blueprint", "signs in by the blueprint's credential as an agent made from it",
      "T1078.004", "keep agents with powers under a blueprint of their own");

  static final Technique AGENT_USER = new Technique("entra-agent-user", "signs in as the user that is paired with the agent", "T1078.004",
      "disable the agent's user");

  static final Technique APPLICATION_SIGN_IN = new Technique("entra-application-sign-in",
      "signs in by the application's credential as its service principal", "T1078.004", "switch the service principal off");
  static final Technique APPLICATION_OWNER = new Technique("entra-application-owner", "owns an application and adds a secret to it", "T1098.001",
      "remove the owner");
  static final Technique GROUP_OWNER = new Technique("entra-group-owner", "owns a group and adds itself to it", "T1098.007", "remove the owner");
  static final Technique GROUP_MEMBER = new Technique("entra-group-member", "is a member of the group", "T1078.004", "remove the membership");
  static final Technique DIRECTORY_ROLE = new Technique("entra-directory-role", "holds the directory role, or activates it", "T1078.004",
      "make the role eligible with approval");

  private EntraTechniques() {}
}
