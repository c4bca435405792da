package io.landline.capture;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that grows by whole records. Each is handed to the system at once, so that a program that reads along, or a
/// look after a crash, finds all of them. Any thread.
public final class CaptureFile implements Closeable {
    /// What becomes of a file that stands there already.
    public enum Existing {
        KEPT, OVERWRITTEN
    }

    private final OutputStream out;
    private boolean closed;

    private CaptureFile(OutputStream out) { this.out = out; }

    /// Throws [FileAlreadyExistsException] if the file exists and must be kept.
    public static CaptureFile open(Path path, Existing existing) throws IOException {
        return new CaptureFile(switch (existing) {
            case KEPT -> Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            case OVERWRITTEN -> Files.newOutputStream(path);
        });
    }

    /// Has no effect once closed: a late record of an interrupted run is not written.
    public synchronized void append(byte[] record) throws IOException {
        if (!closed) out.write(record);
    }

    /// Safe to call twice.
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        out.close();
    }
}
