package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Resource;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A resource that a launch needs: the caller makes it, or finds it. */
public sealed interface Place {

  /**
   * A resource in the caller's account that need not have been read: one that the caller makes, or one of a sort that every account has.
   *
   * @param kind how the ARN begins after the account
   * @param named true when the caller chooses which, false when the service names what it makes
   * @param within the index of the place whose name stands for {@code %s} in the kind, or {@link #NOWHERE}
   */
  record New(String service, String kind, boolean named, int within) implements Place {
  public   static final int NOWHERE = -1;
  }

  /** A resource that belongs to no account, such as an image that AWS publishes. */
  record Public(String service, String kind) implements Place {}

  /**
   * A resource whose name is the same everywhere.
   *
   * @param own false when it belongs to no account and no region
   */
  record Fixed(String service, String resource, boolean own) implements Place {}

  /**
   * A resource of the account that must be there already.
   *
   * @param sort what is said to be missing when it was not read
   * @param makes the action by which a caller would make one; who may do that needs none, and another technique says so
   * @param shown what requests name, given the ARN of a resource that was read: mostly itself
   */
  record Existing(String sort, Operation listing, Class<? extends Resource> type, Predicate<Resource> fits, String makes, UnaryOperator<Arn> shown) implements Place {

    public Existing(String sort, Operation listing, Class<? extends Resource> type, Predicate<Resource> fits, String makes) {
      this(sort, listing, type, fits, makes, UnaryOperator.identity());
    }

    public static Existing of(String sort, String listing, Class<? extends Resource> type, String makes) {
      return new Existing(sort, Operation.parse(listing), type, resource -> true, makes);
    }
  }
}
