package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.frame.FrameType;
import io.landline.session.core.FrameRouting.State;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FrameRoutingTest {
    /// All 256 types in each state: what is not named here is refused.
    @Test
    void h34_everyTypeHasItsCourseInEveryStateAndTheRestIsRefused() {
        for (int type = 0; type < 256; type++) {
            Map<State, FrameRouting> expected = new EnumMap<>(State.class);
            for (State state : State.values()) expected.put(state, FrameRouting.REFUSE);
            expect(type, expected);
            for (State state : State.values()) {
                assertEquals(expected.get(state), FrameRouting.of(state, type),
                        "type 0x" + Integer.toHexString(type) + " in " + state);
            }
        }
    }

    private static void expect(int type, Map<State, FrameRouting> expected) {
        var both = new TreeMap<Integer, FrameRouting>();
        both.put(FrameType.HELLO, FrameRouting.HELLO);
        for (int of : new int[]{FrameType.PROVEN, FrameType.EXCHANGE, FrameType.SHARE, FrameType.TAG, FrameType.SLOWED,
                FrameType.REFUSED, FrameType.ROOMS}) {
            both.put(of, FrameRouting.NEGOTIATION);
        }
        for (int of : new int[]{FrameType.PING, FrameType.PONG, FrameType.CLOSING}) both.put(of, FrameRouting.SESSION);
        if (both.containsKey(type)) {
            expected.put(State.GREETED, both.get(type));
            expected.put(State.PROVEN, both.get(type));
        }
        if (type >= FrameType.BULK_WANTED && type <= FrameType.BULK_TOKEN) {
            expected.put(State.PROVEN, FrameRouting.SESSION);
        }
        if (type >= 0x20 && type <= 0x3f) expected.put(State.PROVEN, FrameRouting.CHAT);
        if (type >= 0x40 && type <= 0x5f) expected.put(State.PROVEN, FrameRouting.FILES);
        if (type >= 0x60 && type <= 0x7f) expected.put(State.BULK, FrameRouting.BULK);
        if (type >= 0x80) for (State state : State.values()) expected.put(state, FrameRouting.SKIP);
        if (type == FrameType.MEMBERS_WANTED || type == FrameType.MEMBERS) {
            expected.put(State.PROVEN, FrameRouting.MEMBERS);
        }
        if (type == FrameType.NEW_WORDS || type == FrameType.WORDS_HELD || type == FrameType.FORK
                || type == FrameType.NAME_CARDS) {
            expected.put(State.PROVEN, FrameRouting.CHAT);
        }
        if (type == FrameType.VERSION) expected.put(State.PROVEN, FrameRouting.VERSION);
        if (type >= 0xb0 && type <= 0xb5) expected.put(State.PROVEN, FrameRouting.SHELF);
        if (type == FrameType.CALL_BACK_WANTED || type == FrameType.CALL_BACK) {
            expected.put(State.PROVEN, FrameRouting.CALL_BACK);
        }
    }
}
