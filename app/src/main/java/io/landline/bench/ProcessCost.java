package io.landline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Processor time and memory of processes, as `/proc` reports them; 0 on systems without `/proc`. Any thread.
final class ProcessCost {
    /// What `/proc` counts processor time in, on every Linux of today.
    private static final double TICKS_PER_SECOND = 100;
    /// Fields of `/proc/PID/stat`, counted from the one behind the name.
    private static final int OWN_FIELD = 11;
    private static final int OF_CHILDREN_FIELD = 13;
    private static final int KIBI = 1024;

    private ProcessCost() {}

    /// Processor seconds of a process itself so far, with those of its children that ended.
    static double cpuSeconds(long pid) throws IOException {
        return ticks(pid, OWN_FIELD) + ticks(pid, OF_CHILDREN_FIELD);
    }

    /// Processor seconds of the children of this process that ended, and of theirs.
    static double ofEndedChildren() throws IOException {
        return ticks(ProcessHandle.current().pid(), OF_CHILDREN_FIELD);
    }

    private static double ticks(long pid, int field) throws IOException {
        Path stat = Path.of("/proc", String.valueOf(pid), "stat");
        if (!Files.exists(stat)) return 0;
        String line = Files.readString(stat);
        List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        return (Long.parseLong(fields.get(field)) + Long.parseLong(fields.get(field + 1))) / TICKS_PER_SECOND;
    }

    /// The most that a process ever had resident; 0 where it is gone.
    static long peakBytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
                if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", "")) * KIBI;
            }
        } catch (IOException e) {
            return 0; // it has ended, or there is no such file on this system
        }
        return 0;
    }

    /// The peaks of all processes below this one, those given left out.
    static long peakOfDescendants(List<Long> except) {
        return ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::pid)
                .filter(pid -> !except.contains(pid))
                .mapToLong(ProcessCost::peakBytes)
                .sum();
    }
}
