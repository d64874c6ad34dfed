package io.drawbridge.edge.aws;

import java.util.ArrayList;
import java.util.List;

/**
 * The targets of a universe that a caller's patterns name, split into cells of one answer.
 *
 * @param cells in the order of their first members
 */
record Cells(List<Cell> cells) {

  Cells {
    cells = List.copyOf(cells);
  }

  /**
   * Targets that the same patterns name and that show the same face.
   *
   * @param patterns that name the first demand's resource
   * @param members sorted by node
   */
  record Cell(int index, List<String> patterns, List<Member> members) {

    Cell {
      patterns = List.copyOf(patterns);
      members = List.copyOf(members);
    }

    Member first() {
      return members.getFirst();
    }
  }

  /** A target and its face to the callers of the universe. */
  record Member(Target target, Face face) {}

  static Cells of(List<List<Member>> groups, java.util.function.Function<Member, List<String>> patterns) {
    List<Cell> cells = new ArrayList<>();
    for (List<Member> group : groups) {
      cells.add(new Cell(cells.size(), patterns.apply(group.getFirst()), group));
    }
    return new Cells(cells);
  }
}
