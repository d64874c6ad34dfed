package io.drawbridge.api.query;

import graphql.schema.DataFetchingEnvironment;
import io.drawbridge.api.Published;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.engine.Image;
import java.util.Optional;

/** The snapshot that a request stays with from its first field to its last. */
final class Pinned {

  private Pinned() {}

  static Image image(DataFetchingEnvironment field) {
    return find(field)
        .orElseThrow(() -> new DrawbridgeException(ErrorCode.NO_SNAPSHOT, "nothing was loaded yet: `drawbridge import` something first"));
  }

  static Optional<Image> find(DataFetchingEnvironment field) {
    Published published = field.getGraphQlContext().get(Published.class);
    return Optional.ofNullable(published).map(Published::image);
  }
}
