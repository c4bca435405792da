package io.landline.lab.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.Recorder;
import io.landline.lab.net.Target;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which addresses of a host can be connected to, on loopback.
class AddressProbeTest {
    private final Recorder events = new Recorder();

    private AddressProbe.Table reached(int port) throws Exception {
        new AddressProbe(new Target("127.0.0.1", port, Family.IPV4), events).run();
        return (AddressProbe.Table) events.await(LabEvent.Result.class).result();
    }

    @Test
    void anAddressWhereSomethingListensIsConnected() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            AddressProbe.Table table = reached(server.getLocalPort());
            assertTrue(table.summary().contains("127.0.0.1") && table.summary().contains("connected in "),
                    table.summary());
            Map<?, ?> row = (Map<?, ?>) ((List<?>) table.fields().get("addresses")).getFirst();
            assertEquals("IPv4", row.get("family"));
            assertEquals("connected", row.get("result"));
        }
    }

    @Test
    void anAddressWhereNothingListensSaysWhy() throws Exception {
        int closed;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }
        AddressProbe.Table table = reached(closed);
        assertTrue(table.summary().contains("refused: Nothing listens there, or a firewall"), table.summary());
        var before = (AddressProbe.Table) events.await(LabEvent.SoFar.class).found();
        assertTrue(before.summary().endsWith("not tried yet"), before.summary());
    }
}
