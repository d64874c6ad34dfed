package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a principal becomes another of its account. */
enum Entry {
  /** Takes a session of a role whose trust lets it in. */
  SESSION(false, "sts:AssumeRole"),
  /** Rewrites the trust of a role, and takes a session of it from wherever it likes. */
  TRUST(false, "iam:UpdateAssumeRolePolicy"),
  /** Makes an access key of a user. */
  KEY(true, "iam:CreateAccessKey");

  private final boolean ofUser;
  private final String action;

  Entry(boolean ofUser, String action) {
    this.ofUser = ofUser;
    this.action = action;
  }

  boolean ofUser() {
    return ofUser;
  }

  List<Operation> reads() {
    return this == KEY ? List.of(SignIns.KEYS) : List.of();
  }

  /** What the caller's own policies must allow; a trust that names the caller lets it in without. */
  Optional<String> needed() {
    return this == SESSION ? Optional.empty() : Optional.of(action);
  }

  /** What must be allowed to come in, and how much is known of whether that works. */
  record Way(List<Demand> demands, SignIns.State state) {}

  /** The ways into the principals of an estate. */
  interface Door {
    Optional<Way> into(Bearer bearer);
  }

  Door door(Estate estate) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    SignIns signIns = SignIns.of(estate);
    var rewritten = RewrittenTrust.of(authorization, estate);
    return bearer -> {
      Arn arn = bearer.identity().arn();
      var plain = new Demand(action, arn.text(), arn.account(), Optional.empty(), context.of(arn, "iam", bearer.tags()));
      return switch (this) {
        case SESSION -> estate.inventory().find(IamRole.class, arn).flatMap(IamRole::trust)
            .map(trust -> new Way(List.of(plain.under(Optional.of(new NamedPolicy("trust", trust)))), SignIns.State.KNOWN));
        case TRUST -> Optional.of(new Way(Stream.concat(Stream.of(plain), rewritten.demands(arn, plain.context()).stream()).toList(), SignIns.State.KNOWN));
        case KEY -> Optional.of(new Way(making(plain, signIns.isFull(arn)), signIns.keys(arn)));
      };
    };
  }

  /** The making of a key, with room made for it where there is none. */
  private static List<Demand> making(Demand create, boolean full) {
    return full ? List.of(create, new Demand("iam:DeleteAccessKey", create.arn(), create.account(), create.policy(), create.context())) : List.of(create);
  }
}
