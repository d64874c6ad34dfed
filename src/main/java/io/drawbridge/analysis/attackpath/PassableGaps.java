package io.drawbridge.analysis.attackpath;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.Sweep;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether something that was not read could hold a way between two sides.
 *
 * <p>A way that nobody saw leaves what the starts reach, or enters what leads to the ends; so gaps count in the scopes of both, in
 * the world, and above: a subscription is governed by its tenant and its management groups, whichever they are.
 */
final class PassableGaps {

  private final Image image;
  private final Set<Scope> scopes = new TreeSet<>();

  PassableGaps(Image image, Sweep fromStarts, Sweep toEnds) {
    this.image = image;
    fromStarts.forEachReached(this::add);
    toEnds.forEachReached(this::add);
  }

  boolean any() {
    return image.completeness().gaps().stream().map(CoverageGap::scope).anyMatch(this::passable);
  }

  private void add(int node) {
    scopes.add(image.scope(image.scopeIndex(node)));
  }

  private boolean passable(Scope scope) {
    return scope.equals(Scope.WORLD) || scopes.contains(scope) || (isAboveSubscriptions(scope) && touchesAzure());
  }

  private boolean touchesAzure() {
    return scopes.stream().anyMatch(scope -> scope.cloud() == Cloud.AZURE);
  }

  private static boolean isAboveSubscriptions(Scope scope) {
    return switch (scope.cloud()) {
      case ENTRA -> true;
      case AZURE -> !scope.id().startsWith("/subscriptions/");
      case AWS, EXTERNAL -> false;
    };
  }
}
