package io.landline.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a process holds in memory, as Linux counts it.
final class Memory {
    private static final long KB_A_MB = 1_000;
    private static final String RESET_PEAK = "5";

    private final Path files;

    Memory(long pid) { files = Path.of("/proc", String.valueOf(pid)); }

    /// Resident now, in MB; 0 where the process is gone.
    long now() throws IOException {
        return megabytes("VmRSS:");
    }

    /// The most since [#forgetPeak], in MB; 0 where the process is gone.
    long peak() throws IOException {
        return megabytes("VmHWM:");
    }

    void forgetPeak() throws IOException {
        Files.writeString(files.resolve("clear_refs"), RESET_PEAK);
    }

    private long megabytes(String field) throws IOException {
        Path status = files.resolve("status");
        if (!Files.exists(status)) return 0;
        List<String> lines = Files.readAllLines(status);
        return lines.stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024 / 1_000 / KB_A_MB)
                .findAny()
                .orElse(0);
    }
}
