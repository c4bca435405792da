package io.landline.desktop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/// Stands between one program and its message bus, and may be slow to pass on what that program sends.
final class BusRelay implements AutoCloseable {
    private final ServerSocketChannel door;
    private final SocketChannel bus;
    private final StringBuffer passedOn = new StringBuffer();
    private volatile Duration delay = Duration.ZERO;

    /// @param at where the program connects
    /// @param bus the socket of the bus
    BusRelay(Path at, Path bus) throws IOException {
        this.bus = SocketChannel.open(UnixDomainSocketAddress.of(bus));
        door = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(at));
        Thread.ofVirtual().name("bus-relay").start(this::relay);
    }

    private void relay() {
        try (SocketChannel program = door.accept()) {
            Thread.ofVirtual().name("bus-relay-back").start(() -> passOn(bus, program, false));
            passOn(program, bus, true);
        } catch (IOException _) {
            // nobody connects any more
        }
    }

    private void passOn(SocketChannel from, SocketChannel to, boolean isOfProgram) {
        var some = ByteBuffer.allocate(65_536);
        try {
            while (from.read(some) >= 0) {
                some.flip();
                String text = ISO_8859_1.decode(some.duplicate()).toString();
                if (isOfProgram) Thread.sleep(delay);
                if (isOfProgram) passedOn.append(text); // before the answer to it can be there
                while (some.hasRemaining()) to.write(some);
                some.clear();
            }
        } catch (IOException | InterruptedException _) {
            // one of them has ended
        }
    }

    /// From now on, what the program sends takes so long.
    void delays(Duration now) {
        delay = now;
    }

    /// Whether the bus has got this word.
    boolean hasPassedOn(String word) {
        return passedOn.indexOf(word) >= 0;
    }

    @Override
    public void close() throws IOException {
        door.close();
        bus.close();
    }
}
