package io.landline.lab.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.PlainTcp;
import io.landline.lab.Recorder;
import io.landline.lab.SocketCard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TcpServerTest {
    private static final int PATIENCE_SECONDS = 30;
    private static final SocketAddress SOMEBODY = InetSocketAddress.createUnresolved("somebody", 9);

    private final Recorder events = new Recorder();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    /// One that has said nothing yet.
    private final class Silent implements ByteStream {
        @Override
        public InputStream in() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    try {
                        hungUp.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    throw new IOException("closed");
                }
            };
        }

        @Override
        public OutputStream out() {
            return new ByteArrayOutputStream();
        }

        @Override
        public void readWithin(Duration patience) {}

        @Override
        public void shutdownOutput() {}

        @Override
        public String localName() {
            return "here";
        }

        @Override
        public void close() {
            hungUp.countDown();
        }
    }

    /// Somebody comes at the moment in which it is closed.
    private final class LateSocket implements TcpServer.ListeningSocket {
        private final CountDownLatch never = new CountDownLatch(1);
        private boolean hasCome;

        @Override
        public Arrival accept() throws IOException {
            try {
                if (!hasCome) never.await();
            } catch (InterruptedException e) {
                // the last that is done to end it; the connection is here by now
            }
            if (hasCome) throw new IOException("closed");
            hasCome = true;
            return new Arrival(new Silent(), SOMEBODY, InetAddress.getLoopbackAddress());
        }

        @Override
        public SocketAddress local() {
            return SOMEBODY;
        }

        @Override
        public String family() {
            return "IPv4";
        }

        @Override
        public SocketCard card() {
            return new SocketCard(LabMessage.NOTHING, "IPv4", "here", null, LabMessage.NOTHING, Map.of());
        }

        @Override
        public void close() {}
    }

    /// Programs that read events read up to this one.
    @Test
    void itsEndIsToldAfterTheEndsOfItsConnections() throws Exception {
        for (int round = 0; round < 30; round++) {
            var heard = new Recorder();
            TcpServer server = TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT,
                    connection -> connection.read(1), heard);
            var clients = new ArrayList<PlainTcp>();
            for (int i = 0; i < 5; i++) clients.add(new PlainTcp(server.local()));
            for (var each : clients) {
                heard.await(LabEvent.Connection.class, told -> told.peer().name().endsWith(":" + each.localPort()));
            }
            server.stop(LabMessage.of("enough"));
            List<LabEvent> all = heard.all(LabEvent.class);
            assertEquals(new LabEvent.Stopped(all.getLast().at(), LabMessage.of("enough")), all.getLast());
            assertEquals(2 * clients.size(), heard.all(LabEvent.Connection.class).size());
            for (var each : clients) each.close();
        }
    }

    @Test
    void whoComesWhileTheServerStopsIsHungUpOn() throws Exception {
        var options = new ServerOptions("", 0, Family.ANY, false, Limits.STANDARD);
        TcpServer server = TcpServer.start(new LateSocket(), options, ServerMode.CONCURRENT,
                connection -> connection.read(1), events);
        server.stop(LabMessage.of("enough"));
        assertTrue(hungUp.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "it would be served for ever");
        assertEquals(List.of(), events.all(LabEvent.In.class));
    }
}
