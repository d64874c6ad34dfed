package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.ListedOidcProvider;
import io.drawbridge.inventory.aws.OidcProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The OpenID Connect providers that roles trust: those that exist, and those that nobody has looked at.
 *
 * <p>A trust may name a provider that was deleted since; only the account's list tells that from one that was not read.
 */
final class OidcProviders {

  static final Operation LIST = new Operation("iam", "list-open-id-connect-providers");
  static final Operation GET = new Operation("iam", "get-open-id-connect-provider");

  private static final String FEDERATED = "Federated:";
  private static final String RESOURCE = "oidc-provider/";

  private final List<TrustedProvider> trusted = new ArrayList<>();
  private final List<CoverageGap> gaps = new ArrayList<>();
  private final List<Deleted> deleted = new ArrayList<>();

  /** A role and a provider of its account that its trust names. */
  record TrustedProvider(IamRole role, OidcProvider provider) {

    /** What the provider's condition keys begin with. */
    String keyPrefix() {
      return provider.id().resource().substring(RESOURCE.length());
    }
  }

  /** A role and a provider that its trust names and that its account does not have. */
  record Deleted(IamRole role, String provider) {}

  private OidcProviders(Estate estate) {
    Map<String, List<OidcProvider>> ofAccount = new HashMap<>();
    estate.inventory().all(OidcProvider.class)
        .forEach(provider -> ofAccount.computeIfAbsent(provider.id().account(), none -> new ArrayList<>()).add(provider));
    for (IamRole role : estate.inventory().all(IamRole.class)) {
      NavigableSet<String> named = named(role);
      for (OidcProvider provider : ofAccount.getOrDefault(role.id().account(), List.of())) {
        if (named.remove(provider.id().text()) || named.contains("*")) {
          trusted.add(new TrustedProvider(role, provider));
        }
      }
      named.forEach(arn -> missing(estate, role, arn));
    }
  }

  static OidcProviders of(Estate estate) {
    return estate.view(OidcProviders.class, OidcProviders::new);
  }

  List<TrustedProvider> trusted() {
    return List.copyOf(trusted);
  }

  List<CoverageGap> gaps() {
    return List.copyOf(gaps);
  }

  List<Deleted> deleted() {
    return List.copyOf(deleted);
  }

  private static NavigableSet<String> named(IamRole role) {
    NavigableSet<String> named = new TreeSet<>();
    role.trust().ifPresent(trust -> trust.statements().stream()
        .filter(statement -> statement.allows() && !statement.principals().negated())
        .flatMap(statement -> statement.principals().values().stream())
        .filter(value -> value.equals("*") || value.startsWith(FEDERATED))
        .map(value -> value.equals("*") ? value : value.substring(FEDERATED.length()))
        .filter(value -> value.equals("*") || isProviderOf(role, value))
        .forEach(named::add));
    return named;
  }

  /** STS looks for the provider in the role's own account. */
  private static boolean isProviderOf(IamRole role, String text) {
    return Arn.find(text).filter(arn -> arn.account().equals(role.id().account()) && arn.resource().startsWith(RESOURCE)).isPresent();
  }

  private void missing(Estate estate, IamRole role, String named) {
    Scope account = role.scope();
    boolean listed = Arn.find(named).flatMap(arn -> estate.inventory().find(ListedOidcProvider.class, arn)).isPresent();
    if (listed) {
      gaps.add(Gaps.of(estate, account, GET, named, "which tokens the identity provider accepts is not known"));
    } else if (!named.equals("*") && estate.coverage().reading(account, LIST) != Reading.READ) {
      gaps.add(Gaps.of(estate, account, LIST, "", "which identity providers of the account exist is not known"));
    } else if (!named.equals("*")) {
      deleted.add(new Deleted(role, named));
    }
  }
}
