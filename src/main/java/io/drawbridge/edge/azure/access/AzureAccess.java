package io.drawbridge.edge.azure.access;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Access;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Directory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers who can do something in Azure, Entra ID or Microsoft Graph, and what a principal can do, from roles and permissions alone.
 *
 * <p><b>Not modelled:</b> what keys, shared access signatures and owners of directory objects allow: those are edges, not roles.
 */
public final class AzureAccess {

  private static final int MOST_CANDIDATES = 10;
  private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9]+(\\.[A-Za-z0-9-]+)+(/[A-Za-z0-9.*_$-]+)+");
  private static final Pattern GRAPH_PERMISSION = Pattern.compile("[A-Za-z0-9]+([.-][A-Za-z0-9]+)*\\.[A-Za-z0-9]+");
  private static final String DIRECTORY = "microsoft.directory/";
  private static final String ENTRA = "entra://";

  private AzureAccess() {}

  /**
   * Who may do what.
   *
   * @param action an action of Azure Resource Manager, an action on the directory that begins with {@code microsoft.directory/}, or a permission
   *     of Microsoft Graph such as {@code Application.ReadWrite.All}
   * @param dataAction whether the action is on data; an action that a known role lists as one on data is so without it
   * @param resource an ARM id; for the directory an {@code entra://} id or {@code /} for the whole tenant
   * @param stated attributes that conditions ask for, as {@code Source[attribute]}: an empty list when one is known to be absent
   */
  public record Question(String action, boolean dataAction, String resource, SortedMap<String, List<String>> stated) {

    public Question {
      boolean directory = isOfDirectory(action);
      if (!directory && !ACTION.matcher(action).matches()) {
        throw new DrawbridgeException(ErrorCode.USAGE,
            "`" + action + "` is no action of Azure: write Microsoft.Provider/type/operation, microsoft.directory/… or a permission of Microsoft Graph");
      }
      if (!resource.startsWith(directory && !resource.equals("/") ? ENTRA : "/")) {
        throw new DrawbridgeException(ErrorCode.USAGE, directory
            ? "`" + resource + "` is nothing in a directory: write entra://tenant/object, entra://tenant or / for the whole tenant"
            : "`" + resource + "` is no ARM id: write /subscriptions/…, /providers/Microsoft.Management/managementGroups/… or /");
      }
      stated = Collections.unmodifiableSortedMap(new TreeMap<>(stated));
    }
  }

  /** True for what has the shape of an action or a permission of Azure's, right or wrong. */
  public static boolean speaksOf(String action) {
    return action.indexOf('/') >= 0 || (action.indexOf(':') < 0 && GRAPH_PERMISSION.matcher(action).matches());
  }

  static boolean isOfDirectory(String action) {
    return ResourceId.lowerCase(action).startsWith(DIRECTORY) || GRAPH_PERMISSION.matcher(action).matches();
  }

  /** Who may do it: users and service principals, those of groups that hold the role among them. */
  public static Access whoCan(Estate estate, Question question) {
    return isOfDirectory(question.action()) ? new DirectoryWhoCan(estate, question).answer() : new ArmWhoCan(estate, question).answer();
  }

  /** True when exactly one user, group or service principal of the tenants that were read is meant, or several are. */
  public static boolean knows(Estate estate, String principal) {
    return !meant(estate, principal).isEmpty();
  }

  /**
   * What a user, group or service principal may do, and what denies and NotActions take back of it.
   *
   * @param principal its {@code entra://} id, its object id, its user principal name or its name
   * @throws DrawbridgeException when none is meant, or several are
   */
  public static Access whatCan(Estate estate, String principal) {
    List<EntraId> meant = meant(estate, principal);
    return switch (meant.size()) {
      case 0 -> throw new DrawbridgeException(ErrorCode.UNKNOWN_ID,
          "`" + principal + "` is no principal of the tenants that were read: write its object id, its entra:// id or its name");
      case 1 -> new AzureWhatCan(estate, meant.getFirst()).answer();
      default -> throw new DrawbridgeException(ErrorCode.AMBIGUOUS_ID, "`" + principal + "` fits " + meant.size() + " principals: write one of "
          + meant.stream().limit(MOST_CANDIDATES).map(id -> "`" + id.text() + "`").collect(Collectors.joining(", ")));
    };
  }

  private static List<EntraId> meant(Estate estate, String text) {
    Directory directory = Directory.of(estate);
    String id = ResourceId.lowerCase(text);
    List<EntraId> exact = directory.find(id.substring(id.lastIndexOf('/') + 1)).filter(found -> id.equals(found.objectId()) || id.equals(found.text())).stream().toList();
    return exact.isEmpty() ? new ArrayList<>(directory.named(text)) : exact;
  }
}
