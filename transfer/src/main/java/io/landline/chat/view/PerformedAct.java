package io.landline.chat.view;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.TimelinePosition;
import io.landline.chat.act.Act;
import io.landline.chat.act.Close;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.React;
import io.landline.chat.act.Vote;
import io.landline.json.MalformedJsonException;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An act, its author, and its place in the order of the timeline.
///
/// @param written by the author's clock: to be seen, never to order by
public record PerformedAct(TimelinePosition position, Instant written, Act act) implements Comparable<PerformedAct> {
    /// The act that an entry holds; null for one of another kind, for one without its body, and for one that cannot
    /// be read: that does nothing.
    public static @Nullable PerformedAct of(Entry entry) {
        Act act = act(entry.kind(), entry.body());
        return act == null ? null : new PerformedAct(entry.position(), entry.written(), act);
    }

    private static @Nullable Act act(EntryKind kind, byte @Nullable [] body) {
        if (body == null) return null;
        try {
            if (kind.equals(EntryKind.EDIT)) return Edit.ofBody(body);
            if (kind.equals(EntryKind.DELETE)) return Delete.ofBody(body);
            if (kind.equals(EntryKind.REACT)) return React.ofBody(body);
            if (kind.equals(EntryKind.PIN)) return Pin.ofBody(body);
            if (kind.equals(EntryKind.VOTE)) return Vote.ofBody(body);
            if (kind.equals(EntryKind.CLOSE)) return Close.ofBody(body);
            return null;
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    public Fingerprint author() {
        return position.author();
    }

    /// Whether it is by the author of what it names: nobody else's edit, delete or close counts.
    public boolean isByTheAuthor() {
        return author().equals(act.target().author());
    }

    @Override
    public int compareTo(PerformedAct other) {
        return position.compareTo(other.position);
    }
}
