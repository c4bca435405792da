package io.landline.attack;

import io.landline.fixture.ProcessStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process holds in memory, as Linux counts it.
final class Memory {
    private static final String RESET_PEAK = "5";

    private final long pid;

    Memory(long pid) { this.pid = pid; }

    /// Resident now, in MB; 0 where the process is gone.
    long now() throws IOException {
        return (long) ProcessStatus.of(pid).megabytes("VmRSS");
    }

    /// The most since [#forgetPeak], in MB; 0 where the process is gone.
    long peak() throws IOException {
        return (long) ProcessStatus.of(pid).megabytes("VmHWM");
    }

    void forgetPeak() throws IOException {
        Files.writeString(Path.of("/proc", String.valueOf(pid), "clear_refs"), RESET_PEAK);
    }
}
