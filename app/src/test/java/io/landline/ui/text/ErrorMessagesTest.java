package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.EntryStoreException;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferStoreException;
import io.landline.language.Language;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Reason;
import io.landline.queue.PartClosedException;
import io.landline.storage.database.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is refused is said in the window's language, as exactly as it is known.
class ErrorMessagesTest {
    private static final String SAID = "only for programs";

    @Test
    void eachCodeAndEachReasonHasASentenceInEachLanguage() {
        for (Language language : Language.values()) {
            for (Code code : Code.values()) {
                assertNotEquals(SAID, ErrorMessages.sentence(language, new CommandException(code, SAID)),
                        code + " in " + language);
            }
            var all = new HashSet<String>();
            for (Reason reason : Reason.values()) {
                String sentence = ErrorMessages.sentence(language,
                        new CommandException(Code.NOT_POSSIBLE, reason, SAID));
                all.add(sentence);
                assertFalse(sentence.contains("reason."), reason + " in " + language);
            }
            assertEquals(Reason.values().length, all.size(), "each says something of its own");
        }
    }

    @Test
    void aFileThatIsInTheWayIsNamedInEachLanguage() {
        for (Language language : Language.values()) {
            String sentence = ErrorMessages.sentence(language,
                    CommandException.ofFile(Path.of("folder", "essay.odt"), SAID));
            assertTrue(sentence.contains("essay.odt"), sentence);
        }
    }

    /// Each said that something went wrong inside Landline.
    @Test
    void whatTheDiskRefusesAndTheEndOfTheNodeAreNoFaults() {
        var full = new IOException("no space");
        for (Language language : Language.values()) {
            String storage = ErrorMessages.sentence(language, new CommandException(Code.STORAGE, SAID));
            for (Exception each : List.of(new StorageException(SAID, full), new EntryStoreException(SAID, full),
                    new TransferStoreException(FailureReason.DISK_FULL, SAID, full))) {
                assertEquals(storage, ErrorMessages.sentence(language, each));
            }
            assertEquals(ErrorMessages.sentence(language, new CommandException(Code.NODE_GONE, SAID)),
                    ErrorMessages.sentence(language, new PartClosedException("the database")));
        }
    }
}
