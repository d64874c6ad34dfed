package io.drawbridge.edge.azure.directory;

import static io.drawbridge.edge.azure.directory.DirectoryPower.ADMIT_FOREIGN_USERS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.ADMINISTER_TENANT;
import static io.drawbridge.edge.azure.directory.DirectoryPower.ASSIGN_ROLES;
import static io.drawbridge.edge.azure.directory.DirectoryPower.AUTHENTICATE_PASS_THROUGH;
import static io.drawbridge.edge.azure.directory.DirectoryPower.RUN_SCRIPTS_ON_DEVICES;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_APPLICATION_CREDENTIALS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_APPLICATION_OWNERS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_BLUEPRINT_CREDENTIALS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_DOMAINS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_FEDERATION;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_GROUP_MEMBERS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_GROUP_RULES;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_PRINCIPAL_CREDENTIALS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_PRINCIPAL_OWNERS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_ROLE_GROUP_MEMBERS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_SECURITY_GROUP_MEMBERS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_SECURITY_GROUP_RULES;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_SYNCHRONISED_PASSWORDS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_UNIFIED_GROUP_MEMBERS;
import static io.drawbridge.edge.azure.directory.DirectoryPower.WRITE_USER_ATTRIBUTES;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the built-in roles of Microsoft Entra do that leads further: a table by template.
 *
 * <p>Source: Microsoft Entra built-in roles, the actions of each. Roles that reset credentials are in {@link ResettableUsers}. Directory
 * Synchronization Accounts, which public tools credit with the power to change owners, have had nothing but a read action since 2024; what they set
 * by the service's own interface are the passwords of synchronised users.
 * Of AI Administrator, whose actions Microsoft extended to blueprints of agents in 2026, the tenant's own definition decides, as of every role that
 * stands not here. <b>Not modelled</b>, though public tierings let them reach a Global Administrator: Conditional Access Administrator and
 * Authentication Policy Administrator, who take conditions away and gain nothing by that alone; Azure DevOps Administrator, whose one action manages
 * the policies and settings of organizations, and what runs in their pipelines is of Azure DevOps, which is not collected; what a workflow of
 * Lifecycle Workflows Administrator does besides adding to groups: the access pass that its task makes goes by mail to the user's manager; sites,
 * mailboxes and teams themselves of the administrators of SharePoint, Exchange, Teams and Yammer, and desktops of Windows 365 Administrator, which
 * are not collected.
 *
 * <p>Hybrid Identity Administrator switches pass-through authentication on and registers an agent of its own, which says of any synchronised user's
 * password that it is right; users of federated domains do not sign in so. <b>Not modelled</b> of hybrid identity: hosts that run agents of
 * pass-through authentication or of synchronisation already, which Microsoft Graph lists by machine name alone, and a name is no machine; the
 * account of seamless single sign-on ({@code AZUREADSSOACC}), whose key lies in the directory outside; whether resets are written back, which stays
 * a condition, because the flag that Microsoft Graph shows for it ({@code passwordWritebackEnabled}) is not in use.
 */
public final class BuiltInRolePowers {

