package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.frame.FrameType;
import io.landline.session.core.FrameCourse.State;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FrameCourseTest {
    /// All 256 types in each state: what is not named here is refused.
    @Test
    void h34_everyTypeHasItsCourseInEveryStateAndTheRestIsRefused() {
        for (int type = 0; type < 256; type++) {
            Map<State, FrameCourse> expected = new EnumMap<>(State.class);
            for (State state : State.values()) expected.put(state, FrameCourse.REFUSE);
            expect(type, expected);
            for (State state : State.values()) {
                assertEquals(expected.get(state), FrameCourse.of(state, type),
                        "type 0x" + Integer.toHexString(type) + " in " + state);
            }
        }
    }

    private static void expect(int type, Map<State, FrameCourse> expected) {
        var both = new TreeMap<Integer, FrameCourse>();
        both.put(FrameType.HELLO, FrameCourse.HELLO);
        for (int of : new int[]{FrameType.PROVEN, FrameType.EXCHANGE, FrameType.SHARE, FrameType.TAG, FrameType.SLOWED,
                FrameType.REFUSED, FrameType.ROOMS}) {
            both.put(of, FrameCourse.NEGOTIATION);
        }
        for (int of : new int[]{FrameType.PING, FrameType.PONG, FrameType.CLOSING}) both.put(of, FrameCourse.SESSION);
        if (both.containsKey(type)) {
            expected.put(State.GREETED, both.get(type));
            expected.put(State.PROVEN, both.get(type));
        }
        if (type >= FrameType.BULK_WANTED && type <= FrameType.BULK_TOKEN) {
            expected.put(State.PROVEN, FrameCourse.SESSION);
        }
        if (type >= 0x20 && type <= 0x3f) expected.put(State.PROVEN, FrameCourse.CHAT);
        if (type >= 0x40 && type <= 0x5f) expected.put(State.PROVEN, FrameCourse.FILES);
        if (type >= 0x60 && type <= 0x7f) expected.put(State.BULK, FrameCourse.BULK);
        if (type >= 0x80) for (State state : State.values()) expected.put(state, FrameCourse.SKIP);
        if (type == FrameType.MEMBERS_WANTED || type == FrameType.MEMBERS) {
            expected.put(State.PROVEN, FrameCourse.MEMBERS);
        }
        if (type == FrameType.CALL_BACK_WANTED || type == FrameType.CALL_BACK) {
            expected.put(State.PROVEN, FrameCourse.CALL_BACK);
        }
    }
}
