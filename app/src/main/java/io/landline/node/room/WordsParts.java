package io.landline.node.room;

import io.landline.chat.AdmissionStore;
import io.landline.node.event.PeerNames;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import java.time.InstantSource;
import java.util.function.Predicate;

/// What new words of rooms are made of: what the user decides, and what brings it to others. Opened and closed
/// together. Any thread.
public final class WordsParts implements AutoCloseable {
    public final WordsDecisions decisions;
    public final WordsHandOver handOver;

    /// What is known of people.
    ///
    /// @param isVerified whether the safety number was compared
    /// @param admissions which member let which person into a room
    public record People(NodeStandings standings, Predicate<Fingerprint> isVerified, AdmissionStore admissions,
            PeerNames names) {
        boolean isMember(RoomId room, Fingerprint who) {
            return admissions.find(room, who) != null || standings.knownProofsOf(who).contains(room);
        }
    }

    public WordsParts(WordsDecisions.Stores stores, People people, WordsHandOver.RoomSessions sessions,
            WordsEvents events, InstantSource wallClock) {
        NodeStandings standings = people.standings();
        decisions = new WordsDecisions(stores,
                new WordsDecisions.People(people::isMember, people.names(), standings::hasProved), events,
                new WordsDecisions.Effects(sessions.roomsChanged(), this::handToAll), wallClock);
        handOver = new WordsHandOver(stores.book(), stores.rooms(), decisions,
                new WordsHandOver.People(people.isVerified(), standings, people::isMember,
                        (room, key) -> standings.proven(room, key, wallClock.instant())),
                events, sessions, wallClock);
    }

    private void handToAll() {
        handOver.handToAll();
    }

    @Override
    public void close() {
        handOver.close();
    }
}
