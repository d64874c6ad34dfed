package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Requirement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the holder of a role within an administrative unit must have besides to use it.
 *
 * <p>Service principals and guests read nothing of the directory by default: they need a role over the tenant or a permission that reads. Source:
 * Microsoft Entra, "Assign Microsoft Entra roles", service principals and guest users. <b>Not modelled:</b> which objects a permission reads.
 */
final class UnitAdministrators {

  private static final Requirement READS =
      new Requirement("entra:directory-read", "Bool", List.of("true"), false, "the administrator may read the objects of the unit");

  private static final List<String> READ_THE_DIRECTORY = List.of("Directory.", "User.", "Group.", "GroupMember.", "Device.", "AdministrativeUnit.");

  private final Estate estate;
  private final Directory directory;
  private final Set<String> rolesOverTenant = new HashSet<>();

  private UnitAdministrators(Estate estate) {
    this.estate = estate;
    this.directory = Directory.of(estate);
    DirectoryRoles.of(estate).holdings().stream().filter(holding -> holding.isTenantWide() && !holding.eligible())
        .forEach(holding -> rolesOverTenant.add(holding.principal().objectId()));
  }

  static UnitAdministrators of(Estate estate) {
    return estate.view(UnitAdministrators.class, UnitAdministrators::new);
  }

  List<Requirement> requirements(Holding holding) {
    EntraId holder = holding.principal();
    boolean readsByDefault = !holding.isWithinUnit() || !isStranger(holder);
    return readsByDefault || directory.ids(holder).stream().anyMatch(rolesOverTenant::contains) || hasPermissionToRead(holder) ? List.of() : List.of(READS);
  }

  private boolean isStranger(EntraId holder) {
    return estate.inventory().find(ServicePrincipal.class, holder).isPresent()
        || estate.inventory().find(EntraUser.class, holder).filter(user -> user.userType().equalsIgnoreCase("Guest")).isPresent();
  }

  private boolean hasPermissionToRead(EntraId holder) {
    return AppRoles.of(estate).all().getOrDefault(holder, List.of()).stream().map(AppRoles.Held::permission)
        .anyMatch(permission -> permission.contains("Read") && READ_THE_DIRECTORY.stream().anyMatch(permission::startsWith));
  }
}
