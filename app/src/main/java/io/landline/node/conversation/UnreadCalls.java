package io.landline.node.conversation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.RewrittenMessage;
import io.landline.chat.TimelinePosition;
import io.landline.chat.act.Edit;
import io.landline.chat.view.EntryView;
import io.landline.json.MalformedJsonException;
import io.landline.node.port.Chats;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.Timelines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which messages that nobody has seen here mention this user, of each conversation by itself. To find them, the newest
/// of what is unread there is looked at, of each author. So they are kept, until something came or was read that may
/// change them. Any thread; [#in] waits for the disk.
public final class UnreadCalls {
    private final Timelines timelines;
    private final TimelineViews views;
    private final Fingerprint self;
    private final Map<ConversationId, List<TimelinePosition>> kept = new HashMap<>();
    /// Counts what was forgotten: what was read from the disk before is not kept.
    private long forgotten;

    public UnreadCalls(Timelines timelines, TimelineViews views, Fingerprint self) {
        this.timelines = timelines;
        this.views = views;
        this.self = self;
    }

    /// Where they stand, in no order; at most [Chats#UNREAD_MAX].
    public List<TimelinePosition> in(ConversationId conversation) {
        long before;
        synchronized (this) {
            List<TimelinePosition> known = kept.get(conversation);
            if (known != null) return known;
            before = forgotten;
        }
        List<TimelinePosition> calls = look(conversation);
        synchronized (this) {
            if (forgotten == before) kept.put(conversation, calls);
        }
        return calls;
    }

    private List<TimelinePosition> look(ConversationId conversation) {
        List<Entry> naming = timelines.unread().mentioning(conversation, self.hex(), Chats.UNREAD_MAX);
        var calls = new ArrayList<TimelinePosition>();
        for (EntryView each : views.shown(conversation, naming)) {
            boolean isCall = each.content() instanceof EntryView.Message said && said.mentions().contains(self);
            if (isCall) calls.add(each.entry().position());
        }
        return List.copyOf(calls);
    }

    /// Something was read or removed there, after it was stored.
    synchronized void forget(ConversationId conversation) {
        forgotten++;
        kept.remove(conversation);
    }

    /// These entries of one conversation were stored. A message that does not mention this user changes nothing here,
    /// nor does an edit or a delete, unless its author wrote one of the messages that are known to mention this user.
    /// Else, in a room where much is unread, each new one would cost a look at all of that.
    void came(List<Entry> entries) {
        entries.stream().filter(this::mayChange).findFirst().ifPresent(each -> forget(each.header().conversation()));
    }

    private boolean mayChange(Entry entry) {
        EntryKind kind = entry.kind();
        byte[] body = entry.body();
        boolean names = body != null && mentionsUser(kind, body);
        if (kind.equals(EntryKind.EDIT)) return names || mayCall(entry);
        if (!kind.isShown()) return kind.equals(EntryKind.DELETE) && mayCall(entry);
        if (body == null) return true; // its author deleted it, and with it what it was written again as
        return names || RewrittenMessage.of(entry) != null;
    }

    /// The digits may stand in the text, too.
    private boolean mentionsUser(EntryKind kind, byte[] body) {
        if (!new String(body, ISO_8859_1).contains(self.hex())) return false; // nearly always
        try {
            if (kind.equals(EntryKind.EDIT)) return Edit.ofBody(body).mentions().contains(self);
            return kind.equals(EntryKind.TEXT) && EntryText.ofBody(body).mentions().contains(self);
        } catch (MalformedJsonException e) {
            return false;
        }
    }

    /// Whether one of the messages that are known to mention this user may be of this author: nobody else changes it.
    private synchronized boolean mayCall(Entry act) {
        List<TimelinePosition> known = kept.get(act.header().conversation());
        return known == null || known.stream().anyMatch(call -> call.author().equals(act.author()));
    }

    /// Keeps nothing of conversations that nobody has here any more.
    synchronized void keepOnly(Collection<ConversationId> conversations) {
        kept.keySet().retainAll(conversations);
    }
}
