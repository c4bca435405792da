package io.landline.log;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How many files this process may have open at once, sockets included (`ulimit -n`), and whether a failure came of it.
/// At the limit anything may fail: a class cannot be loaded, a file cannot be saved. What failed says nothing of a
/// remedy then. Immutable; any thread.
public final class OpenFileLimit {
    /// Below this many even a lone node may fail at any place: it has up to 55 open while it starts (on Linux).
    static final int FEW = 64;
    /// Where the system does not tell the limit, or has none.
    static final int UNKNOWN = Integer.MAX_VALUE;
    private static final Pattern SOFT = Pattern.compile("(?m)^Max open files\\s+(\\d{1,9})\\s");
    /// Read at the start, before descriptors can be short.
    private static final OpenFileLimit OF_THIS_PROCESS = new OpenFileLimit(read());

    private final int files;

    /// @param files at once, or [#UNKNOWN]
    OpenFileLimit(int files) { this.files = files; }

    /// Has the limit read while there are descriptors for that.
    static void prepare() {}

    /// A sentence for the user where this failed at the limit; else null.
    public static @Nullable String of(Throwable failed) {
        return OF_THIS_PROCESS.asReason(failed);
    }

    @Nullable
    String asReason(Throwable failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (saysSo(each) || files < FEW && mayBe(each)) return sentence();
        }
        return null;
    }

    /// In the words of Linux and macOS (EMFILE), and of musl. A full table of the whole system (ENFILE) has
    /// nearly the same words, and no limit of ours mends it.
    private static boolean saysSo(Throwable each) {
        String said = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("too many open files") && !said.contains("in system")
                || said.contains("no file descriptors available");
    }

    /// Java does not say why a class could not be loaded, nor the database why it could not open a file.
    private static boolean mayBe(Throwable each) {
        return each instanceof LinkageError || each instanceof InternalError
                || String.valueOf(each.getMessage()).contains("SQLITE_CANTOPEN");
    }

    private String sentence() {
        return (files == UNKNOWN
                ? "Landline has as many files open as it may have, and needs more."
                : "Landline may have only " + files + " files open at once, and needs more.")
                + " Raise the limit, for example with ulimit -n 4096, and start it again.";
    }

    private static int read() {
        try (var in = new FileInputStream("/proc/self/limits")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return UNKNOWN; // another system
        }
    }

    /// @param limits as in proc_pid_limits(5): what holds stands before what it may be raised to
    static int parse(String limits) {
        Matcher soft = SOFT.matcher(limits);
        return soft.find() ? Integer.parseInt(soft.group(1)) : UNKNOWN;
    }
}
