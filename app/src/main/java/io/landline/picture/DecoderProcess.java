package io.landline.picture;

import io.landline.process.SelfCommand;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Has pictures decoded by [PictureDecoder] in a process of its own. A picture that makes it crash, hang, or run out of
/// memory costs that process only. Any thread, one picture at a time.
final class DecoderProcess implements Decoder {
    /// With the start of Java, which takes half a second. A photo of 40 megapixels takes one more, and a progressive
    /// one three.
    static final Duration TIME_MAX = Duration.ofSeconds(5);
    /// The largest file, and what a decoder that leaves rows out needs beside it.
    static final int HEAP_MB_MAX = 64;
    /// The same for a picture over the whole window: at worst 7.7 million pixels before they are averaged.
    static final int HEAP_LARGE_MB_MAX = 160;

    private static final System.Logger LOG = System.getLogger(DecoderProcess.class.getName());
    /// Quick to start, no window system, no files of a crash: what happened to the child is nobody's business.
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash",
            "-XX:+ErrorFileToStderr", "-Djava.awt.headless=true");
    /// All that the child gets of our environment, which may hold a room key. Windows starts no program without the
    /// first. By the others Java finds its own files in folders with names beyond ASCII.
    private static final Set<String> ENVIRONMENT = Set.of("SYSTEMROOT", "LANG", "LC_ALL", "LC_CTYPE");

    private final Function<PictureScale, List<String>> command;
    private final Duration timeMax;
    private @Nullable Process running; // guarded by this, as is closed
    private boolean closed;

    /// @param command starts what behaves like [PictureDecoder]
    /// @param timeMax after this a child is killed
    DecoderProcess(List<String> command, Duration timeMax) { this(_ -> command, timeMax); }

    private DecoderProcess(Function<PictureScale, List<String>> command, Duration timeMax) {
        this.command = command;
        this.timeMax = timeMax;
    }

    /// A child of our own program.
    DecoderProcess(Duration timeMax) { this(DecoderProcess::own, timeMax); }

    private static List<String> own(PictureScale scale) {
        var options = new ArrayList<>(OPTIONS);
        options.add("-Xmx" + scale.heapMb() + "m");
        return SelfCommand.of(PictureDecoder.class, options);
    }

    /// Waits for the child, at most as long as it may run; then it is killed.
    @Override
    public @Nullable Thumbnail decodeInTime(byte[] picture, PictureScale scale)
            throws TooSlowException, NotStartedException {
        Process child = start(scale);
        if (child == null) return null;
        try {
            return ask(child, picture, scale);
        } catch (IOException e) {
            // it ended or was killed before its answer was whole
            LOG.log(System.Logger.Level.DEBUG, "no thumbnail", e);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            end(child);
        }
    }

    /// Null once this is closed.
    private synchronized @Nullable Process start(PictureScale scale) throws NotStartedException {
        if (closed) return null;
        var builder = new ProcessBuilder(command.apply(scale)).redirectError(Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> !ENVIRONMENT.contains(name.toUpperCase(Locale.ROOT)));
        try {
            Process child = builder.start();
            running = child;
            return child;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no process for a thumbnail", e);
            throw new NotStartedException(e);
        }
    }

    private @Nullable Thumbnail ask(Process child, byte[] picture, PictureScale scale)
            throws IOException, InterruptedException, TooSlowException {
        var isLate = new AtomicBoolean(); // set before the kill, so the reason is known once the child ends
        var deadline = CompletableFuture.runAsync(() -> {
            isLate.set(true);
            child.destroyForcibly();
        }, CompletableFuture.delayedExecutor(timeMax.toNanos(), TimeUnit.NANOSECONDS));
        try {
            // Not closed: the child takes the end of its input for ours.
            var out = new DataOutputStream(child.getOutputStream());
            out.writeByte(scale.ordinal());
            out.writeInt(picture.length);
            out.write(picture);
            out.flush();
            Thumbnail thumbnail = Thumbnail.read(child.getInputStream(), scale);
            return child.waitFor() == 0 ? thumbnail : null;
        } catch (IOException e) {
            if (!isLate.get()) throw e;
            LOG.log(System.Logger.Level.DEBUG, "a thumbnail took too long", e);
            throw new TooSlowException();
        } finally {
            deadline.cancel(false);
        }
    }

    private synchronized void end(Process child) {
        child.destroyForcibly();
        running = null;
    }

    /// Kills the child that runs, and starts no other.
    @Override
    public synchronized void close() {
        closed = true;
        if (running != null) running.destroyForcibly();
    }
}
