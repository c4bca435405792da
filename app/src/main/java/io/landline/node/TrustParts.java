package io.landline.node;

import io.landline.chat.words.WordsBook;
import io.landline.handshake.BlockedPeers;
import io.landline.node.event.EventBus;
import io.landline.node.file.ReceivedFilesFolder;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.NodeStandings;
import io.landline.node.room.NodeVerdicts;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.util.Set;
import java.util.stream.Collectors;

/// Which rooms are ours, and how we stand to people: every other part asks these. Nothing here has to be closed. Any
/// thread.
final class TrustParts {
    final OwnRooms rooms;
    final NodeWarnings warnings;
    final NodeStandings standings;
    final BlockedPeers blocked;
    final NodeVerdicts verdicts;
    final WordsBook book;

    TrustParts(NodeOptions options, OpenProfile profile, EventBus events) throws NodeException {
        rooms = new OwnRooms(profile.rooms(), profile.clock());
        warnings = new NodeWarnings(profile, rooms, events, ReceivedFilesFolder.prepare(profile.downloads()));
        rooms.addRequested(options.rooms(), profile.isNew() || rooms.isInNone());
        standings = NodeStandings.of(profile.trust(), rooms::withRetired, profile.timelines().writtenTo());
        blocked = BlockedPeers.of(standings);
        verdicts = new NodeVerdicts(standings, blocked);
        book = new WordsBook(profile.identity().fingerprint(), profile.words());
        standings.alsoProven(this::goesAlongIn);
    }

    /// Who goes along to the room that continues a retired one counts as proven in the old one: one of us may have
    /// taken both at once and so never joined it.
    private Set<RoomId> goesAlongIn(Fingerprint peer) {
        return rooms.retired()
                .stream()
                .map(Room::id)
                .filter(old -> book.goesAlong(old, peer))
                .collect(Collectors.toSet());
    }
}
