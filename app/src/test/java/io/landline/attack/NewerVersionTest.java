package io.landline.attack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.filetransfer.AcceptRule;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.node.Node;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.WarningCode;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.testing.BackgroundFailures;
import io.landline.testing.Patience;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Members of a room tell a real node on the loopback interface which version they run.
@ExtendWith(BackgroundFailures.class)
class NewerVersionTest {
    @TempDir
    private Path folder;
    private final BlockingQueue<NodeEvent> told = new LinkedBlockingQueue<>();
    private final List<Identity> people = List.of(Identity.generate(), Identity.generate(), Identity.generate());
    private final Map<Integer, HostileSession> sessions = new HashMap<>();
    private int udpPort;
    private Node ada;

    @BeforeEach
    void start() throws Exception {
        if (udpPort == 0) udpPort = FreePorts.udp();
        ada = Node.open(new NodeOptions(folder.resolve("ada"), new PeerName("Ada"),
                List.of(new RequestedRoom(new RoomName(Target.KEYED_ROOM), false, Target.KEY)),
                new Network(udpPort, 0, List.of("lo"), List.of()), folder.resolve("downloads"), AcceptRule.ASK,
                false));
        var _ = ada.watch((event, _) -> told.add(event));
        ada.start();
    }

    @AfterEach
    void close() {
        sessions.values().forEach(HostileSession::close);
        sessions.clear();
        ada.close();
    }

    private void tell(int person, String version) throws Exception {
        HostileSession session = sessions.get(person);
        if (session == null) {
            Target target = Target.of("127.0.0.1", ada.status().tcpPort(), false, "127.0.0.2", 1, "", 1);
            session = HostileSession.join(target, people.get(person), 0);
            sessions.put(person, session);
        }
        session.send(FrameType.VERSION, HexFormat.of().parseHex(version));
    }

    private List<String> newer() throws InterruptedException {
        while (true) {
            NodeEvent event = told.poll(Patience.SECONDS, TimeUnit.SECONDS);
            assertNotNull(event, "no warning");
            if (event instanceof Warning warning && warning.code() == WarningCode.NEWER_VERSION) return warning.facts();
        }
    }

    @Test
    void aNewerVersionOfTwoMembersIsSaidOnceAlsoAfterARestart() throws Exception {
        tell(0, "000000020000");
        tell(1, "000000020000");
        assertEquals(List.of("0.2.0", "0.1.0"), newer());
        close();
        start();
        tell(0, "000000020000");
        tell(1, "000000020000");
        tell(0, "000000030000");
        tell(2, "000000030000");
        assertEquals(List.of("0.3.0", "0.1.0"), newer());
    }

    @Test
    void oneMemberAloneCannotInventANumber() throws Exception {
        tell(0, "ffffffffffff");
        tell(0, "fffffffffff0");
        tell(1, "000000020000");
        assertEquals(List.of("0.2.0", "0.1.0"), newer());
    }

    @Test
    void membersAreToldOurs() throws Exception {
        var heard = new LinkedBlockingQueue<Frame>();
        Target target = Target.of("127.0.0.1", ada.status().tcpPort(), false, "127.0.0.2", 1, "", 1);
        try (HostileSession _ = HostileSession.join(target, people.getFirst(), 0, heard::add)) {
            Frame frame;
            do {
                frame = heard.poll(Patience.SECONDS, TimeUnit.SECONDS);
                assertNotNull(frame, "no version");
            } while (frame.type() != FrameType.VERSION);
            assertArrayEquals(HexFormat.of().parseHex("000000010000"), frame.body());
        }
    }
}
