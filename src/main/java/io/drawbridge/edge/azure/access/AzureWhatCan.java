package io.drawbridge.edge.azure.access;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Access;
import io.drawbridge.edge.AccessRuling;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.data.VaultAccessPolicy;
import io.drawbridge.edge.azure.directory.AppRoles;
import io.drawbridge.edge.azure.directory.DefinedRoles;
import io.drawbridge.edge.azure.directory.DirectoryRoleHolding;
import io.drawbridge.edge.azure.directory.DirectoryRoles;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.Vault;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a principal may do: patterns of actions at scopes, by every role that it or a group of it holds, and what NotActions, conditions and
 * denies take back; actions on the directory; permissions of Microsoft Graph; what access policies of vaults open.
 */
final class AzureWhatCan {

  private static final int MOST = 10_000;
  private static final Operation DEFINITIONS = new Operation("graph", "roleDefinitions");

  private final Estate estate;
  private final EntraId principal;
  private final AzureAuthorization authorization;
  private final Directory directory;
  private final Set<String> ids;
  private final SortedSet<AccessRuling> rulings = new TreeSet<>();
  private final SortedSet<CoverageGap> gaps = new TreeSet<>();

  AzureWhatCan(Estate estate, EntraId principal) {
    this.estate = estate;
    this.principal = principal;
    this.authorization = AzureAuthorization.of(estate);
    this.directory = Directory.of(estate);
    this.ids = directory.ids(principal);
  }

  Access answer() {
    boolean truncated = false;
    if (directory.canAct(principal)) {
      var held = new HeldPatterns(authorization, ids, MOST);
      truncated = held.truncated();
      rulings.addAll(rows(held.lines()));
      directoryRoles();
      permissions();
      policies();
    }
    gaps.addAll(authorization.gaps());
    return new Access(List.copyOf(rulings), List.copyOf(gaps), truncated);
  }

  /** Without what every wider line says already, and with denials only where they cut into something. */
  private List<AccessRuling> rows(List<HeldPatterns.Line> widestFirst) {
    List<HeldPatterns.Line> kept = new ArrayList<>();
    List<AccessRuling> rows = new ArrayList<>();
    for (HeldPatterns.Line line : widestFirst) {
      Ruling ruling = authorization.ruling(principal, line.action(), line.dataAction(), line.example());
      HeldPatterns.Line decided = line.decided(ruling.decision());
      List<HeldPatterns.Line> covering = kept.stream().filter(other -> other.covers(line, authorization)).toList();
      List<HeldPatterns.Line> wider = covering.stream().filter(other -> covering.stream().noneMatch(other::isRestatedBy)).toList();
      boolean says = wider.isEmpty() ? ruling.possible() : !wider.stream().allMatch(decided::sameAnswer);
      if (says) {
        kept.add(decided);
        rows.add(new AccessRuling(principal.text(), line.action(), line.dataAction(), line.where(),
            new Ruling(ruling.decision(), ruling.proof().and(memberships(ruling.decision())))));
      }
    }
    return rows;
  }

  private Proof memberships(Decision decision) {
    Proof proof = Proof.of(List.of());
    for (String holder : authorization.holders(decision)) {
      proof = proof.and(directory.membership(principal, holder));
    }
    return proof;
  }

  private void directoryRoles() {
    DefinedRoles actions = DefinedRoles.of(estate);
    for (Holding holding : DirectoryRoles.of(estate).holdings()) {
      if (ids.contains(holding.principal().objectId()) && holding.principal().tenant().equals(principal.tenant())) {
        actions.missing(holding.role()).ifPresent(role -> gaps.add(Gaps.of(estate, Scope.tenant(role.tenant()), DEFINITIONS, role.objectId(),
            "what this directory role allows is not known")));
        Proof proof = DirectoryRoleHolding.proof(estate, holding).and(actions.definition(holding.role()))
            .and(directory.membership(principal, holding.principal().objectId()));
        String where = holding.isTenantWide() ? "entra://" + principal.tenant() : holding.limit().text();
        actions.actions(holding.role()).forEach(action -> add(action, false, where, new Ruling(DirectoryRoleHolding.decision(estate, holding), proof)));
      }
    }
  }

  private void permissions() {
    AppRoles.of(estate).all().getOrDefault(principal, List.of()).forEach(held -> add(held.permission(), false, "entra://" + principal.tenant(),
        new Ruling(new Decision.Allowed(List.of()), Observed.grant(held.record(), "/appRoleId", held.permission()))));
  }

  private void policies() {
    DataDoors doors = DataDoors.of(estate);
    for (Vault vault : estate.inventory().all(Vault.class)) {
      if (!vault.rbac()) {
        vault.accessPolicies().stream().filter(policy -> ids.contains(policy.objectId()) && VaultAccessPolicy.isInForce(vault, policy)).forEach(policy -> {
          Proof membership = directory.membership(principal, policy.objectId());
          DataDoors.actions(policy).forEach(action -> add(action, true, vault.id().text(),
              doors.behind(vault.id(), true, new Ruling(new Decision.Allowed(List.of()), VaultAccessPolicy.proof(vault, policy).and(membership)))));
        });
      }
    }
  }

  private void add(String action, boolean dataAction, String where, Ruling ruling) {
    rulings.add(new AccessRuling(principal.text(), action, dataAction, where, ruling));
  }
}
