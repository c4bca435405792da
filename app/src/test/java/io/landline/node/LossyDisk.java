package io.landline.node;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A file system in a file (ext4 on a loop device) that can lose all that is not on its disk yet, as by a loss of
/// power: it stops at once, and writes neither what is in memory nor its own journal. For Linux and its root user.
/// Confined to one thread.
final class LossyDisk implements AutoCloseable {
    /// `EXT4_IOC_SHUTDOWN`, `_IOR('X', 125, __u32)`, and `EXT4_GOING_FLAGS_NOLOGFLUSH` (fs/ext4/ext4.h of Linux).
    private static final long SHUTDOWN = 0x8004587dL;
    private static final int WITHOUT_JOURNAL = 2;
    private static final int READ_ONLY = 0;
    private static final int TRIES = 100;
    private static final Duration APART = Duration.ofMillis(100);

    private final Path image;
    private final Path folder;

    private LossyDisk(Path image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    /// An empty one, mounted.
    ///
    /// @param in a folder that takes its file and its mount point
    static LossyDisk make(Path in, long bytes) throws IOException, InterruptedException {
        var disk = new LossyDisk(in.resolve("disk.img"), Files.createDirectories(in.resolve("disk")));
        try (var file = new RandomAccessFile(disk.image.toFile(), "rw")) {
            file.setLength(bytes);
        }
        run(List.of("mkfs.ext4", "-q", "-F", disk.image.toString()));
        disk.mount();
        return disk;
    }

    /// Where it is mounted.
    Path folder() {
        return folder;
    }

    private void mount() throws IOException, InterruptedException {
        run(List.of("mount", "-o", "loop", image.toString(), folder.toString()));
    }

    /// The power is gone: what follows fails with an error of input and output.
    void cut() throws IOException {
        Linker linker = Linker.nativeLinker();
        MethodHandle open = linker.downcallHandle(linker.defaultLookup().findOrThrow("open"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
        MethodHandle ioctl = linker.downcallHandle(linker.defaultLookup().findOrThrow("ioctl"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));
        MethodHandle close = linker.downcallHandle(linker.defaultLookup().findOrThrow("close"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        int result;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment how = arena.allocateFrom(JAVA_INT, WITHOUT_JOURNAL);
            int handle = (int) open.invokeExact(arena.allocateFrom(folder.toString()), READ_ONLY);
            if (handle < 0) throw new IOException(folder + " cannot be opened");
            result = (int) ioctl.invokeExact(handle, SHUTDOWN, how);
            int _ = (int) close.invokeExact(handle);
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a function of the system cannot be called", e);
        }
        if (result != 0) throw new IOException("the file system in " + folder + " cannot be stopped");
    }

    /// The power is back. Nobody uses the disk at this moment.
    void restore() throws IOException, InterruptedException {
        unmount();
        mount();
    }

    /// A process that has just ended may hold it for a moment.
    private void unmount() throws IOException, InterruptedException {
        for (int left = TRIES; left > 0; left--) {
            Process umount = new ProcessBuilder("umount", folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (umount.waitFor() == 0) return;
            Thread.sleep(APART);
        }
        throw new IOException(folder + " stays in use");
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) throw new IOException(String.join(" ", command) + " ended with " + code);
    }

    @Override
    public void close() throws IOException {
        try {
            unmount();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
