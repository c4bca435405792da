package io.landline.ui.lab.card;

import io.landline.lab.LabResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one run found out one after the other. Immutable; any thread.
record ResultList(List<LabResult> each) implements LabResult {
    /// No program of the lab has more than three.
    private static final int MOST = 16;

    ResultList {
        each = List.copyOf(each);
    }

    static LabResult and(@Nullable LabResult before, LabResult next) {
        if (before == null) return next;
        var all = new ArrayList<>(before instanceof ResultList several ? several.each() : List.of(before));
        if (all.size() == MOST) all.removeFirst();
        all.add(next);
        return new ResultList(all);
    }

    @Override
    public Map<String, @Nullable Object> fields() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("results", each.stream().map(LabResult::fields).toList());
        return fields;
    }

    @Override
    public String summary() {
        return each.stream().map(LabResult::summary).collect(Collectors.joining("\n\n"));
    }
}
