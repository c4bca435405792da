package io.landline.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file with every write forced to the disk: the least that a promise to keep a message can cost. One thread.
final class SyncedFile implements AutoCloseable {
    private final FileChannel file;

    SyncedFile(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /// Appends these bytes; they are on the disk when this returns.
    void append(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) file.write(left);
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
