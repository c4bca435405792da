package io.landline.node.room;

import io.landline.chat.words.WordsBook;
import io.landline.chat.words.WordsChange;
import io.landline.node.event.EventBus;
import io.landline.node.event.PeerNames;
import io.landline.node.port.NodeEvent.WordsChanged;
import io.landline.node.port.NodeEvent.WordsGiven;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;

/// Tells of new words: which room they are for, whose they are, and what became of them. Any thread.
public final class WordsEvents {
    private final WordsBook book;
    private final ConversationLabels labels;
    private final PeerNames names;
    private final EventBus events;

    public WordsEvents(WordsBook book, ConversationLabels labels, PeerNames names, EventBus events) {
        this.book = book;
        this.labels = labels;
        this.names = names;
        this.events = events;
    }

    void tell(WordsChange change, WordsChange.State state) {
        events.publish(new WordsChanged(change.author(), names.name(change.author()), label(change),
                change.next().hex(), state));
    }

    /// A person has the words of this change from here.
    void tellGiven(WordsChange change, Fingerprint peer) {
        events.publish(new WordsGiven(peer, names.name(peer), label(change), change.next().hex()));
    }

    OfferedWords offered(WordsChange change) {
        return new OfferedWords(change.next().hex(), label(change), change.author(), names.name(change.author()),
                change.at());
    }

    /// Of the room that the user is in, also where several changes of it are offered.
    private String label(WordsChange change) {
        RoomId room = change.old();
        for (WordsChange each; (each = book.find(room)) != null && each.isOffered();) room = each.old();
        return labels.label(ConversationId.of(room));
    }
}
