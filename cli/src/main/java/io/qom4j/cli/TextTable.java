// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of cells in aligned columns, two blanks apart, without a trailing blank.
 *
 * <p>Confined to one thread.
 */
final class TextTable {
    /** On which side of its column a cell stands. */
    enum Side {
        LEFT,
        RIGHT
    }

    private final List<Side> sides;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(Side... sides) {
        this.sides = List.of(sides);
    }

    /** Adds a row, which has a cell for each column. */
    TextTable row(String... cells) {
        if (cells.length != sides.size()) {
            throw new IllegalArgumentException("a row has " + sides.size() + " cells, not " + cells.length);
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Returns the rows as lines. */
    List<String> lines() {
        int[] widths = new int[sides.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String padding = " ".repeat(widths[i] - cell.length());
            line.append(i == 0 ? "" : "  ").append(sides.get(i) == Side.LEFT ? cell + padding : padding + cell);
        }
        return line.toString().stripTrailing();
    }
}
