package io.landline.ui.lab.diagram;

import io.landline.ui.lab.wire.Ladder.Lifeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the lines of a ladder stand in a width. Where not all fit, the last line stands for the rest. Immutable; any
/// thread.
///
/// @param columns of the lanes' ids
/// @param rest how many lanes the last column stands for; 0 where each has its own
record LifelineLayout(List<Lifeline> shown, Map<Integer, Integer> columns, int rest) {
    static final LifelineLayout NONE = new LifelineLayout(List.of(), Map.of(), 0);

    /// @param most this many columns fit
    static LifelineLayout of(List<Lifeline> lanes, int most) {
        int columns = Math.max(2, most);
        boolean fits = lanes.size() <= columns;
        List<Lifeline> shown = fits ? lanes : lanes.subList(0, columns - 1);
        var byId = new HashMap<Integer, Integer>();
        for (int i = 0; i < lanes.size(); i++) byId.put(lanes.get(i).id(), Math.min(i, columns - 1));
        return new LifelineLayout(List.copyOf(shown), byId, fits ? 0 : lanes.size() - shown.size());
    }

    int count() {
        return shown.size() + (rest > 0 ? 1 : 0);
    }

    int column(int lane) {
        return columns.getOrDefault(lane, 0);
    }

    /// The middle of a column.
    double x(int column, double left, double width) {
        return left + (column + 0.5) * (width - left) / Math.max(1, count());
    }
}
