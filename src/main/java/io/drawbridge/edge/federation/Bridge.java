package io.drawbridge.edge.federation;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.graph.EdgeKind;
import java.util.List;

/**
 * A way in which one cloud, or somebody whom both know, is let into the other.
 *
 * @param id {@code X01} to {@code X38}; the cases of a modelled bridge lie in a directory whose name begins with it
 * @param title who gains what
 */
public record Bridge(String id, String title, List<Direction> directions, Status status) {

  public Bridge {
    directions = List.copyOf(directions);
  }

  /** Which way control passes. */
  public enum Direction {
    AZURE_TO_AWS("Azure → AWS", Cloud.AWS),
    AWS_TO_AZURE("AWS → Azure", Cloud.AZURE),
    OTHERS_TO_AWS("others → AWS", Cloud.AWS),
    OTHERS_TO_AZURE("others → Azure", Cloud.AZURE);

    private final String title;
    private final Cloud into;

    Direction(String title, Cloud into) {
      this.title = title;
      this.into = into;
    }

    public String title() {
      return title;
    }

    /** Where it ends; Entra counts as Azure. */
    public Cloud into() {
      return into;
    }
  }

  /** Whether edges are drawn for it. */
  public sealed interface Status {

    /**
     * Drawn where both sides prove it.
     *
     * @param techniques ids that its edges carry
     * @param fields of the providers' answers, in their own names, that prove it
     * @param permissions that whoever collects needs to read them
     * @param limits what of it is not drawn, or empty
     */
    record Modelled(List<EdgeKind> kinds, List<String> techniques, List<String> fields, List<String> permissions, String limits) implements Status {
      public Modelled {
        kinds = List.copyOf(kinds);
        techniques = List.copyOf(techniques);
        fields = List.copyOf(fields);
        permissions = List.copyOf(permissions);
      }
    }

    /** No edge is drawn, and why. */
    record NotModelled(String reason) implements Status {}
  }
}
