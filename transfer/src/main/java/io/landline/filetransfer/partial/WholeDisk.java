package io.landline.filetransfer.partial;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Brings all that is in a folder to the disk. On Linux the whole file system is asked once (`syncfs`), which is many
/// times as quick as each of ten thousand files; elsewhere, and where that fails, each file is forced. Any thread;
/// takes as long as the disk does.
final class WholeDisk {
    /// `O_CLOEXEC` of Linux, on each processor that Java runs on; reading is 0.
    private static final int READ_AND_CLOSE_ON_EXEC = 0x80000;

    /// Brings one file to the disk, or the names in one folder.
    interface Forcing {
        void force(Path path, FileChannel open) throws IOException;
    }

    static final Forcing REAL = (_, open) -> open.force(true);

    private WholeDisk() {}

    static void force(Path folder) throws IOException {
        if (OperatingSystem.here() != OperatingSystem.LINUX || !syncFileSystem(folder)) forceEach(folder, REAL);
    }

    /// False where the system does not know it, or did not do it.
    static boolean syncFileSystem(Path folder) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> open = linker.defaultLookup().find("open");
        Optional<MemorySegment> sync = linker.defaultLookup().find("syncfs");
        Optional<MemorySegment> close = linker.defaultLookup().find("close");
        if (open.isEmpty() || sync.isEmpty() || close.isEmpty()) return false;
        MethodHandle opens = linker.downcallHandle(open.get(), FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        MethodHandle syncs = linker.downcallHandle(sync.get(), FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        MethodHandle closes = linker.downcallHandle(close.get(), FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int handle = (int) opens.invokeExact(arena.allocateFrom(folder.toString()), READ_AND_CLOSE_ON_EXEC);
            if (handle < 0) return false;
            try {
                return (int) syncs.invokeExact(handle) == 0;
            } finally {
                int _ = (int) closes.invokeExact(handle);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("a function of the system cannot be called", e);
        }
    }

    /// Brings the names in a folder to the disk. Not every file system can: that is no failure. A disk that fails is.
    static void forceNames(Path folder) throws IOException {
        forceNames(folder, REAL);
    }

    static void forceNames(Path folder, Forcing forcing) throws IOException {
        if (OperatingSystem.here() == OperatingSystem.WINDOWS) return; // it opens no folder as a file
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            forcing.force(folder, names);
        } catch (IOException e) {
            if (DiskFailure.isOfTheDisk(e)) throw e;
            System.getLogger(WholeDisk.class.getName())
                    .log(System.Logger.Level.DEBUG, "a folder could not be forced to the disk", e);
        }
    }

    /// Each file, then the names in its folder. Links are not followed.
    static void forceEach(Path folder, Forcing forcing) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isRegularFile()) return FileVisitResult.CONTINUE;
                try (var open = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                    forcing.force(file, open);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure) throws IOException {
                if (failure != null) throw failure;
                forceNames(left, forcing);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
