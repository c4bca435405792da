package io.landline.lab.game;

import java.util.List;

/// Noughts and crosses: nine cells, row by row from the top left, `.`, `X` or `O`. X begins. Immutable.
record Board(String cells) {
    static final int CELLS = 9;

    private static final List<int[]> LINES = List.of(new int[]{0, 1, 2}, new int[]{3, 4, 5}, new int[]{6, 7, 8},
            new int[]{0, 3, 6}, new int[]{1, 4, 7}, new int[]{2, 5, 8}, new int[]{0, 4, 8}, new int[]{2, 4, 6});
    private static final char FREE = '.';

    static Board empty() {
        return new Board(".".repeat(CELLS));
    }

    char whoseTurn() {
        long free = cells.chars().filter(c -> c == FREE).count();
        return free % 2 == CELLS % 2 ? 'X' : 'O';
    }

    /// @param cell from 1
    boolean isFree(int cell) {
        return cells.charAt(cell - 1) == FREE;
    }

    Board with(int cell) {
        return new Board(cells.substring(0, cell - 1) + whoseTurn() + cells.substring(cell));
    }

    boolean isWon() {
        return LINES.stream()
                .anyMatch(line -> cells.charAt(line[0]) != FREE && cells.charAt(line[0]) == cells.charAt(line[1])
                        && cells.charAt(line[1]) == cells.charAt(line[2]));
    }

    boolean isFull() {
        return cells.indexOf(FREE) < 0;
    }
}
