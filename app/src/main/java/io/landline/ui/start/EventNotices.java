package io.landline.ui.start;

import io.landline.handshake.RefusalReason;
import io.landline.node.NodeEvent;
import io.landline.node.NodeEvent.ConnectFailed;
import io.landline.node.NodeEvent.Failure;
import io.landline.node.NodeEvent.LimitReached;
import io.landline.node.NodeEvent.PauseEnded;
import io.landline.node.NodeEvent.Refused;
import io.landline.node.NodeEvent.Warning;
import io.landline.node.NodeWatcher;
import io.landline.node.Rooms.OwnRoom;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.ui.page.Notices;
import io.landline.ui.page.PauseSubject;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells the user what a node warns of, in the window's language. Called on the node's threads.
final class EventNotices implements NodeWatcher {
    private final Texts texts;
    private final Notices notices;
    private final RoomsQuestion rooms;

    /// Reads our rooms off the node's threads, which wait for no disk.
    interface RoomsQuestion {
        void ask(Consumer<List<OwnRoom>> then);
    }

    EventNotices(Texts texts, Notices notices, RoomsQuestion rooms) {
        this.texts = texts;
        this.rooms = rooms;
        this.notices = notices;
    }

    @Override
    public void take(NodeEvent event, Instant at) {
        switch (event) {
            case Warning(var code, _, var facts) -> notices.problem(
                    texts.format("warning." + code.name(), facts.toArray()));
            case ConnectFailed _ -> notices.problem(texts.get("connect-failed"));
            case Failure(var code, _) -> notices.problem(texts.get("failure." + code.name()));
            case LimitReached reached -> limitReached(reached);
            case PauseEnded(var person, String conversation) -> notices.over(new PauseSubject(person, conversation));
            case Refused refused -> refused(refused);
            case NodeEvent _ -> {
            }
        }
    }

    /// Of several rooms of one name one that may be mistyped is enough.
    private static boolean isDoubtful(List<OwnRoom> all, @Nullable String label) {
        return all.stream()
                .filter(room -> room.label().equals(label))
                .map(room -> new RoomName(room.name()))
                .anyMatch(name -> all.stream()
                        .anyMatch(room -> room.doubtful() && new RoomName(room.name()).isSameAs(name)));
    }

    private void limitReached(LimitReached reached) {
        String name = PeerText.person(reached.name());
        String sentence = texts.format("limit." + reached.limit().name(), name, reached.person().brief(),
                where(reached.conversation()));
        switch (reached.limit()) {
            case DAY, UNKNOWN_KINDS -> notices.problem(new PauseSubject(reached.person(), reached.conversation()),
                    sentence);
            case LOGS, ROOM_LOGS, ADMISSIONS -> notices.problem(sentence);
        }
    }

    private String where(String conversation) {
        return Fingerprint.isWhole(conversation) ? texts.get("limit.direct") : PeerText.line(conversation);
    }

    /// That words differ is told where ours may be the wrong ones: they were typed here, and nobody has proved them.
    private void refused(Refused refused) {
        if (refused.reason() == RefusalReason.WRONG_KEY) {
            rooms.ask(all -> {
                if (isDoubtful(all, refused.room())) tell(refused);
            });
        } else {
            tell(refused);
        }
    }

    private void tell(Refused refused) {
        String key = "refused." + refused.reason().word();
        if (!texts.has(key)) return; // a reason that is no news for a person: no room in common
        String room = refused.room() == null ? "" : PeerText.line(refused.room());
        notices.problem(texts.format(key, PeerText.person(refused.name()), room));
    }
}
