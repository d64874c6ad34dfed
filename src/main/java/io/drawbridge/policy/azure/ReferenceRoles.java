package io.drawbridge.policy.azure;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.policy.ReferenceLines;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The built-in roles of Azure, for estates whose role definitions were not collected; a definition that was collected wins.
 *
 * <p>Source: Azure RBAC, "Azure built-in roles". Read on first use, once. <b>Not modelled:</b> roles that Azure added after the file's
 * date: an assignment of one is a gap.
 */
public final class ReferenceRoles {

  private static final String DOCUMENT_KIND = "reference:azure-roles";

  private ReferenceRoles() {}

  /** By GUID in lower case, sorted. */
  public static Map<String, RoleDefinition> all() {
    return Loaded.BY_GUID;
  }

  public static Optional<RoleDefinition> find(String guid) {
    return Optional.ofNullable(Loaded.BY_GUID.get(guid));
  }

  /** Loads with the first question. */
  private static final class Loaded {
    private static final Map<String, RoleDefinition> BY_GUID = read(ReferenceLines.of("azure-roles.txt"));
  }

  /** Lines as {@code build.mjs} writes them: a role, its blocks, and the patterns of each list by the mark before them. */
  private static Map<String, RoleDefinition> read(List<String> lines) {
    Map<String, RoleDefinition> roles = new LinkedHashMap<>();
    int at = 0;
    while (at < lines.size()) {
      int end = at + 1;
      while (end < lines.size() && "=+-><".indexOf(lines.get(end).charAt(0)) >= 0) {
        end++;
      }
      RoleDefinition role = role(lines.subList(at, end));
      roles.put(role.guid(), role);
      at = end;
    }
    return Collections.unmodifiableMap(roles);
  }

  private static RoleDefinition role(List<String> lines) {
    String guid = column(lines.getFirst(), 0);
    List<Permission> blocks = new ArrayList<>();
    int at = 1;
    while (at < lines.size()) {
      int end = at + 1;
      while (end < lines.size() && lines.get(end).charAt(0) != '=') {
        end++;
      }
      blocks.add(block(lines.subList(at, end)));
      at = end;
    }
    var document = new DocumentRef("/providers/microsoft.authorization/roledefinitions/" + guid, DOCUMENT_KIND);
    return new RoleDefinition(document, guid, column(lines.getFirst(), 1), false, blocks);
  }

  private static Permission block(List<String> lines) {
    List<String> actions = new ArrayList<>();
    List<String> notActions = new ArrayList<>();
    List<String> dataActions = new ArrayList<>();
    List<String> notDataActions = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> list = switch (line.charAt(0)) {
        case '+' -> actions;
        case '-' -> notActions;
        case '>' -> dataActions;
        default -> notDataActions;
      };
      list.add(line.substring(1));
    }
    return new Permission(actions, notActions, dataActions, notDataActions, column(lines.getFirst(), 2), column(lines.getFirst(), 1));
  }

  private static String column(String line, int index) {
    String[] columns = line.split("\t", 3);
    return index < columns.length ? columns[index] : "";
  }
}
