package io.landline.node.conversation;

import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryStoreException;
import io.landline.chat.TimelinePosition;
import io.landline.chat.sync.Conversations;
import io.landline.node.port.ChatHistory.Keep;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteHeard;
import io.landline.storage.chat.SqliteRetention;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Removes what the user does not keep of conversations (docs/adr/0041-a-floor-a-log.md): when it is chosen, and
/// some times a day, but only by a clock that is believed ([RetentionRounds]). Soon after anything was removed, by
/// other people too, its words leave the index of the search for good. Any thread may choose; rounds run on a thread
/// of their own.
public final class Retention implements ConversationListener, AutoCloseable {
    /// By this much an author's clock may be ahead and still count.
    static final Duration AHEAD_MAX = Duration.ofDays(1);

    /// Of the time for which words are taken out of the search at once. Each step of it holds up what is written.
    private static final Duration CLEARING_MAX = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(Retention.class.getName());

    private final SqliteRetention chosen;
    private final SqliteHeard heard;
    private final Timelines timelines;
    private final Conversations conversations;
    private final Consumer<ConversationId> changed;
    private final InstantSource clock;
    private final RetentionRounds rounds;
    private final long began = System.nanoTime();
    private final Thread thread = Thread.ofVirtual().name("retention").unstarted(this::rounds);
    private boolean closed; // guarded by this

    /// @param changed hears of a conversation of which something may have gone
    public Retention(SqliteRetention chosen, SqliteHeard heard, Timelines timelines, Conversations conversations,
            Consumer<ConversationId> changed, InstantSource clock) {
        this.chosen = chosen;
        this.heard = heard;
        this.timelines = timelines;
        this.conversations = conversations;
        this.changed = changed;
        this.clock = clock;
        rounds = new RetentionRounds(clock);
    }

    /// Begins the rounds; once.
    public synchronized void start() {
        if (!closed) thread.start();
    }

    @Override
    public synchronized void close() {
        closed = true;
        thread.interrupt();
    }

    /// Where an author's clock is behind, what is kept goes by when it came. If that cannot be noted, its date counts.
    @Override
    public void stored(Entry entry, EntrySource source) {
        if (source != EntrySource.JUST_WRITTEN) return;
        try {
            heard.note(entry, clock.instant());
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "when an entry came could not be noted", e);
        }
    }

    private void rounds() {
        try {
            while (!thread.isInterrupted()) {
                if (rounds.isDue(uptime())) round();
                if (rounds.isClearingDue(uptime())) clearWords();
                Thread.sleep(RetentionRounds.LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the node ends
        }
    }

    private Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /// Removes what is too old now, of all conversations.
    public void round() {
        try {
            chosen.all().forEach(this::cut);
        } catch (StorageException | EntryStoreException | IllegalStateException e) {
            LOG.log(System.Logger.Level.WARNING, "what is not kept could not be removed; the next round tries again",
                    e);
        }
    }

    private void clearWords() {
        Duration from = uptime();
        try {
            conversations.clearWords(CLEARING_MAX);
        } catch (StorageException | EntryStoreException | IllegalStateException e) {
            LOG.log(System.Logger.Level.WARNING, "words of removed texts could not leave the search; tried again", e);
        }
        rounds.cleared(uptime().minus(from), uptime());
    }

    public Keep of(ConversationId conversation) {
        return Keep.ofDays(chosen.days(conversation));
    }

    /// Stores the choice, and removes what is too old by it. While the clock is not believed, the next round does so.
    public void keep(ConversationId conversation, Keep keep) {
        chosen.keep(conversation, keep.days());
        Integer days = keep.days();
        if (days != null && rounds.mayRemoveNow(uptime())) cut(conversation, days);
    }

    /// What nobody has read here stays.
    private void cut(ConversationId conversation, int days) {
        conversations.cut(conversation, () -> place(conversation, days));
        changed.accept(conversation);
    }

    private TimelinePosition place(ConversationId conversation, int days) {
        Instant now = clock.instant();
        TimelinePosition place = chosen.beginning(conversation, now.minus(Duration.ofDays(days)), now.plus(AHEAD_MAX));
        TimelinePosition unread = timelines.unread().first(conversation);
        return unread == null || place.compareTo(unread) < 0 ? place : unread;
    }
}
