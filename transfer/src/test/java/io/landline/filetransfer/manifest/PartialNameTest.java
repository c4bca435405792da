package io.landline.filetransfer.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialNameTest {
    private static final TransferId TRANSFER = TransferId.parse("0011223344556677");

    @Test
    void aReceivedFileIsKnownByTheNameThatIsMadeForIt() {
        for (long file : new long[]{0, 12, OfferBody.FILES_MAX - 1}) {
            for (int attempt : new int[]{1, 2, 100}) {
                String name = PartialName.ofReceivedFile(TRANSFER, file, attempt);
                assertTrue(PartialName.isReceivedFile(name), name);
                assertTrue(PartialName.isPartial(name), name);
                assertFalse(PartialName.isReceivedFolder(name), name);
            }
        }
    }

    @Test
    void aReceivedFolderIsKnownByTheNameThatIsMadeForIt() {
        for (int attempt : new int[]{1, 2, 100}) {
            String name = PartialName.ofReceivedFolder(TRANSFER, attempt);
            assertTrue(PartialName.isReceivedFolder(name), name);
            assertTrue(PartialName.isPartial(name), name);
            assertFalse(PartialName.isReceivedFile(name), name);
        }
    }

    @Test
    void aFileThatIsWrittenHereIsKnownByTheNameThatIsMadeForIt() {
        String name = PartialName.ofWrittenFile();
        assertTrue(PartialName.isPartial(name), name);
        assertFalse(PartialName.isReceivedFile(name), name);
        assertNotEquals(name, PartialName.ofWrittenFile());
    }

    /// Databases and disks of earlier runs hold them.
    @Test
    void namesStayWhatTheyWere() {
        assertEquals(".landline-0011223344556677-12.part", PartialName.ofReceivedFile(TRANSFER, 12, 1));
        assertEquals(".landline-0011223344556677-12-3.part", PartialName.ofReceivedFile(TRANSFER, 12, 3));
        assertEquals(".landline-0011223344556677.folder", PartialName.ofReceivedFolder(TRANSFER, 1));
        assertEquals(".landline-0011223344556677-2.folder", PartialName.ofReceivedFolder(TRANSFER, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {".landline-notes", ".landline-backup.part", ".landline-0011223344556677",
            ".landline-0011223344556677.part", ".landline-0011223344556677-0.part.txt",
            ".landline-001122334455667-0.part", ".landline-", "landline-0011223344556677-0.part"})
    void aNameOfTheUsersOwnThatBeginsLikeThatIsNotTakenForIt(String name) {
        assertFalse(PartialName.isPartial(name));
    }
}
