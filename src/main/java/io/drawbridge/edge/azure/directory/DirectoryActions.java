package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId;
import java.util.List;
import java.util.Set;

/**
 * Whether an action of a directory role takes in another.
 *
 * <p>An action names an entity, perhaps a set of its properties, and a task; {@code allProperties} and {@code allTasks} stand for every one.
 * Source: Microsoft Entra, "Custom role permissions", "Application registration permissions". <b>Not modelled:</b> subtypes, such as {@code
 * groups.security}, take in nothing of the whole type: ask by the subtype.
 */
public record DirectoryActions(String namespace, String entity, String properties, String task) {

  private static final String ALL_ENTITIES = "allentities";
  private static final String ALL_PROPERTIES = "allproperties";
  private static final String ALL_TASKS = "alltasks";
  private static final int ENTITY = 1;
  private static final int WITH_PROPERTIES = 4;

  /** Reads that change nothing, which no restriction of administrative units or of protected targets touches. */
  private static final Set<String> READS = Set.of("read", "limitedread");

  /** What only some roles do to a user who holds roles: besides these, whatever changes how the user signs in. */
  private static final Set<String> SENSITIVE_TASKS = Set.of("enable", "disable", "delete", "restore", "invalidateallrefreshtokens");
  private static final Set<String> SENSITIVE_PROPERTIES = Set.of("password", "userprincipalname");

  public static DirectoryActions of(String action) {
    String[] parts = ResourceId.lowerCase(action).split("/", -1);
    String properties = parts.length < WITH_PROPERTIES ? "" : String.join("/", List.of(parts).subList(ENTITY + 1, parts.length - 1));
    return new DirectoryActions(parts[0], parts.length > ENTITY ? parts[ENTITY] : "", properties, parts[parts.length - 1]);
  }

  static boolean covers(String granted, String asked) {
    return of(granted).covers(of(asked));
  }

  private boolean covers(DirectoryActions asked) {
    boolean sameEntity = entity.equals(asked.entity) || entity.equals(ALL_ENTITIES) || asked.entity.startsWith(entity + ".");
    boolean sameProperties = properties.equals(asked.properties) || properties.equals(ALL_PROPERTIES);
    return namespace.equals(asked.namespace) && sameEntity && sameProperties && (task.equals(asked.task) || task.equals(ALL_TASKS));
  }

  public boolean isRead() {
    return READS.contains(task);
  }

  /** The same action on groups that may hold directory roles, which are a type of their own to roles. */
  public String onRoleGroups() {
    String middle = properties.isEmpty() ? "" : properties + "/";
    return namespace + "/groupsassignabletoroles/" + middle + task;
  }

  public boolean isOnGroups() {
    return entity.equals("groups") || entity.startsWith("groups.");
  }

  public boolean isOnUsers() {
    return entity.equals("users");
  }

  /** True for an action on users that only some roles may do to somebody who holds roles. */
  public boolean isSensitive() {
    return isOnUsers() && (SENSITIVE_TASKS.contains(task) || SENSITIVE_PROPERTIES.contains(properties) || properties.startsWith("authenticationmethods"));
  }

  /** True for an action on users that takes in sensitive properties among others. */
  public boolean isPartlySensitive() {
    return isOnUsers() && !isRead() && (properties.equals("basic") || properties.equals(ALL_PROPERTIES));
  }
}
