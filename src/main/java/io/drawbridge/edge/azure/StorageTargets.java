package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.BlobContainer;
import io.drawbridge.inventory.azure.StorageAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What roles on data, roles with conditions, and keys of an account gain: accounts, and the containers that answer for themselves. */
final class StorageTargets {

  private final List<StorageAccount> accounts;
  private final Map<ArmId, StorageAccount> byId = new HashMap<>();
  private final Denials denials;
  private final List<BlobContainer> alone = new ArrayList<>();
  private final List<BlobContainer> covered = new ArrayList<>();

  private StorageTargets(Estate estate) {
    accounts = estate.inventory().all(StorageAccount.class);
    accounts.forEach(account -> byId.put(account.id(), account));
    denials = new Denials(estate, List.of(StorageRead.READ), true);
    estate.inventory().all(BlobContainer.class).stream().filter(container -> byId.containsKey(container.account()))
        .forEach(container -> (denials.tellApart(container.account(), container.id()) ? alone : covered).add(container));
  }

  static StorageTargets of(Estate estate) {
    return estate.view(StorageTargets.class, StorageTargets::new);
  }

  /** Containers that whoever reads their account reads. */
  List<BlobContainer> covered() {
    return covered;
  }

  /** What a role on data gains. */
  List<Target> data() {
    List<Target> targets = new ArrayList<>();
    covered.forEach(container -> targets.add(container(container).coveredBy(container.account())));
    alone.forEach(container -> targets.add(container(container)));
    accounts.forEach(account -> targets.add(account(account).behind(account, account.network())));
    return targets;
  }

  /** What a role with a condition gains: usually it asks for the container. */
  List<Target> conditioned() {
    List<Target> targets = new ArrayList<>();
    Set<ArmId> withContainers = new HashSet<>();
    for (List<BlobContainer> containers : List.of(covered, alone)) {
      containers.forEach(container -> {
        withContainers.add(container.account());
        targets.add(container(container).known(StorageRead.CONTAINER_NAME, container.name()));
      });
    }
    accounts.stream().filter(account -> !withContainers.contains(account.id()))
        .forEach(account -> targets.add(account(account).behind(account, account.network())));
    return targets;
  }

  /** What opens with the account: itself, and containers of their own answer, asked at the account. */
  List<Target> whole(Predicate<StorageAccount> fits, boolean behindNetwork) {
    List<Target> targets = new ArrayList<>();
    for (StorageAccount account : accounts) {
      if (fits.test(account)) {
        targets.add(behindNetwork ? account(account).behind(account, account.network()) : account(account));
      }
    }
    for (BlobContainer container : alone) {
      StorageAccount account = account(container);
      if (fits.test(account)) {
        Target target = Target.of(account.id(), container.id(), Observed.fact(container, "/id", container.name()));
        targets.add(behindNetwork ? target.behind(account, account.network()) : target);
      }
    }
    return targets;
  }

  private StorageAccount account(BlobContainer container) {
    return Objects.requireNonNull(byId.get(container.account()));
  }

  private Target container(BlobContainer container) {
    StorageAccount account = account(container);
    return Target.of(container.id(), container.id(), Observed.fact(container, "/id", container.name())).behind(account, account.network());
  }

  private static Target account(StorageAccount account) {
    return Target.of(account.id(), account.id(), Observed.fact(account, "/properties/allowSharedKeyAccess", "" + account.sharedKeyAccess()));
  }
}
