package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.BudgetStore.Account;
import io.landline.chat.BudgetStore.Purpose;
import io.landline.chat.ConversationListener.Limit;
import io.landline.chat.ConversationListener.Pause;
import io.landline.chat.LogKey;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Row H84: logs without end that are paused at once, since their author or all people of open rooms have nothing left.
class PausesTest {
    private static final ConversationId CONVERSATION = ConversationId.of(RoomId.of(new byte[RoomId.BYTES]));

    private final Pauses pauses = new Pauses(new World(1).node().context());
    private int people;

    private Fingerprint somebody() {
        byte[] bytes = new byte[Fingerprint.BYTES];
        ByteBuffer.wrap(bytes).putInt(++people);
        return Fingerprint.of(bytes);
    }

    private LogKey pause(Fingerprint author, long number, Standing standing) {
        var log = new LogKey(CONVERSATION, author, number);
        pauses.add(log, new Pause(author, CONVERSATION, Limit.DAY), new Account(author, Purpose.OWN), standing);
        return log;
    }

    private long remembered(List<LogKey> logs) {
        return logs.stream().filter(pauses::contains).count();
    }

    private List<LogKey> ofInvented(int count, Standing standing) {
        var logs = new ArrayList<LogKey>();
        for (int i = 0; i < count; i++) logs.add(pause(somebody(), i, standing));
        return logs;
    }

    @Test
    void h84_ofOneAuthorAFewLogsAreRemembered() {
        Fingerprint author = somebody();
        var logs = new ArrayList<LogKey>();
        for (int i = 0; i < 1_000; i++) logs.add(pause(author, i, Standing.MEMBER));
        assertEquals(CostRules.LOGS_AN_AUTHOR_MAX, remembered(logs));
        pauses.removeIf(each -> each.log().author().equals(author));
        assertEquals(1, remembered(List.of(pause(author, 1, Standing.MEMBER))), "the next day");
    }

    @Test
    void h84_inventedPeopleOfOpenRoomsTakeHalfAndLeaveTheRestToThoseKnownBetter() {
        int most = Pauses.LOGS_MAX;
        assertEquals(most / 2, remembered(ofInvented(most, Standing.OPEN_ROOM)));
        assertEquals(most / 4, remembered(ofInvented(most, Standing.VOUCHED)));
        assertEquals(most / 4, remembered(ofInvented(most, Standing.TRUSTED)));
    }
}
