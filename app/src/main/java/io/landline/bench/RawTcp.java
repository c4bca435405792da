package io.landline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What the loopback interface carries without Landline: the same file, through a plain TCP connection, into a file in
/// the same folder. No encryption, no hash. Both ends in this process, a thread each.
final class RawTcp {
    /// As large as a chunk.
    private static final int BUFFER_BYTES = 1024 * 1024;

    private RawTcp() {}

    /// Seconds from the connection's start until the last byte is written.
    static double copy(Path from, Path to) throws IOException, InterruptedException {
        Files.deleteIfExists(to);
        try (var listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            long begin = System.nanoTime();
            Thread sender = Thread.ofPlatform().name("raw-sender").start(() -> send(from, listener));
            try (SocketChannel in = listener.accept();
                    FileChannel file = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
                while (in.read(buffer) >= 0) {
                    buffer.flip();
                    while (buffer.hasRemaining()) file.write(buffer);
                    buffer.clear();
                }
            }
            sender.join();
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            Files.deleteIfExists(to);
        }
    }

    private static void send(Path from, ServerSocketChannel listener) {
        try (SocketChannel out = SocketChannel.open(listener.getLocalAddress());
                FileChannel file = FileChannel.open(from)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
            while (file.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) out.write(buffer);
                buffer.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
