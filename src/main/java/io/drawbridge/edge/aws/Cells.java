package io.drawbridge.edge.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The targets of a universe that a caller's patterns name, split into cells of one answer.
 *
 * @param number of the partition within its universe
 * @param cells in the order of their first members
 */
record Cells(int number, List<Cell> cells) {

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

  static Cells of(int number, List<List<Member>> groups, Function<Member, List<String>> patterns) {
    List<Cell> cells = new ArrayList<>();
    for (List<Member> group : groups) {
      cells.add(new Cell(cells.size(), patterns.apply(group.getFirst()), group));
    }
    return new Cells(number, cells);
  }
}
