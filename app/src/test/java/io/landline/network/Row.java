package io.landline.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One line of the table: what was measured, and how long it may take. Filled by one thread.
final class Row {
    static final String HEAD = """
            | network | seen by A, s | seen by B, s | joined, s | gone, s | A sends, B/min | the doctor at A says |
            |---|---|---|---|---|---|---|""";

    /// @param value null where it did not happen in time
    private record Measured(@Nullable Duration value, Duration bound) {
        boolean holds() {
            return value != null && value.compareTo(bound) <= 0;
        }

        String cell() {
            if (value == null) return "**not within " + bound.toSeconds() + "**";
            String seconds = String.format(Locale.ROOT, "%.2f", value.toMillis() / 1_000.0);
            return holds() ? seconds : "**" + seconds + ", not within " + bound.toSeconds() + "**";
        }
    }

    final String name;
    private @Nullable Measured seenByA;
    private @Nullable Measured seenByB;
    private @Nullable Measured joined;
    private @Nullable Measured gone;
    private @Nullable Long bytesPerMinute;
    private String doctor = "";
    private final List<String> faults = new ArrayList<>();

    Row(String name) { this.name = name; }

    void seenByA(@Nullable Duration time, Duration bound) { seenByA = new Measured(time, bound); }

    void seenByB(@Nullable Duration time, Duration bound) { seenByB = new Measured(time, bound); }

    void joined(@Nullable Duration time, Duration bound) { joined = new Measured(time, bound); }

    void gone(@Nullable Duration time, Duration bound) { gone = new Measured(time, bound); }

    void sends(long bytes) { bytesPerMinute = bytes; }

    void doctor(String verdict) { doctor = verdict; }

    /// Something beside the times is not as it must be.
    void fault(String what) { faults.add(what); }

    boolean holds() {
        return faults.isEmpty() && cells().stream().allMatch(each -> each == null || each.holds());
    }

    /// Whether all came, however late, and nothing else is wrong: what a test may ask of a busy machine.
    boolean happened() {
        return faults.isEmpty() && cells().stream().allMatch(each -> each == null || each.value != null);
    }

    private List<@Nullable Measured> cells() {
        var cells = new ArrayList<@Nullable Measured>();
        cells.add(seenByA);
        cells.add(seenByB);
        cells.add(joined);
        cells.add(gone);
        return cells;
    }

    /// As a line of a Markdown table; what does not hold is bold.
    String markdown() {
        String times = cells().stream().map(each -> each == null ? "" : each.cell()).collect(Collectors.joining(" | "));
        String wrong = faults.stream().map(each -> " **" + each + "**").collect(Collectors.joining());
        String sent = bytesPerMinute == null ? "" : String.format(Locale.ROOT, "%,d", bytesPerMinute);
        return "| " + name + wrong + " | " + times + " | " + sent + " | " + doctor + " |";
    }
}
