package io.landline.attack;

import java.io.IOException;

/// Rounds of a session's own frames about rooms, just below what a session may send at once and in a second.
final class RoomRounds {
    private static final int AT_ONCE = 390;
    private static final int PER_SECOND = 19;
    private static final int STEP_MILLIS = 50;
    /// No slot is used again, and those of the handshake were below it.
    private static final int FIRST_SLOT = 1_000;

    /// Sends one round.
    interface Round {
        /// Gives the first slot of the next round.
        ///
        /// @param slot the first one of this round
        int send(int slot) throws IOException;
    }

    private RoomRounds() {}

    /// Until the session ends.
    static void send(HostileSession session, int framesARound, Round round) throws IOException, InterruptedException {
        session.negotiateNoMore();
        int slot = FIRST_SLOT;
        for (int i = 0; i < AT_ONCE / framesARound; i++) slot = round.send(slot);
        var beat = new FrameBeat((double) PER_SECOND / framesARound);
        while (session.isOpen()) {
            for (int i = beat.due(); i > 0; i--) slot = round.send(slot);
            Thread.sleep(STEP_MILLIS);
        }
    }

    /// A room as a list of rooms has it.
    static String room(int slot, String name, boolean open) {
        return "{\"slot\":" + slot + ",\"name\":\"" + name + "\",\"open\":" + open + "}";
    }
}
