package io.landline.lab.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// A Unix socket as a wire. Java has it as a channel only, and a blocking channel knows no time limit: so it does not
/// block, and a selector waits. One thread reads and writes; any may close.
final class UnixByteStream implements ByteStream {
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private volatile long patienceMillis;

    UnixByteStream(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        selector = Selector.open();
        key = channel.register(selector, 0);
    }

    @Override
    public InputStream in() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int got;
                while ((got = channel.read(ByteBuffer.wrap(into, from, length))) == 0) {
                    if (!ready(SelectionKey.OP_READ, patienceMillis)) throw new SocketTimeoutException("timed out");
                }
                return got;
            }
        };
    }

    @Override
    public OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[]{(byte) b});
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
                while (left.hasRemaining()) {
                    if (channel.write(left) == 0) ready(SelectionKey.OP_WRITE, 0);
                }
            }
        };
    }

    /// False where the time is over; 0 ms is without end.
    private boolean ready(int operation, long millis) throws IOException {
        try {
            key.interestOps(operation);
            int selected = selector.select(millis);
            if (Thread.currentThread().isInterrupted()) throw new ClosedChannelException();
            selector.selectedKeys().clear();
            return selected > 0 || millis == 0;
        } catch (ClosedSelectorException | CancelledKeyException _) { // another thread has closed it
            throw new ClosedChannelException();
        }
    }

    @Override
    public void readWithin(Duration patience) {
        patienceMillis = patience.toMillis();
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public String localName() {
        try {
            return String.valueOf(channel.getLocalAddress());
        } catch (IOException _) {
            return "closed";
        }
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }
}
