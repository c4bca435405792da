package io.landline.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Runs measures in turns, a, b, c, a, b, c, so that whatever else the machine does meets all of them, and compares each with the first.
public final class Rounds {
    /// A round before those that count, for the compiler and the system's caches.
    private static final int WARM_UP = 1;
    /// A median of more does not get steadier, only later.
    public static final int COUNT_MAX = 101;

    private Rounds() {}

    /// A figure for each measure, in their order; the first one's ratio is one.
    ///
    /// @param count of rounds, 1 to [#COUNT_MAX]; an odd one has a median that was measured
    public static List<Figure> run(List<? extends Measure> measures, int count) throws IOException {
        if (measures.isEmpty() || count < 1 || count > COUNT_MAX)
            throw new IllegalArgumentException(count + " rounds of " + measures.size());
        var rates = new double[measures.size()][count];
        for (int round = -WARM_UP; round < count; round++) {
            for (int i = 0; i < rates.length; i++) {
                double rate = measures.get(i).run();
                if (round >= 0) rates[i][round] = rate;
            }
        }
        var figures = new ArrayList<Figure>();
        for (int i = 0; i < rates.length; i++) {
            figures.add(Figure.of(measures.get(i).name(), rates[i], measures.getFirst().name(), rates[0]));
        }
        return figures;
    }
}
