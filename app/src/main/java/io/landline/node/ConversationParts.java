package io.landline.node;

import io.landline.chat.ChatStores;
import io.landline.chat.sync.Conversations;
import io.landline.identity.Identity;
import io.landline.node.conversation.ChatChanges;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.conversation.MessageReader;
import io.landline.node.conversation.UnreadCalls;
import io.landline.node.event.KnownNames;
import io.landline.node.event.PeerNames;
import io.landline.node.message.ActEvents;
import io.landline.node.message.ChatFeed;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.ConversationLabels;
import io.landline.node.room.NodeMembership;
import io.landline.node.shelf.ShelfParts;
import io.landline.peer.Fingerprint;
import io.landline.people.People;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// Conversations, and what reads and names them. What they bring goes to [ChatFeed]; most of its followers are made
/// later. Any thread.
final class ConversationParts {
    final ChatStores stores;
    final ChatFeed feed = new ChatFeed();
    final Conversations conversations;
    final KnownNames known;
    final PeerNames names;
    final ConversationLabels labels;
    final JoinedTimeline joined;
    final MessageReader messages;
    final UnreadCalls calls;
    final ChatChanges changes;
    final ActEvents acts;
    private final TrustParts trust;

    /// @param opened keeps what has to be closed
    ConversationParts(OpenProfile profile, TrustParts trust, People people, OpenedParts opened) throws IOException {
        this.trust = trust;
        Identity identity = profile.identity();
        Fingerprint self = identity.fingerprint();
        stores = profile.chatStores(trust.standings);
        conversations = opened.keep(Conversations.open(identity, stores,
                new NodeMembership(trust.rooms, trust.book, trust.blocked, trust.standings), trust.standings, feed,
                profile.clock()));
        if (profile.troubles().isHistoryFresh()) conversations.askBeforeWriting();
        conversations.named(profile.name());
        known = new KnownNames(self, stores.cards(), profile.clock());
        names = new PeerNames(people::here, trust.standings, known, profile::name);
        labels = new ConversationLabels(trust.rooms, trust.book::current, conversations::directPeer);
        joined = new JoinedTimeline(profile.timelines(), trust.book);
        messages = new MessageReader(self, names, labels, profile.timelineViews());
        calls = new UnreadCalls(profile.timelines(), profile.timelineViews(), self);
        changes = new ChatChanges(labels, calls);
        acts = new ActEvents(messages, labels, profile.timelineViews(), trust.standings, ShelfParts.uptime());
    }

    /// Who proved the room, and who was let into it by a member.
    Set<Fingerprint> membersOf(RoomId room) {
        Set<Fingerprint> members = new HashSet<>(trust.standings.provers(room));
        members.addAll(conversations.members(room));
        return members;
    }

    /// Every conversation of a room may show more or less than before.
    void roomsChanged() {
        for (Room room : trust.rooms.all()) changes.changed(ConversationId.of(room.id()));
    }
}
