package io.landline.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BackgroundFailures.class)
class NamespaceLanTest {
    @Test
    void peersReachEachOtherUntilTheCableIsPulledAndNothingIsLeft() throws Exception {
        Path namespace;
        try (var lan = NamespaceLan.of(2)) {
            namespace = Path.of("/run/netns", lan.namespace(2));
            assertTrue(Files.exists(namespace));
            assertTrue(connects(lan, 1, 2));
            lan.blockInbound(2);
            assertFalse(connects(lan, 1, 2));
            lan.unblock(2);
            assertTrue(connects(lan, 1, 2));
            lan.linkDown(2);
            assertFalse(connects(lan, 1, 2));
            assertTrue(lan.sent(1)[1] > 0);
        }
        assertFalse(Files.exists(namespace));
    }

    @Test
    void unicastCrossesTheRouterOfTwoSubnets() throws Exception {
        try (var lan = NamespaceLan.ofTwoSubnets(2)) {
            assertEquals("10.77.1.2", lan.address(2));
            assertTrue(connects(lan, 1, 2));
        }
    }

    /// A refused connection is an answer; silence is none.
    private static boolean connects(NamespaceLan lan, int from, int to) throws Exception {
        String script = "timeout 1 bash -c 'exec 3<>/dev/tcp/" + lan.address(to) + "/9'; test $? -ne 124";
        return lan.exec(from, "bash", "-c", script + " 2>/dev/null").waitFor() == 0;
    }
}
