package io.landline.storage.choices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.Chats.MuteTerm;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.choices.SqliteMutes.Muted;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.trust.SqliteTrust;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqliteMutesTest extends DatabaseTest {
    private static final byte[] KEY = new byte[32];
    private static final Fingerprint MAX = Fingerprint.ofPublicKey(KEY);
    private static final Room ROOM = Room.open(new RoomName("class"));
    private static final ConversationId IN_ROOM = ConversationId.of(ROOM.id());
    private static final ConversationId WITH_MAX = new ConversationId(1, 1);
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private SqliteMutes mutes;

    @BeforeEach
    void open() {
        mutes = new SqliteMutes(database);
    }

    @Test
    void aMuteHoldsUntilItsEndAndOneWithoutForEver() {
        mutes.mute(IN_ROOM, null, NOW);
        mutes.mute(WITH_MAX, MAX, null);
        assertEquals(Set.of(IN_ROOM, WITH_MAX), mutes.at(NOW.minusMillis(1)).all());
        assertEquals(Set.of(WITH_MAX), mutes.at(NOW).all());
        assertEquals(Set.of(WITH_MAX), mutes.at(NOW.plusSeconds(1L << 32)).all());
        assertEquals(Map.of(IN_ROOM, NOW), mutes.at(NOW.minusMillis(1)).until());
        assertEquals(Map.of(), mutes.at(NOW).until());
    }

    @Test
    void h85_aMuteOfAClockThatWasAYearAheadHasEndedOnceTheClockIsRight() {
        Instant ahead = NOW.plus(Duration.ofDays(365));
        mutes.mute(IN_ROOM, null, ahead.plus(Duration.ofHours(1)));
        assertEquals(Set.of(IN_ROOM), mutes.at(ahead).all());
        assertEquals(Set.of(), mutes.at(NOW).all());
    }

    @Test
    void eachMuteThatEndsByItselfIsShorterThanTheLongest() {
        for (MuteTerm each : MuteTerm.values()) {
            Duration length = each.length();
            assertTrue(length == null || length.compareTo(SqliteMutes.TERM_MAX) < 0, each::name);
        }
    }

    @Test
    void aClockThatWasWrongForAMomentEndsNoMute() {
        mutes.mute(IN_ROOM, null, NOW.plus(Duration.ofHours(8)));
        for (Duration off : List.of(Duration.ofDays(365), Duration.ofDays(-365))) mutes.at(NOW.plus(off));
        assertEquals(Set.of(IN_ROOM), mutes.at(NOW).all());
        assertEquals(Set.of(IN_ROOM), mutes.at(NOW.minusSeconds(60)).all(), "set back by a minute");
    }

    @Test
    void theLastChoiceHolds() {
        mutes.mute(IN_ROOM, null, null);
        mutes.mute(IN_ROOM, null, NOW);
        assertEquals(Set.of(), mutes.at(NOW).all());
        mutes.unmute(IN_ROOM);
        assertEquals(Set.of(), mutes.at(NOW.minusMillis(1)).all());
    }

    @Test
    void whatIsMutedButMentionsIsNotMutedWholly() {
        mutes.mute(IN_ROOM, null, NOW.plusSeconds(1));
        mutes.muteButMentions(IN_ROOM, null);
        mutes.muteButMentions(WITH_MAX, MAX);
        assertEquals(new Muted(Set.of(), Set.of(IN_ROOM, WITH_MAX), Map.of()), mutes.at(NOW));
        mutes.mute(IN_ROOM, null, null);
        mutes.unmute(WITH_MAX);
        assertEquals(new Muted(Set.of(IN_ROOM), Set.of(), Map.of()), mutes.at(NOW));
    }

    @Test
    void mutesSurviveAStart() throws IOException {
        mutes.mute(WITH_MAX, MAX, null);
        openDatabaseAgain();
        assertEquals(Set.of(WITH_MAX), new SqliteMutes(database).at(NOW).all());
    }

    @Test
    void aRoomsMuteGoesWithTheRoomAndAPersonsWithThePerson() {
        var trust = new SqliteTrust(database, null);
        trust.keep(ROOM, Origin.MADE_HERE, Instant.EPOCH);
        trust.pin(KEY, NOW);
        mutes.mute(IN_ROOM, null, null);
        mutes.mute(WITH_MAX, MAX, null);
        trust.forget(ROOM.id());
        assertEquals(Set.of(WITH_MAX), mutes.at(NOW).all());
        trust.forget(MAX);
        assertEquals(Set.of(), mutes.at(NOW).all());
    }
}
