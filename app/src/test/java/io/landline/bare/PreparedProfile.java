package io.landline.bare;

import io.landline.filetransfer.AcceptRule;
import io.landline.fixture.InventedEntries;
import io.landline.identity.Identity;
import io.landline.node.Node;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.room.ConversationId;
import io.landline.settings.LookSettings.Theme;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettingsFile;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import java.nio.file.Path;
import java.util.List;

/// A profile as somebody has it who was here before: with a name, a room and a history. Its window is dark, so that
/// what is white before the first page is seen to be.
///
/// @param udpPort of its own, so that it meets nobody
record PreparedProfile(Path folder, int udpPort) {
    private static final String ROOM = "class";
    private static final String KEY = "amber fox piano river";

    /// @param entries that the room has; it is open when the window is
    static PreparedProfile make(Path home, String name, int entries) throws Exception {
        var prepared = new PreparedProfile(home.resolve(name), FreePorts.udp());
        RequestedRoom room = new RequestedRoom(new RoomName(ROOM), false, KEY);
        try (Node node = Node.open(new NodeOptions(prepared.folder, new PeerName("Ada"), List.of(room),
                new Network(prepared.udpPort, 0, List.of("lo"), List.of()), home.resolve(name + "-downloads"),
                AcceptRule.ASK, false));
                Database database = Database.open(node.lock().profile().database())) {
            ConversationId id = ConversationId.of(node.reader().rooms().getFirst().id());
            InventedEntries.store(SqliteChat.stores(database).entries(),
                    InventedEntries.texts(id, Identity.generate(), entries), 0);
            new WindowSettingsFile(node.lock().profile().windowFile()).save(WindowSettings.DEFAULTS
                    .withTheme(Theme.DARK)
                    .withLanguage("en")
                    .withLastOpen("#" + ROOM));
        }
        return prepared;
    }

    Path log() {
        return folder.resolve("log");
    }
}
