package io.landline.ui.lab.wire;

import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the trace. Immutable; any thread.
///
/// @param number from 1, in the order of telling
/// @param local this end's address, empty where it is not known
/// @param peer the other end's address, empty where there is none
/// @param payload empty where nothing passed
/// @param note what was special about it
/// @param result what came out; null where nothing did
public record TraceRow(long number, Instant at, int card, Kind kind, String local, LabMessage peer, Excerpt payload,
        LabMessage note, @Nullable LabResult result) {
    /// What happened.
    public enum Kind {
        OPENED, IN, OUT, UNANSWERED, CONNECTED, WAITING, CLOSED, REFUSED, REMARK, RESULT, ENDED;

        public boolean isMessage() {
            return this == IN || this == OUT;
        }
    }
}
