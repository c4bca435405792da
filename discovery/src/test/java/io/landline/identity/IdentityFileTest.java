package io.landline.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityFileTest {
    @TempDir
    Path parent;

    @Test
    void anIdentityReadsBackWithItsCertificateAndIsNotMadeTwice() throws Exception {
        Path folder = parent.resolve("deep/profile");
        Identity made = IdentityFile.loadOrCreate(folder);
        Identity read = IdentityFile.loadOrCreate(folder);
        assertEquals(made.fingerprint(), read.fingerprint());
        assertEquals(made.certificate(), read.certificate());
        assertTrue(Ed25519.verify(made.publicKey(), SignatureLabel.ENTRY, read.sign(SignatureLabel.ENTRY, new byte[3]),
                new byte[3]));
        assertThrows(FileAlreadyExistsException.class, () -> IdentityFile.createIn(folder));
    }

    @Test
    void aFolderThatNeverHadOneHasNone() {
        assertThrows(NoSuchFileException.class, () -> IdentityFile.load(parent));
    }

    @Test
    void onlyTheUserMayReadWhatIsWrittenAndRightsOfOthersAreTakenAway() throws Exception {
        Path folder = parent.resolve("profile");
        IdentityFile.createIn(folder);
        Path pem = folder.resolve(IdentityFile.PEM);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(pem)));
        Files.setPosixFilePermissions(pem, PosixFilePermissions.fromString("rw-r--r--"));
        IdentityFile.load(folder);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(pem)));
    }

    @Test
    void h82_aFileCutAtAnyByteIsDamagedAndNothingIsChanged() throws Exception {
        IdentityFile.createIn(parent);
        Path pem = parent.resolve(IdentityFile.PEM);
        byte[] whole = Files.readAllBytes(pem);
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(pem, Arrays.copyOf(whole, length));
            var e = assertThrows(DamagedIdentityException.class, () -> IdentityFile.loadOrCreate(parent));
            assertTrue(e.getMessage().contains("landline id --new") && e.getMessage().contains("Nothing was changed"));
            assertEquals(length, Files.size(pem));
        }
        Files.write(pem, whole);
        IdentityFile.load(parent);
    }

    /// What others see is the key alone, so the identity goes on; the certificate is made anew for who looks at more.
    @Test
    void h82_aByteOfTheCertificateThatIsNotTheKeysCostsNothing() throws Exception {
        Identity made = IdentityFile.createIn(parent);
        Path pem = parent.resolve(IdentityFile.PEM);
        byte[] whole = Files.readAllBytes(pem);
        int end = new String(whole, US_ASCII).indexOf("\n-----END CERTIFICATE");
        int changed = 0;
        for (int at = end - 20; at < end - 4; at++) { // of the signature, which stands last
            byte[] damaged = whole.clone();
            damaged[at] = (byte) (damaged[at] == 'A' ? 'B' : 'A');
            Files.write(pem, damaged);
            Identity read = IdentityFile.load(parent);
            assertEquals(made.fingerprint(), read.fingerprint());
            read.certificate().verify(read.certificate().getPublicKey());
            if (Arrays.equals(damaged, Files.readAllBytes(pem))) continue;
            changed++;
            assertEquals(read.certificate(), IdentityFile.load(parent).certificate(), "made once");
        }
        assertTrue(changed > 10, changed + " mended");
    }

    @Test
    void h82_aFolderInThePlaceOfAFileIsToldByItsName() throws Exception {
        for (String name : new String[]{IdentityFile.PEM, IdentityFile.FINGERPRINT}) {
            Path identity = parent.resolve("of-" + name);
            IdentityFile.createIn(identity);
            Files.delete(identity.resolve(name));
            Files.createDirectory(identity.resolve(name));
            DamagedIdentityException told = assertThrows(DamagedIdentityException.class,
                    () -> IdentityFile.load(identity));
            assertTrue(told.getMessage().contains(identity.resolve(name) + " cannot be read"), told.getMessage());
            IdentityFile.replaceIn(identity);
            assertNotNull(IdentityFile.load(identity));
        }
    }

    @Test
    void h82_aMissingFileIsToldAndNoNewIdentityIsInvented() throws Exception {
        IdentityFile.createIn(parent);
        Files.delete(parent.resolve(IdentityFile.PEM));
        assertThrows(DamagedIdentityException.class, () -> IdentityFile.loadOrCreate(parent));
        assertFalse(Files.exists(parent.resolve(IdentityFile.PEM)));
    }

    @Test
    void h82_aKeyOfAnotherCertificateOrAFileOfAnotherProfileIsDamage() throws Exception {
        Path other = parent.resolve("other");
        IdentityFile.createIn(parent);
        IdentityFile.createIn(other);
        String mine = Files.readString(parent.resolve(IdentityFile.PEM), US_ASCII);
        String theirs = Files.readString(other.resolve(IdentityFile.PEM), US_ASCII);
        int cut = mine.indexOf("-----BEGIN CERTIFICATE");
        Files.writeString(parent.resolve(IdentityFile.PEM),
                mine.substring(0, cut) + theirs.substring(theirs.indexOf("-----BEGIN CERTIFICATE")));
        assertThrows(DamagedIdentityException.class, () -> IdentityFile.load(parent));
        Files.writeString(parent.resolve(IdentityFile.PEM), theirs);
        assertThrows(DamagedIdentityException.class, () -> IdentityFile.load(parent));
        Files.write(parent.resolve(IdentityFile.PEM), new byte[IdentityFile.PEM_BYTES_MAX + 1]);
        assertThrows(DamagedIdentityException.class, () -> IdentityFile.load(parent));
    }

    @Test
    void aLostFingerprintNoteIsWrittenAgain() throws Exception {
        Identity made = IdentityFile.createIn(parent);
        Path note = parent.resolve(IdentityFile.FINGERPRINT);
        byte[] text = Files.readAllBytes(note);
        Files.delete(note);
        assertEquals(made.fingerprint(), IdentityFile.load(parent).fingerprint());
        assertArrayEquals(text, Files.readAllBytes(note));
    }

    @Test
    void aReplacementKeepsTheOldFilesBeside() throws Exception {
        Identity made = IdentityFile.createIn(parent);
        byte[] old = Files.readAllBytes(parent.resolve(IdentityFile.PEM));
        Identity fresh = IdentityFile.replaceIn(parent);
        assertNotEquals(made.fingerprint(), fresh.fingerprint());
        assertEquals(fresh.fingerprint(), IdentityFile.load(parent).fingerprint());
        Path kept = names(parent).stream()
                .filter(name -> name.startsWith("identity.pem.old-"))
                .map(parent::resolve)
                .findFirst()
                .orElseThrow();
        assertArrayEquals(old, Files.readAllBytes(kept));
        assertEquals(4, names(parent).size());
    }

    @Test
    void h85_anIdentityThatIsReplacedAtATimeThatWasBeforeKeepsBothOldOnes() throws Exception {
        Clock stopped = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        IdentityFile.createIn(parent);
        IdentityFile.replaceIn(parent, stopped);
        Identity third = IdentityFile.replaceIn(parent, stopped);
        assertEquals(third.fingerprint(), IdentityFile.load(parent).fingerprint());
        assertEquals(6, names(parent).size());
    }

    @Test
    void aTemporaryFileOfAStartThatWasCutOffIsNoHindrance() throws Exception {
        Files.writeString(parent.resolve(".identity.pem.new"), "half");
        IdentityFile.createIn(parent);
        assertEquals(Set.of(IdentityFile.PEM, IdentityFile.FINGERPRINT), names(parent));
    }

    private static Set<String> names(Path folder) throws IOException {
        var names = new TreeSet<String>();
        try (var list = Files.newDirectoryStream(folder)) {
            list.forEach(each -> names.add(each.getFileName().toString()));
        }
        return names;
    }
}
