package io.landline.ui.fx;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;

/// Brings a list on the screen up to date with the fewest changes: what is equal is not touched, so that the list keeps
/// its place and its selection. JavaFX thread.
public final class ListPatch {
    private ListPatch() {}

    /// Makes `shown` equal to `wanted`.
    ///
    /// @param key what a row is of: a row of the same key is the same row with other content
    public static <R> void update(ObservableList<R> shown, List<? extends R> wanted, Function<R, Object> key) {
        bringHeads(shown, wanted, key);
        int shorter = Math.min(shown.size(), wanted.size());
        int head = commonHead(shown, wanted, key);
        int tail = 0;
        while (tail < shorter - head && sameKey(fromEnd(shown, tail), fromEnd(wanted, tail), key)) tail++;

        int shownEnd = shown.size() - tail;
        if (shownEnd > head) shown.remove(head, shownEnd);
        if (wanted.size() - tail > head) shown.addAll(head, wanted.subList(head, wanted.size() - tail));

        for (int i = 0; i < head; i++) replace(shown, i, wanted.get(i));
        for (int i = wanted.size() - tail; i < wanted.size(); i++) replace(shown, i, wanted.get(i));
    }

    /// Rows that came before, or went from before, the first row that both have: a window that moves along a long list
    /// keeps what it has.
    private static <R> void bringHeads(ObservableList<R> shown, List<? extends R> wanted, Function<R, Object> key) {
        int head = commonHead(shown, wanted, key);
        if (head == shown.size() || head == wanted.size()) return;
        int came = indexOf(wanted, key.apply(shown.get(head)), head, key);
        if (came > head) {
            shown.addAll(head, wanted.subList(head, came));
            return;
        }
        int gone = indexOf(shown, key.apply(wanted.get(head)), head, key);
        if (gone > head) shown.remove(head, gone);
    }

    private static <R> int commonHead(List<? extends R> shown, List<? extends R> wanted, Function<R, Object> key) {
        int shorter = Math.min(shown.size(), wanted.size());
        int head = 0;
        while (head < shorter && sameKey(shown.get(head), wanted.get(head), key)) head++;
        return head;
    }

    private static <R> int indexOf(List<? extends R> rows, Object wanted, int from, Function<R, Object> key) {
        for (int i = from; i < rows.size(); i++) if (key.apply(rows.get(i)).equals(wanted)) return i;
        return -1;
    }

    /// Makes `shown` equal to `wanted`, for rows that are their own key; one that only moved is moved, so that it stays
    /// selected.
    ///
    /// @param wanted each row once
    public static <T> void move(List<T> shown, List<T> wanted) {
        if (shown.equals(wanted)) return;
        var kept = new HashSet<>(wanted);
        shown.removeIf(row -> !kept.contains(row));
        for (int i = 0; i < wanted.size(); i++) {
            T row = wanted.get(i);
            if (isAt(shown, i, row)) continue;
            if (isAt(shown, i + 1, row)) { // the one above it moved down
                shown.remove(i);
                continue;
            }
            shown.remove(row);
            shown.add(i, row);
        }
    }

    private static <T> boolean isAt(List<T> rows, int place, T row) {
        return place < rows.size() && rows.get(place).equals(row);
    }

    private static <R> boolean sameKey(R one, R other, Function<R, Object> key) {
        return key.apply(one).equals(key.apply(other));
    }

    private static <R> R fromEnd(List<? extends R> list, int back) {
        return list.get(list.size() - 1 - back);
    }

    private static <R> void replace(ObservableList<R> shown, int index, R row) {
        if (!shown.get(index).equals(row)) shown.set(index, row);
    }
}
