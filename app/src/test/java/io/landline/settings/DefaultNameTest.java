package io.landline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.PeerName;
import org.junit.jupiter.api.Test;

class DefaultNameTest {
    private static String suggested(String user, String host) {
        return DefaultName.suggest(user, host).value();
    }

    @Test
    void aUserNameBecomesAPersonsName() {
        assertEquals("Max", suggested("max", "lab-07"));
        assertEquals("Max Mustermann", suggested("max.mustermann", "lab-07"));
        assertEquals("Anna-Lena Weiß", suggested("anna-lena_weiß", "lab-07"));
        assertEquals("MaxM", suggested("MaxM", "lab-07"));
        assertEquals("Max", suggested("SCHOOL\\max", "lab-07"));
    }

    @Test
    void aNameThatManyHaveIsReplacedByTheHosts() {
        assertEquals("lab-07", suggested("root", "lab-07.school.example"));
        assertEquals("raspberrypi", suggested("PI", "raspberrypi"));
        assertEquals("lab-07", suggested("?", "lab-07"));
    }

    @Test
    void whereNobodyHasANameItIsLandline() {
        assertEquals("Landline", suggested("", ""));
        assertEquals("Landline", suggested("root", "localhost"));
        assertEquals("Landline", suggested("\u0000", "\u0007"));
        assertEquals("Landline", suggested("...", "localhost"));
    }

    @Test
    void anySystemsNameMakesAFittingOne() {
        for (String odd : new String[]{"x".repeat(500), "😀".repeat(100), "a\nb", "\uD800", " ", "\\", "ab\u202Ecd"}) {
            assertTrue(PeerName.fits(suggested(odd, odd)), odd);
        }
        assertTrue(PeerName.fits(DefaultName.suggest().value()));
    }
}
