package io.landline.log;

import io.landline.queue.CoreThread;
import io.landline.settings.PrivateFolder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The end of a process that cannot go on: out of memory, or its first or one of its core threads has died. A process
/// that lives and is deaf would lose what others say. A process that ends loses nothing that was confirmed, and its
/// user sees it. Says one sentence on stderr, leaves a note in the profile for the next start, and halts with exit code
/// 1 (docs/adr/0020).
///
/// All that is needed then is made beforehand: there may be no memory left to make it.
public final class FatalExit implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger(FatalExit.class.getName());
    private static final int EXIT_CODE = 1;
    private static final int RESERVE_BYTES = 2 << 20;
    /// Memory is tried this often. Without any, virtual threads stop without a word.
    private static final long PROBE_MILLIS = 500;
    /// A frame and a half. A program that cannot have that can do nothing for its peers.
    private static final int PROBE_BYTES = 192 << 10;
    private static final String NOTE = "ended-by-fault";
    private static final String MEMORY = "Landline has run out of memory and has ended. All that was confirmed is"
            + " kept; start it again.";
    private static final String THREAD = "Landline has met a fault of its own and has ended. All that was confirmed is"
            + " kept; start it again. Its log says more.";
    private static final FatalExit OF_THIS_PROCESS = new FatalExit(new FileOutputStream(FileDescriptor.err),
            Runtime.getRuntime()::halt);

    private final OutputStream err;
    private final IntConsumer halt;
    /// Let go of first: what follows needs a little memory, and some of it is the system's.
    @SuppressWarnings("UnusedVariable")
    private byte @Nullable [] reserve = new byte[RESERVE_BYTES];
    private final byte[] memoryLine = line(MEMORY);
    private final byte[] threadLine = line(THREAD);
    private volatile @Nullable RandomAccessFile note;
    private volatile @Nullable Thread first;
    private boolean prepared;

    FatalExit(OutputStream err, IntConsumer halt) {
        this.err = err;
        this.halt = halt;
    }

    private static byte[] line(String sentence) {
        return (sentence + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    }

    /// Called by the first thread of this process. From now on every thread that dies of such a fault ends the process,
    /// and memory is tried twice a second.
    public static void install() {
        OF_THIS_PROCESS.first = Thread.currentThread();
        Thread.setDefaultUncaughtExceptionHandler(OF_THIS_PROCESS);
        OF_THIS_PROCESS.prepare();
        Thread.ofPlatform().name("memory-watch").daemon().start(OF_THIS_PROCESS::watchMemory);
    }

    private void watchMemory() {
        try {
            var collection = new EarlyGarbageCollection();
            while (true) {
                Thread.sleep(PROBE_MILLIS);
                collection.collectIfDue();
                if (new byte[PROBE_BYTES].length == 0) return; // never: so that the array is really made
            }
        } catch (OutOfMemoryError e) {
            uncaughtException(Thread.currentThread(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does
        }
    }

    /// Has what ends a process loaded while there is memory for that.
    void prepare() {
        prepared = true;
        OpenFileLimit.prepare();
        try {
            err.write(new byte[0]);
            Class.forName("java.lang.Shutdown");
        } catch (IOException | ClassNotFoundException e) {
            LOG.log(Level.DEBUG, "preparing for a fatal end", e);
        }
    }

    /// What the last process on this profile said as it ended so; null where it ended otherwise. From now on this
    /// process leaves its note there, if it is [#install]ed. Once for a process.
    public static @Nullable String lastOf(Path profile) {
        return OF_THIS_PROCESS.begin(profile);
    }

    @Nullable
    String begin(Path profile) {
        Path file = profile.resolve(NOTE);
        try {
            String said = Files.exists(file) ? Files.readString(file).strip() : "";
            if (!prepared) return said.isEmpty() ? null : said;
            if (!Files.exists(file)) Files.createFile(file, PrivateFolder.fileMode());
            var opened = new RandomAccessFile(file.toFile(), "rw");
            opened.setLength(0);
            note = opened;
            return said.isEmpty() ? null : said;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "no note of a fatal end can be kept", e);
            return null;
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable e) {
        if (e instanceof OutOfMemoryError) reserve = null;
        boolean noMemory = e instanceof OutOfMemoryError || e.getCause() instanceof OutOfMemoryError;
        boolean dead = e instanceof VirtualMachineError && !(e instanceof StackOverflowError);
        // the first thread first: at the limit of open files that other class may not be loaded
        if (noMemory || dead || thread.equals(first) || e instanceof CoreThread.Died) {
            end(noMemory ? memoryLine : lineOf(e), thread, e);
        } else {
            LOG.log(Level.ERROR, "uncaught in " + thread.getName(), e);
        }
    }

    private byte[] lineOf(Throwable e) {
        try {
            String limit = OpenFileLimit.of(e);
            return limit == null ? threadLine : line(limit);
        } catch (LinkageError again) {
            return threadLine; // not even that class could be loaded
        }
    }

    private synchronized void end(byte[] line, Thread thread, Throwable e) {
        try {
            err.write(line);
            err.flush();
            RandomAccessFile kept = note;
            if (kept != null) kept.write(line);
            if (line != memoryLine) LOG.log(Level.ERROR, "the end of this process: uncaught in " + thread.getName(), e);
        } catch (Throwable again) {
            return; // nobody is left to be told; what follows is said by the exit code
        } finally {
            halt.accept(EXIT_CODE);
        }
    }
}
