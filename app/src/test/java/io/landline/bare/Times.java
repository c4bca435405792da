package io.landline.bare;

import java.util.ArrayList;
import java.util.List;

/// Milliseconds of a number of starts.
final class Times {
    private final List<Long> all = new ArrayList<>();

    void add(long millis) {
        all.add(millis);
        all.sort(null);
    }

    double median() {
        return (all.get((all.size() - 1) / 2) + all.get(all.size() / 2)) / 2.0;
    }

    @Override
    public String toString() {
        return "%,.0f (%,d - %,d)".formatted(median(), all.getFirst(), all.getLast());
    }
}
