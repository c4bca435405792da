package io.landline.node.conversation;

import io.landline.chat.view.EntryView;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads who voted in a poll and who did not, for the window and for the command line. Any thread; reads the database.
public final class PollReader {
    private final Supplier<ItemReader> readers;
    private final JoinedTimeline joined;
    private final Function<ConversationId, Map<Fingerprint, String>> people;
    private final Fingerprint self;

    /// @param people who is in a conversation, with this user, by name
    public PollReader(Supplier<ItemReader> readers, JoinedTimeline joined,
            Function<ConversationId, Map<Fingerprint, String>> people, Fingerprint self) {
        this.readers = readers;
        this.joined = joined;
        this.people = people;
        this.self = self;
    }

    /// Those who did not vote are the people of the conversation in which this one goes on.
    ///
    /// @param conversation where the poll was asked
    public PollVotes votes(EntryView.Asked asked, ConversationId conversation) {
        return PollVotes.of(asked, readers.get()).among(people.apply(joined.current(conversation)), self);
    }
}
