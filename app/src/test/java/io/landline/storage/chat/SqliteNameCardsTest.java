package io.landline.storage.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.chat.NameCard;
import io.landline.chat.NameCardStore;
import io.landline.chat.NameCardStore.Kept;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import io.landline.storage.ProfileDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.DatabaseLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names of authors in the database of a profile.
class SqliteNameCardsTest {
    @TempDir
    Path folder;
    private final Identity ada = Identity.generate();
    private final Kept card = new Kept(NameCard.signed(ada, new PeerName("Ada"), 7), true);

    private Path written() throws Exception {
        Path file = folder.resolve("history.db");
        try (Database database = Database.open(file)) {
            SqliteChat.stores(database).cards().put(card);
        }
        return file;
    }

    private void isKept(Database database) {
        NameCardStore cards = SqliteChat.stores(database).cards();
        Kept found = cards.find(ada.fingerprint());
        assertEquals("Ada 7 true", found.card().name() + " " + found.card().millis() + " " + found.vouched());
    }

    @Test
    void aCardOutlivesTheProgram() throws Exception {
        try (Database database = Database.open(written())) {
            isKept(database);
        }
    }

    @Test
    void aSalvageKeepsCards() throws Exception {
        Path file = written();
        Files.createFile(file.resolveSibling("history.db.damaged"));
        try (Database database = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true).database()) {
            isKept(database);
        }
    }

    @Test
    void aNameThatWasDamagedOnTheDiskIsNoName() throws Exception {
        try (Database database = Database.open(written())) {
            database.write(Database.Durability.FULL,
                    connection -> connection.createStatement().executeUpdate("UPDATE name_card SET name = ' a'"));
            NameCardStore cards = SqliteChat.stores(database).cards();
            assertNull(cards.find(ada.fingerprint()));
            assertEquals(List.of(), cards.all());
        }
    }
}
