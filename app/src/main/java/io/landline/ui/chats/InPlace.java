package io.landline.ui.chats;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;

/// Brings a list on the screen up to date with the fewest changes: what is equal is not touched, so that the list keeps its place and
/// its selection. JavaFX thread.
final class InPlace {
    private InPlace() {}

    /// Makes `shown` equal to `wanted`.
    ///
    /// @param key what a row is of: a row of the same key is the same row with other content
    static <R> void update(ObservableList<R> shown, List<? extends R> wanted, Function<R, Object> key) {
        int shorter = Math.min(shown.size(), wanted.size());
        int head = 0;
        while (head < shorter && sameKey(shown.get(head), wanted.get(head), key)) head++;
        int tail = 0;
        while (tail < shorter - head && sameKey(fromEnd(shown, tail), fromEnd(wanted, tail), key)) tail++;

        int shownEnd = shown.size() - tail;
        if (shownEnd > head) shown.remove(head, shownEnd);
        if (wanted.size() - tail > head) shown.addAll(head, wanted.subList(head, wanted.size() - tail));

        for (int i = 0; i < head; i++) replace(shown, i, wanted.get(i));
        for (int i = wanted.size() - tail; i < wanted.size(); i++) replace(shown, i, wanted.get(i));
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
