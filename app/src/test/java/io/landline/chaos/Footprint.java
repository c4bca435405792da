package io.landline.chaos;

import io.landline.fixture.ProcessStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LongSummaryStatistics;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a node holds of its computer at one moment, as Linux and the JDK count it.
///
/// @param resident memory in MB
/// @param heap in MB, after a full collection
/// @param threads of the system
/// @param files open files and sockets
record Footprint(long resident, long heap, long threads, long files) {
    private static final int ANSWER_SECONDS = 30;
    /// A generation of the heap.
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    static Footprint of(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        double heap = ProcessStatus.megabytes(used(jcmd(pid, "GC.heap_info")));
        ProcessStatus status = ProcessStatus.of(pid);
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return new Footprint(Math.round(status.megabytes("VmRSS")), Math.round(heap), status.number("Threads"),
                    open.count());
        }
    }

    /// Of all generations, in KB.
    private static long used(String told) throws IOException {
        LongSummaryStatistics used = USED.matcher(told)
                .results()
                .mapToLong(each -> Long.parseLong(each.group(1)))
                .summaryStatistics();
        if (used.getCount() == 0) throw new IOException("no heap in: " + told);
        return used.getSum();
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(tool.toString(), String.valueOf(pid), command).redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("jcmd " + command + ": " + told.strip());
        }
        return told;
    }
}
