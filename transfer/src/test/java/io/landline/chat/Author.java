package io.landline.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.EntryHeader.Place;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who signs entries in a test, well or badly: one log of one conversation.
public final class Author {
    public final Identity identity;
    public final ConversationId conversation;
    public final long log;
    private @Nullable Entry last;
    private long lamport;

    public Author(Identity identity, ConversationId conversation, long log) {
        this.identity = identity;
        this.conversation = conversation;
        this.log = log;
    }

    public static Author of(ConversationId conversation, long log) {
        return new Author(Identity.generate(), conversation, log);
    }

    /// Who wrote this first entry of a log, and goes on behind it.
    public static Author behind(Identity identity, Entry first) {
        var author = new Author(identity, first.header().conversation(), first.log().log());
        author.last = first;
        author.lamport = first.header().lamport();
        return author;
    }

    public Fingerprint fingerprint() {
        return identity.fingerprint();
    }

    public LogKey key() {
        return new LogKey(conversation, fingerprint(), log);
    }

    public Entry text(String text) {
        return write(lamport + 1, EntryKind.TEXT, new EntryText(text).toBody());
    }

    public List<Entry> texts(int count) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) entries.add(text("text " + i));
        return entries;
    }

    /// One at each of these Lamport times, which is also what it says.
    public List<Entry> textsAt(long first, long last) {
        var entries = new ArrayList<Entry>();
        for (long time = first; time <= last; time++) {
            entries.add(write(time, EntryKind.TEXT, new EntryText(String.valueOf(time)).toBody()));
        }
        return entries;
    }

    public Entry write(long lamportTime, EntryKind kind, byte[] body) {
        last = after(last, lamportTime, kind, body);
        lamport = lamportTime;
        return last;
    }

    /// A second entry of the same number as the one written last.
    public Entry otherBranch(Entry before, String text) {
        return after(before, before.header().lamport() + 1, EntryKind.TEXT, new EntryText(text).toBody());
    }

    private Entry after(@Nullable Entry before, long lamportTime, EntryKind kind, byte[] body) {
        long number = before == null ? 1 : before.header().number() + 1;
        byte[] previous = before == null ? new byte[Sha256.BYTES] : before.hash();
        return Entry.signed(identity,
                new EntryHeader(conversation, identity.publicKey(), new Place(log, number, previous), lamportTime,
                        1_700_000_000_000L + number, kind, body.length, Sha256.of(body)),
                body);
    }

    /// The same header and body with a signature that is not its author's.
    public static Entry forged(Entry entry) {
        byte[] signature = entry.signature();
        signature[5] ^= 1;
        return new Entry(entry.header(), signature, entry.body());
    }

    public static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