  public static final List<Row> ROWS =
      List.of(
          role("62e90394-69f5-4237-9190-012177145e10", "Global Administrator", ADMINISTER_TENANT),
          role("e8611ab8-c189-46e8-94e1-60213ab1f814", "Privileged Role Administrator", ASSIGN_ROLES, WRITE_ROLE_GROUP_MEMBERS),
          role("e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8", "Partner Tier2 Support", ASSIGN_ROLES, WRITE_APPLICATION_CREDENTIALS,
              WRITE_APPLICATION_OWNERS, WRITE_GROUP_MEMBERS, WRITE_USER_ATTRIBUTES, WRITE_DOMAINS),
          role("4ba39ca4-527c-499a-b93d-d9b492c50246", "Partner Tier1 Support", WRITE_APPLICATION_CREDENTIALS, WRITE_APPLICATION_OWNERS,
              WRITE_GROUP_MEMBERS, WRITE_USER_ATTRIBUTES),
          role("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator", WRITE_APPLICATION_CREDENTIALS, WRITE_PRINCIPAL_CREDENTIALS),
          role("158c047a-c907-4556-b7ef-446551a6b5f7", "Cloud Application Administrator", WRITE_APPLICATION_CREDENTIALS,
              WRITE_PRINCIPAL_CREDENTIALS),
          role("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2", "Hybrid Identity Administrator", WRITE_APPLICATION_OWNERS, WRITE_PRINCIPAL_OWNERS,
              WRITE_FEDERATION, AUTHENTICATE_PASS_THROUGH),
          role("db506228-d27e-4b7d-95e5-295956d6615f", "Agent ID Administrator", WRITE_BLUEPRINT_CREDENTIALS),
          role("8329153b-31d0-4727-b945-745eb3bc5f31", "Domain Name Administrator", WRITE_DOMAINS),
          role("be2f45a1-457d-42af-a067-6ec1fa63bc45", "External Identity Provider Administrator", WRITE_FEDERATION),
          role("194ae4cb-b126-40b2-bd5b-6091b380977d", "Security Administrator", WRITE_FEDERATION, ADMIT_FOREIGN_USERS),
          role("c4e39bd9-1100-46d3-8c65-fb160da0071f", "Authentication Administrator", WRITE_USER_ATTRIBUTES),
          role("7be44c8a-adaf-4e2a-84d6-ab2649e08a13", "Privileged Authentication Administrator", WRITE_USER_ATTRIBUTES),
          role("d29b2b05-8046-44ba-8758-1e26182fcf32", "Directory Synchronization Accounts", WRITE_SYNCHRONISED_PASSWORDS),
          role("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator", WRITE_GROUP_MEMBERS, WRITE_GROUP_RULES, WRITE_USER_ATTRIBUTES),
          role("fdd7a751-b60b-444a-984c-02652fe8fa1c", "Groups Administrator", WRITE_GROUP_MEMBERS, WRITE_GROUP_RULES),
          role("9360feb5-f418-4baa-8175-e2a00bac4301", "Directory Writers", WRITE_GROUP_MEMBERS, WRITE_GROUP_RULES, WRITE_USER_ATTRIBUTES),
          role("45d8d3c5-c802-45c6-b32a-1d70b5e1e86e", "Identity Governance Administrator", WRITE_GROUP_MEMBERS),
          role("59d46f88-662b-457b-bceb-5c3809e5908f", "Lifecycle Workflows Administrator", WRITE_GROUP_MEMBERS),
          role("3a2c62db-5318-420d-8d74-23affee5d9d5", "Intune Administrator", WRITE_SECURITY_GROUP_MEMBERS, WRITE_SECURITY_GROUP_RULES,
              WRITE_USER_ATTRIBUTES, RUN_SCRIPTS_ON_DEVICES),
          role("11451d60-acb2-45eb-a7d6-43d0f0125c13", "Windows 365 Administrator", WRITE_SECURITY_GROUP_MEMBERS, WRITE_SECURITY_GROUP_RULES),
          role("b5a8dcf3-09d5-43a9-a639-8e29ef291470", "Knowledge Administrator", WRITE_SECURITY_GROUP_MEMBERS),
          role("744ec460-397e-42ad-a462-8b3f9747a02c", "Knowledge Manager", WRITE_SECURITY_GROUP_MEMBERS),
          role("29232cdf-9323-42fd-ade2-1d097af3e4de", "Exchange Administrator", WRITE_UNIFIED_GROUP_MEMBERS),
          role("f28a1f50-f6e7-4571-818b-6a12f2af6b6c", "SharePoint Administrator", WRITE_UNIFIED_GROUP_MEMBERS),
          role("69091246-20e8-4a56-aa4d-066075b2a7a8", "Teams Administrator", WRITE_UNIFIED_GROUP_MEMBERS),
          role("810a2642-a034-447f-a5e8-41beaa378541", "Yammer Administrator", WRITE_UNIFIED_GROUP_MEMBERS));

  private static final Map<String, Set<DirectoryPower>> BY_TEMPLATE = ROWS.stream().collect(Collectors.toUnmodifiableMap(Row::template, Row::powers));

  private BuiltInRolePowers() {}

  /**
   * A built-in role and what it can do.
   *
   * @param template the role's id in every tenant
   * @param name as people know it
   */
  public record Row(String template, String name, Set<DirectoryPower> powers) {}

  private static Row role(String template, String name, DirectoryPower... powers) {
    return new Row(template, name, Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(powers))));
  }

  /** Empty for a role that is not in the table. */
  static Optional<Set<DirectoryPower>> of(String template) {
    return Optional.ofNullable(BY_TEMPLATE.get(template));
  }
}
