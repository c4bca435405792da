package io.landline.bare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a process holds in memory, as Linux counts it, in MB.
///
/// @param all resident: what the process has of its own, and pages of files that it has mapped
/// @param own that is no page of a file
record Resident(double all, double own) {
    private static final double KB_A_MB = 1_000_000.0 / 1_024;

    static Resident of(long pid) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"));
        return new Resident(megabytes(lines, "VmRSS:"), megabytes(lines, "RssAnon:"));
    }

    private static double megabytes(List<String> lines, String field) {
        return lines.stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findAny()
                .orElse(0) / KB_A_MB;
    }

    @Override
    public String toString() {
        return "%.0f MB (%.0f its own)".formatted(all, own);
    }
}
