package io.drawbridge.api.query;

import graphql.schema.DataFetchingEnvironment;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A slice of a ranked answer, as the Relay connection specification lays it out.
 *
 * <p>A cursor names its row by the row's own id and not by its place, so it stays good across snapshots as long as the row is in
 * the answer.
 *
 * @param edges the rows of the slice
 */
record Page<T>(List<Row<T>> edges, PageInfo pageInfo, int totalCount) {

  static final int LARGEST = 500;

  record Row<T>(String cursor, T node) {}

  record PageInfo(boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor, @Nullable String endCursor) {}

  Page {
    edges = List.copyOf(edges);
  }

  /**
   * The slice that {@code first} and {@code after} ask for.
   *
   * @param id what names a row within the answer
   * @throws DrawbridgeException when the row to go on after is not in the answer
   */
  static <T> Page<T> of(List<T> all, Function<T, String> id, DataFetchingEnvironment field) {
    String after = field.getArgument("after");
    int start = after == null ? 0 : 1 + indexOf(all, id, after);
    int end = (int) Math.min(all.size(), (long) start + Arguments.first(field, LARGEST));
    List<Row<T>> rows = all.subList(start, end).stream().map(row -> new Row<>(cursor(id.apply(row)), row)).toList();
    var info = new PageInfo(
        end < all.size(), start > 0, rows.isEmpty() ? null : rows.getFirst().cursor(), rows.isEmpty() ? null : rows.getLast().cursor());
    return new Page<>(rows, info, all.size());
  }

  private static <T> int indexOf(List<T> all, Function<T, String> id, String cursor) {
    String wanted = read(cursor);
    for (int i = 0; i < all.size(); i++) {
      if (id.apply(all.get(i)).equals(wanted)) {
        return i;
      }
    }
    throw new DrawbridgeException(ErrorCode.STALE_CURSOR, "the row that `after` names is no longer in the answer: start again without `after`");
  }

  private static String cursor(String id) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`" + cursor + "` is no cursor: use one from an earlier page", e);
    }
  }
}
