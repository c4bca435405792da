package io.landline.ui.lab.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The newest items up to a bound, and how many went before them. Confined to one thread.
final class NewestItems<T> {
    private final int most;
    private final Deque<T> kept = new ArrayDeque<>();
    private long left;

    NewestItems(int most) { this.most = most; }

    void add(T next) {
        if (kept.size() == most) {
            kept.removeFirst();
            left++;
        }
        kept.addLast(next);
    }

    /// Looks at the newest `within` items, and adds one before the oldest of them that passes the test. If none passes,
    /// it becomes the newest.
    void add(T next, Predicate<T> before, int within) {
        var newest = new ArrayDeque<T>();
        while (newest.size() < within && !kept.isEmpty()) newest.addFirst(kept.removeLast());
        boolean added = false;
        for (T each : newest) {
            if (!added && before.test(each)) {
                add(next);
                added = true;
            }
            add(each);
        }
        if (!added) add(next);
    }

    /// Puts one in the place of the oldest item that passes the test, and takes away the others that pass.
    void join(Predicate<T> which, T whole) {
        boolean found = false;
        for (int i = kept.size(); i > 0; i--) {
            T each = kept.removeFirst();
            if (!which.test(each)) {
                kept.addLast(each);
            } else if (!found) {
                kept.addLast(whole);
                found = true;
            }
        }
    }

    /// This many were left out elsewhere already.
    void leftOut(long number) {
        left += number;
    }

    List<T> all() {
        return List.copyOf(kept);
    }

    long left() {
        return left;
    }

    void clear() {
        kept.clear();
        left = 0;
    }

    /// Looks at the newest `within` items, and replaces the newest of them that passes the test.
    ///
    /// @return whether one passes
    boolean replace(Predicate<T> which, UnaryOperator<T> by, int within) {
        var skipped = new ArrayDeque<T>();
        boolean found = false;
        for (int i = 0; i < within && !kept.isEmpty() && !found; i++) {
            T last = kept.removeLast();
            found = which.test(last);
            skipped.addFirst(found ? by.apply(last) : last);
        }
        kept.addAll(skipped);
        return found;
    }
}
