package io.drawbridge.edge.aws.trust;

import io.drawbridge.edge.EdgeRule;
import java.util.List;
import java.util.stream.Stream;

/** Who commands the providers, pools and vendors that roles trust. */
public final class TrustRules {

  public static final List<EdgeRule> ALL =
      Stream.<List<? extends EdgeRule>>of(ProviderTakeover.ALL, IssuerTakeover.ALL,
              List.of(new IssuerOfOwn(), new IdentityPoolSignIn(), new VendorDeputies(), new PassRoleToIdentityPools()))
          .<EdgeRule>flatMap(List::stream)
          .toList();

  private TrustRules() {}
}
