package io.landline.bare;

import io.landline.fixture.ProcessStatus;
import java.io.IOException;

/// What a process holds in memory, as Linux counts it, in MB.
///
/// @param all resident: what the process has of its own, and pages of files that it has mapped
/// @param own that is no page of a file
record Resident(double all, double own) {
    static Resident of(long pid) throws IOException {
        ProcessStatus status = ProcessStatus.of(pid);
        return new Resident(status.megabytes("VmRSS"), status.megabytes("RssAnon"));
    }

    @Override
    public String toString() {
        return "%.0f MB (%.0f its own)".formatted(all, own);
    }
}
