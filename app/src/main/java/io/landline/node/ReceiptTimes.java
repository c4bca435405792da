package io.landline.node;

import io.landline.chat.ConversationListener;
import io.landline.chat.LogKey;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.SqliteReceiptTimes;
import java.time.Instant;
import java.time.InstantSource;

/// Notes when receipts of our own entries come. On the conversations' queue.
final class ReceiptTimes implements ConversationListener {
    private final SqliteReceiptTimes times;
    private final InstantSource clock;
    private final Fingerprint self;

    ReceiptTimes(SqliteReceiptTimes times, InstantSource clock, Fingerprint self) {
        this.times = times;
        this.clock = clock;
        this.self = self;
    }

    @Override
    public void delivered(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {
        note(log, peer, false, upTo);
    }

    @Override
    public void read(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {
        note(log, peer, true, upTo);
    }

    private void note(LogKey log, Fingerprint peer, boolean isRead, long upTo) {
        Instant now = clock.instant();
        if (log.author().equals(self)) times.note(log, peer, isRead, upTo, now);
    }
}
