package io.landline.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the command line shows of a socket.
class SocketCardTest {
    private static SocketCard card(String family, @Nullable String peer) {
        var options = new LinkedHashMap<String, LabMessage>();
        options.put("SO_RCVBUF", LabMessage.asIs("65536"));
        options.put("SO_BROADCAST", LabMessage.of("on"));
        return new SocketCard(LabMessage.asIs("UDP (SOCK_DGRAM)"), family, "127.0.0.1:5", peer, LabMessage.of("open"),
                options);
    }

    @Test
    void aTiedSocketNamesItsOtherEnd() {
        assertEquals("""
                UDP (SOCK_DGRAM), IPv4, open
                  local 127.0.0.1:5
                  peer  127.0.0.1:8
                  SO_RCVBUF = 65536
                  SO_BROADCAST = on""", card("IPv4", "127.0.0.1:8").summary());
    }

    @Test
    void withoutAnotherEndNoneIsNamed() {
        assertEquals("""
                UDP (SOCK_DGRAM), dual, open
                  local 127.0.0.1:5
                  SO_RCVBUF = 65536
                  SO_BROADCAST = on""", card("dual", null).summary());
    }

    @Test
    void aProgramReadsEachPartByItsName() {
        Map<String, @Nullable Object> fields = card("dual", null).fields();
        assertEquals(List.of("kind", "family", "local", "peer", "state", "options"), List.copyOf(fields.keySet()));
        assertEquals("dual", fields.get("family"));
        assertNull(fields.get("peer"));
        assertEquals(Map.of("SO_RCVBUF", "65536", "SO_BROADCAST", "on"), fields.get("options"));
    }

    /// It is a word of ours, which each language has its own for; the others are names.
    @Test
    void aSocketOfBothFamiliesIsSaidInTheLanguageOfTheReader() {
        assertEquals(LabMessage.of("dual"), SocketCard.family("dual"));
        assertEquals(LabMessage.asIs("Unix"), SocketCard.family("Unix"));
    }
}
