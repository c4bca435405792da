package io.landline.session.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.Fingerprint;
import io.landline.peer.ProgramVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewerVersionsTest {
    private static final ProgramVersion OWN = version("0.1.0");

    private final NewerVersions newer = new NewerVersions(OWN, OWN);

    private static ProgramVersion version(String text) {
        return ProgramVersion.of(text).orElseThrow();
    }

    private static Fingerprint person(int number) {
        return Fingerprint.parse(String.format("%02x", number).repeat(32));
    }

    private String heard(int person, String version) {
        return newer.heard(person(person), version(version)).map(ProgramVersion::text).orElse("");
    }

    @Test
    void twoPeopleHaveToTellOfIt() {
        assertEquals("", heard(1, "0.2.0"));
        assertEquals("", heard(1, "0.2.0"));
        assertEquals("0.2.0", heard(2, "0.2.0"));
    }

    @Test
    void twoWhoLieGetOneSentenceARun() {
        heard(1, "0.2.0");
        assertEquals("0.2.0", heard(2, "0.2.0"));
        for (int patch = 1; patch < 100; patch++) {
            assertEquals("", heard(1, "0.2." + patch));
            assertEquals("", heard(2, "0.2." + patch));
        }
    }

    @Test
    void itIsTheHighestThatTwoReach() {
        heard(1, "65535.0.0");
        assertEquals("0.10.0", heard(2, "0.10.0"));
    }

    @Test
    void whatAnEarlierRunSaidIsNotSaidAgain() {
        var next = new NewerVersions(OWN, version("0.2.0"));
        next.heard(person(1), version("0.2.0"));
        assertEquals(Optional.empty(), next.heard(person(2), version("0.2.0")));
        next.heard(person(1), version("0.2.1"));
        assertEquals(Optional.of(version("0.2.1")), next.heard(person(2), version("0.2.1")));
    }

    @Test
    void afterAnUpdateWhatWasSaidBeforeIsOfNoMeaning() {
        var updated = new NewerVersions(version("0.3.0"), version("0.2.0"));
        updated.heard(person(1), version("0.3.0"));
        assertEquals(Optional.empty(), updated.heard(person(2), version("0.3.0")));
    }

    @Test
    void whoHasOurVersionOrAnOlderOneCountsForNothing() {
        heard(1, "0.2.0");
        heard(1, "0.1.0"); // went back
        assertEquals("", heard(2, "0.2.0"));
        assertEquals("", heard(3, "0.0.9"));
    }

    @Test
    void aVersionIsThreeNumbersAndNothingElse() {
        for (String bad : new String[]{"", "1", "1.2", "1.2.3.4", "1.2.-3", "1.2.65536", "1.2.x", "١.2.3", "1.2.3 "}) {
            assertEquals(Optional.empty(), ProgramVersion.of(bad), bad);
        }
        assertEquals("65535.0.7", version("65535.0.7").text());
        assertTrue(version("0.10.0").compareTo(version("0.9.9")) > 0);
    }
}
