package io.landline.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// This machine's ceiling: bytes through a plain TCP connection on the loopback interface, in writes of one size, thrown away at the other
/// end or written to a file, without encryption, hashing or framing. One run at a time.
public final class RawTcp implements Measure {
    private final String name;
    private final long bytes;
    private final int writeBytes;
    private final @Nullable Path folder;

    private RawTcp(String name, long bytes, int writeBytes, @Nullable Path folder) {
        if (bytes < 1 || writeBytes < 1) throw new IllegalArgumentException(bytes + " bytes in writes of " + writeBytes);
        this.name = name;
        this.bytes = bytes;
        this.writeBytes = writeBytes;
        this.folder = folder;
    }

    /// The receiver throws the bytes away.
    public static RawTcp toNowhere(long bytes, int writeBytes) {
        return new RawTcp("raw TCP", bytes, writeBytes, null);
    }

    /// The receiver writes the bytes to a new file in this folder, which is deleted afterwards. Not forced to the disk: that would
    /// measure the disk.
    public static RawTcp toFile(long bytes, int writeBytes, Path folder) {
        return new RawTcp("raw TCP to a file", bytes, writeBytes, folder);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double run() throws IOException {
        Path file = folder == null ? null : Files.createTempFile(folder, ".bench-", ".partial");
        try (ServerSocketChannel listening = ServerSocketChannel.open()) {
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (SocketChannel sender = SocketChannel.open(listening.getLocalAddress()); SocketChannel receiver = listening.accept()) {
                long began = System.nanoTime();
                Thread sending = Thread.ofVirtual().name("bench-send").start(() -> send(sender));
                try {
                    receive(receiver, file);
                } finally {
                    sending.interrupt(); // done, or never to be: closing ends its write
                }
                return bytes / ((System.nanoTime() - began) / 1e9);
            }
        } finally {
            if (file != null) Files.deleteIfExists(file);
        }
    }

    private void send(SocketChannel sender) {
        var block = ByteBuffer.allocateDirect(writeBytes);
        try {
            for (long left = bytes; left > 0; left -= block.position()) {
                block.clear().limit((int) Math.min(writeBytes, left));
                while (block.hasRemaining()) sender.write(block);
            }
        } catch (IOException e) {
            // The receiver gave up, and says why; it also notices bytes that are missing.
            System.getLogger(RawTcp.class.getName()).log(System.Logger.Level.DEBUG, "sending", e);
        }
    }

    private void receive(SocketChannel receiver, @Nullable Path file) throws IOException {
        var block = ByteBuffer.allocateDirect(writeBytes);
        try (WritableByteChannel sink = file == null ? null : FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long left = bytes; left > 0;) {
                int count = receiver.read(block.clear());
                if (count < 0) throw new EOFException(left + " bytes are missing");
                left -= count;
                block.flip();
                while (sink != null && block.hasRemaining()) sink.write(block);
            }
        }
    }
}
