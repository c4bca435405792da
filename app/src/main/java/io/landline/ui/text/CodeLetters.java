package io.landline.ui.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds code in one line: letters between equally many backticks, one or more. Each letter is looked at once.
/// Stateless; any thread.
final class CodeLetters {
    static final char SIGN = '`';

    private CodeLetters() {}

    /// @param start of the backticks before it
    /// @param from of what is shown
    /// @param to behind what is shown
    /// @param end behind the backticks after it
    record Code(int start, int from, int to, int end) {}

    private record Run(int start, int end) {
        int length() {
            return end - start;
        }
    }

    /// In their order.
    static List<Code> in(CharSequence line, int codesMax) {
        List<Run> runs = runs(line);
        if (runs.size() < 2 || codesMax <= 0) return List.of();
        int[] next = nextOfSameLength(runs);
        var codes = new ArrayList<Code>();
        for (int i = 0; i < runs.size() && codes.size() < codesMax; i++) {
            Run first = runs.get(i);
            if (next[i] < 0 || first.start() > 0 && line.charAt(first.start() - 1) == '\\') continue;
            codes.add(code(line, first, runs.get(next[i])));
            i = next[i];
        }
        return codes;
    }

    private static List<Run> runs(CharSequence line) {
        var runs = new ArrayList<Run>();
        int at = 0;
        while (at < line.length()) {
            int end = at;
            while (end < line.length() && line.charAt(end) == SIGN) end++;
            if (end > at) runs.add(new Run(at, end));
            at = end + 1;
        }
        return runs;
    }

    private static int[] nextOfSameLength(List<Run> runs) {
        Map<Integer, Integer> seen = new HashMap<>();
        int[] next = new int[runs.size()];
        for (int i = runs.size() - 1; i >= 0; i--) {
            Integer later = seen.put(runs.get(i).length(), i);
            next[i] = later == null ? -1 : later;
        }
        return next;
    }

    /// A blank on both sides only keeps the backticks away from others.
    private static Code code(CharSequence line, Run first, Run last) {
        int from = first.end();
        int to = last.start();
        boolean isKeptAway = to - from > 2 && line.charAt(from) == ' ' && line.charAt(to - 1) == ' ';
        return isKeptAway
                ? new Code(first.start(), from + 1, to - 1, last.end())
                : new Code(first.start(), from, to, last.end());
    }
}
