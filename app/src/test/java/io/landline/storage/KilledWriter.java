package io.landline.storage;

import io.landline.chat.ChatStores;
import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.EqualRooms;
import io.landline.chat.sync.Conversations;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/// A process that writes entries and says of each that it is confirmed, until it is killed.
final class KilledWriter {
    static final ConversationId ROOM = ConversationId.of(new byte[16]);

    private KilledWriter() {}

    public static void main(String[] arguments) throws IOException {
        Database database = Database.open(Path.of(arguments[0]));
        ChatStores stores = SqliteChat.stores(database);
        Conversations conversations = Conversations.open(Identity.generate(), stores, EqualRooms.KEYED,
                _ -> Standing.MEMBER,
                new ConversationListener() {},
                InstantSource.system());
        for (int i = 0;; i++) {
            String text = arguments[1] + "-" + i;
            Entry entry = conversations.append(ROOM, EntryKind.TEXT, new EntryText(text).toBody());
            System.out.println(entry.id().hex() + " " + text);
            System.out.flush();
        }
    }
}
