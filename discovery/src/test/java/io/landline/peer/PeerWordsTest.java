package io.landline.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class PeerWordsTest {
    @Test
    void aFingerprintReadsSixtyFourHexDigitsOfEitherCaseAndNothingElse() {
        Fingerprint one = Fingerprint.parse("AB".repeat(32));
        assertEquals("ab".repeat(32), one.hex());
        assertEquals("abababab", one.brief());
        assertEquals(one, Fingerprint.of(one.bytes()));
        for (String bad : new String[]{"", "ab".repeat(31), "ab".repeat(33), "g" + "a".repeat(63), "ａ".repeat(64)}) {
            assertFalse(Fingerprint.isWhole(bad));
            assertThrows(IllegalArgumentException.class, () -> Fingerprint.parse(bad));
        }
        assertThrows(IllegalArgumentException.class, () -> Fingerprint.of(new byte[31]));
    }

    @Test
    void fingerprintsOrderAsUnsignedBytes() {
        assertTrue(Fingerprint.parse("7f" + "00".repeat(31)).compareTo(Fingerprint.parse("80" + "00".repeat(31))) < 0);
    }

    @Test
    void aNameOfSixtyFourCharactersFitsAndOneMoreDoesNot() {
        assertTrue(PeerName.fits("x".repeat(64)));
        assertFalse(PeerName.fits("x".repeat(65)));
        assertTrue(PeerName.fits("\uD83D\uDE00".repeat(64)));
        assertFalse(PeerName.fits(""));
        assertFalse(PeerName.fits(" "));
        assertFalse(PeerName.fits("a\nb"));
    }

    @Test
    void anyTextBecomesAFittingName() {
        assertEquals("a b", PeerName.lenient(" a\r\n\t b\u0007", "device-1234").value());
        assertEquals("device-1234", PeerName.lenient("\n \u0000", "device-1234").value());
        assertEquals("device-1234", PeerName.lenient("\u200b\u3164", "device-1234").value());
        assertEquals("x", PeerName.lenient("\uD800x\uDC00", "device-1234").value());
        String cut = PeerName.lenient("\uD83D\uDE00".repeat(1_000), "device-1234").value();
        assertEquals("\uD83D\uDE00".repeat(64), cut);
        assertTrue(PeerName.fits(PeerName.lenient("x".repeat(63) + " y", "device-1234").value()));
    }

    @Test
    void aNameInPresenceIsCutAtSixtyFourBytesOnACharacter() {
        assertEquals("é".repeat(32), new PeerName("é".repeat(40)).inPresence());
        assertEquals("x" + "é".repeat(31), new PeerName("x" + "é".repeat(40)).inPresence());
    }

    @Test
    void aRoomNameOfSixtyFourBytesFitsAndOneMoreDoesNot() {
        assertTrue(RoomName.fits("é".repeat(32)));
        assertFalse(RoomName.fits("é".repeat(32) + "x"));
        assertFalse(RoomName.fits(""));
        assertFalse(RoomName.fits("  "));
        assertFalse(RoomName.fits("a\u0000b"));
    }

    @Test
    void roomNamesCompareInTheirCanonicalForm() {
        assertTrue(new RoomName("STRASSE").isSameAs(new RoomName("straße")));
        assertTrue(new RoomName("Café").isSameAs(new RoomName("cafe\u0301")));
        assertTrue(new RoomName("Ｃlass").isSameAs(new RoomName("class")));
        assertFalse(new RoomName("class").isSameAs(new RoomName("class 2")));
    }

    @Test
    void roomsOfOneNameMeetOnlyWhenBothOrNeitherAreOpen() {
        var keyed = new RoomListing(new RoomName("class"), false);
        var open = new RoomListing(new RoomName("Class"), true);
        assertFalse(keyed.matches(open));
        assertTrue(keyed.matches(new RoomListing(new RoomName("CLASS"), false)));
        assertEquals("#class", keyed.label());
        assertEquals("#Class (open)", open.label());
    }

    @Test
    void h13_anEndpointKeepsTheScopeOfItsAddress() throws Exception {
        byte[] linkLocal = InetAddress.getByName("fe80::1").getAddress();
        int noInterface = 1_000_000_007; // systems count from one, and one that there is has a name
        assertEquals("[fe80::1%1000000007]:5263",
                new Endpoint(Inet6Address.getByAddress(null, linkLocal, noInterface), 5_263).toString());
        assertEquals("10.77.0.1:1", new Endpoint(InetAddress.getByName("10.77.0.1"), 1).toString());
        assertThrows(IllegalArgumentException.class, () -> new Endpoint(InetAddress.getByName("10.77.0.1"), 0));
        assertThrows(IllegalArgumentException.class, () -> new Endpoint(InetAddress.getByName("10.77.0.1"), 65_536));
    }
}
