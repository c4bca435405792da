package io.landline.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Sends what is said through [System.Logger] to the profile's log files: of ours everything from `INFO`, of the
/// libraries too. Any thread; lines are written one at a time, in the order of their calls, each handed to the system
/// before the call returns.
///
/// Nothing is redacted here, because keys and message texts must never be logged in the first place. The JDK closes
/// handlers in a shutdown hook of its own, in no order to ours: lines of our shutdown may be missing.
public final class LogFiles implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    /// Held, because the JDK forgets the level of a logger that nobody holds.
    private final Logger ours = Logger.getLogger("io.landline");
    /// It logs whole messages, with what people wrote in them.
    private final Logger desktopBus = Logger.getLogger("org.freedesktop.dbus");
    private final Handler[] handlersBefore = root.getHandlers();
    private final @Nullable Level rootLevelBefore = root.getLevel();
    private final @Nullable Level oursLevelBefore = ours.getLevel();
    private final Files files;

    /// [#VERBOSE] also keeps debug records of ours, and prints all on stderr.
    public enum Verbosity { QUIET, VERBOSE }

    private LogFiles(@Nullable Path folder, Verbosity verbosity, PrintStream stderr) {
        files = new Files(folder, verbosity, stderr);
        // the JDK's prints on stderr, which is the user's
        for (Handler handler : handlersBefore) root.removeHandler(handler);
        root.addHandler(files);
        root.setLevel(Level.INFO);
        desktopBus.setLevel(Level.OFF);
        ours.setLevel(verbosity == Verbosity.VERBOSE ? Level.FINE : Level.INFO);
    }

    /// Takes over from the present log handlers, until it is closed. Never fails: if the folder cannot be written there
    /// is no log, and stderr says so.
    public static LogFiles open(Path folder, Verbosity verbosity) {
        return open(folder, verbosity, System.err);
    }

    /// The same without any file, where nothing may be written.
    public static LogFiles withoutFiles(Verbosity verbosity) {
        return new LogFiles(null, verbosity, System.err);
    }

    static LogFiles open(Path folder, Verbosity verbosity, PrintStream stderr) {
        return new LogFiles(folder, verbosity, stderr);
    }

    /// Gives the records back to the handlers of before.
    @Override
    public void close() {
        root.removeHandler(files);
        files.close();
        for (Handler handler : handlersBefore) root.addHandler(handler);
        root.setLevel(rootLevelBefore);
        ours.setLevel(oursLevelBefore);
        desktopBus.setLevel(null);
    }

    /// Its monitor guards the file and the count, and is held while a line is written: that is what keeps the lines
    /// whole and in order.
    private static final class Files extends Handler {
        private final LogLine format = new LogLine();
        private final @Nullable Path folder;
        private final Verbosity verbosity;
        private final PrintStream stderr;
        private @Nullable RotatingFile file;
        private long lost;
        private boolean toldOfFailure;

        Files(@Nullable Path folder, Verbosity verbosity, PrintStream stderr) {
            this.folder = folder;
            this.verbosity = verbosity;
            this.stderr = stderr;
            setLevel(Level.ALL);
            if (folder == null) return;
            try {
                file = new RotatingFile(folder);
            } catch (IOException e) {
                tellOnce(e);
            }
        }

        @Override
        public void publish(LogRecord record) {
            if (!isLoggable(record)) return;
            String line = format.format(record);
            synchronized (this) {
                if (verbosity == Verbosity.VERBOSE) stderr.print(line);
                RotatingFile open = file;
                if (open == null) return;
                try {
                    open.append((lost == 0 ? line : "(" + lost + " lines lost)\n" + line).getBytes(UTF_8));
                    lost = 0;
                } catch (IOException e) {
                    lost++;
                    tellOnce(e);
                }
            }
        }

        private void tellOnce(IOException cause) {
            if (toldOfFailure) return;
            toldOfFailure = true;
            stderr.println("The log in " + folder + " cannot be written (" + cause.getMessage()
                    + "); Landline goes on without it.");
        }

        @Override
        public void flush() {} // nothing is held back

        @Override
        public synchronized void close() {
            RotatingFile open = file;
            file = null;
            if (open == null) return;
            try {
                open.close();
            } catch (IOException e) {
                tellOnce(e);
            }
        }
    }
}
