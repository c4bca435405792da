package io.landline.storage.entries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.view.EntryView;
import io.landline.room.ConversationId;
import io.landline.storage.database.DatabaseLocation;
import io.landline.storage.database.Migrations;
import io.landline.storage.database.SqliteConnections;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many statements a message of a usual room takes: each one costs about as much as all of the network's part
/// (docs/performance/messages.md).
class StatementsOfMessageTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);

    @TempDir
    Path folder;
    private final List<String> asked = new ArrayList<>();

    @Test
    void aMessageIsStoredAndShownWithFewStatements() throws Exception {
        Author ada = Author.of(ROOM, 1);
        try (Connection file = SqliteConnections.forWriting(folder.resolve("history.db"), DatabaseLocation.LOCAL)) {
            Migrations.apply(file, folder.resolve("history.db"), _ -> {});
            Connection counted = counted(file, asked);
            Entry first = ada.text("apple");
            new EntryWriter(counted).add(List.of(first), 1);
            Entry second = ada.text("pear");

            asked.clear();
            new EntryWriter(counted).add(List.of(second), 2);
            assertEquals(7, asked.size(), () -> String.join("\n", asked));

            asked.clear();
            List<EntryView> shown = ActRows.of(counted, ROOM).shown(List.of(second));
            assertEquals(1, shown.size());
            assertEquals(2, asked.size(), () -> String.join("\n", asked));
        }
    }

    private static Connection counted(Connection file, List<String> asked) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[]{Connection.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) asked.add((String) arguments[0]);
                    try {
                        return method.invoke(file, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
