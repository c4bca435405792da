package io.landline.labprograms;

import java.util.List;

/// One exchange of a course, with the programs that take part in it. Immutable; any thread.
///
/// @param key for its texts and for tests: mostly the command's name
/// @param first the programs with cards from the beginning
/// @param programs all that can be added
/// @param onNetwork something of it passes a network, and shows in Wireshark
public record LabSystem(String key, ChartKind chart, List<Program> first, List<Program> programs, boolean onNetwork) {
    public LabSystem {
        first = List.copyOf(first);
        programs = List.copyOf(programs);
    }

    LabSystem(String key, ChartKind chart, List<Program> first, List<Program> programs) {
        this(key, chart, first, programs, true);
    }

    /// The same, and nothing of it passes a network, not even the loopback interface.
    LabSystem withoutNetwork() {
        return new LabSystem(key, chart, first, programs, false);
    }

    static LabSystem of(String key, ChartKind chart, Program... programs) {
        return new LabSystem(key, chart, List.of(programs), List.of(programs));
    }
}
