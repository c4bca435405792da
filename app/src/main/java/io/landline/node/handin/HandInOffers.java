package io.landline.node.handin;

import io.landline.chat.Entry;
import io.landline.chat.act.Reference;
import io.landline.filetransfer.TransferId;
import io.landline.node.handin.HandInBook.Box;
import io.landline.node.handin.rule.BoxField;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.TimelineViews.Located;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which offers are hand-ins into boxes of this user. It reads the disk. Any thread.
final class HandInOffers {
    private final Fingerprint self;
    private final HandInBook book;
    private final TimelineViews views;
    private final Predicate<Fingerprint> blocked;

    HandInOffers(Fingerprint self, HandInBook book, TimelineViews views, Predicate<Fingerprint> blocked) {
        this.self = self;
        this.book = book;
        this.views = views;
        this.blocked = blocked;
    }

    /// Null for an offer that is no hand-in into a box of ours, and for one of somebody who is blocked.
    @Nullable
    HandIn of(EntryId offer) {
        return of(offer, new KnownBoxes(book));
    }

    /// The same, in one pass over many.
    @Nullable
    HandIn of(EntryId offer, KnownBoxes known) {
        Located located = views.withId(offer);
        if (located == null || located.peer() == null || !isForUs(located.entry())) return null;
        Fingerprint member = located.entry().author();
        if (!member.equals(located.peer()) || blocked.test(member)) return null;
        Reference reference = BoxField.of(located.entry().body());
        Box box = reference == null ? null : known.box(reference);
        return box == null ? null : new HandIn(located.entry(), member, box, TransferId.of(offer, self));
    }

    /// Whether an offer names a box of ours.
    boolean isForUs(Entry entry) {
        Reference box = BoxField.of(entry.body());
        return box != null && box.author().equals(self);
    }
}
