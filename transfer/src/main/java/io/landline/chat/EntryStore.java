package io.landline.chat;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where entries are kept. Calls block until the store has answered; any thread, but only the conversations' thread
/// writes. A store that cannot do what it must throws an [EntryStoreException] and has changed nothing.
public interface EntryStore {
    /// Dropped logs that are remembered; the first one goes, and may be taken again.
    int DROPPED_MAX = 4_096;
    /// Entries of a log that one [#drop] takes away: other writes wait for it.
    int DROPPED_AT_ONCE = 50;

    /// How long a write waits.
    enum Durability {
        /// On the disk when the call returns: our own entries.
        FULL,
        /// Survives the program; a loss of power may cost the last moments: others' entries, which others still have.
        BATCHED
    }

    /// What an own entry is written after.
    ///
    /// @param id of the log into which this node writes; null before its first entry
    /// @param held of that log; null where it has no entry yet
    /// @param clock the highest Lamport time that counts in the conversation; 0 where it is empty
    record OwnLog(@Nullable Long id, @Nullable LogState held, long clock) {}

    /// All logs of a conversation, in no order.
    List<LogState> logs(ConversationId conversation);

    /// Null where nothing of that log is held.
    @Nullable
    LogState log(LogKey key);

    /// What entries of a log are taken after, read at once: to ask the store twice takes twice as long.
    ///
    /// @param log what is held of it; null for nothing
    /// @param clock as [#clock]
    record Held(@Nullable LogState log, long clock) {}

    default Held held(LogKey key) {
        return new Held(log(key), clock(key.conversation()));
    }

    /// What is held of these logs of one conversation; those of which nothing is held are left out.
    Map<LogKey, LogState> logs(ConversationId conversation, Collection<LogKey> wanted);

    /// How many logs of a conversation there are.
    int logCount(ConversationId conversation);

    /// How many of them are this author's.
    int logCount(ConversationId conversation, Fingerprint author);

    /// The public key of an author with a stored log, in any conversation; else null.
    byte @Nullable [] authorKey(Fingerprint author);

    /// All logs of a conversation, those first that began here last.
    List<LogKey> newestLogs(ConversationId conversation);

    /// Takes the last [#DROPPED_AT_ONCE] entries of a log away, or all where it has no more, and remembers that it is
    /// dropped. The last [#DROPPED_MAX] are remembered; one that is dropped again is the last. A direct conversation of
    /// which nothing is left may be forgotten.
    ///
    /// @return whether some of the log is left, for further calls
    boolean drop(LogKey log);

    /// The dropped logs that are remembered, in the order in which they were dropped.
    List<LogKey> dropped();

    /// Forgets that logs of this author were dropped.
    void forgetDropped(Fingerprint author);

    /// Stores a run: consecutive entries of one log that chain to each other, and to what is held of that log on either
    /// side, if anything is. All of it or nothing. Each is whole. A run that does not join what is held is an
    /// [IllegalArgumentException]: our bug, the caller has checked. Raises the conversation's clock to `clock` if that
    /// is higher.
    ///
    /// A `delete` takes away the bodies that it covers ([Deletion#covers]), no matter which comes first: those entries
    /// are held with it as the proof.
    void add(List<Entry> run, long clock, Durability durability);

    /// Takes the body of an entry away that is held, and keeps the proof that this one brings; nothing where it has no
    /// body any more. The caller has checked the proof.
    void erase(Entry deleted);

    /// Has this node's next entries made and stores them, in one step: nobody writes in between, and either all of it
    /// holds or nothing. From then on this node writes into the log of these entries. On the disk when the call
    /// returns.
    ///
    /// @param me the author, which is this node
    /// @param directPeer the other side, remembered with the entry; null for a room's conversation, or where it is
    ///        remembered
    /// @param next makes the entries, one at least and all of one log, on a thread of the store: it must not call the
    ///        store
    List<Entry> append(ConversationId conversation, Fingerprint me, @Nullable Fingerprint directPeer,
            Function<OwnLog, List<Entry>> next);

    /// Takes a lost branch of an own log away from this number on, and adds the same items, written again, to another
    /// log: both or nothing, and on the disk when the call returns. Remembers the fork with it, if one is given.
    void rewrite(LogKey lost, long fromNumber, List<Entry> rewritten, long clock, @Nullable Fork fork);

    /// Removes the beginning of a log, all that stands below this number, and remembers it as the log's floor. Of a log
    /// that is removed to its end the state stays ([LogState#isEmpty]). A floor beyond the end counts as the number
    /// after it; one that is not above what is held changes nothing.
    void cutBeginning(LogKey log, long floor);

    /// Goes on to take away words of removed texts that the search still keeps, for some milliseconds. Nothing finds
    /// them any more. Where much is removed they are left to this, since each by itself takes long. To be called soon
    /// after a removal, until nothing is left.
    ///
    /// @return whether more is to be done
    boolean clearWords();

    /// Goes on to obey deletes that name a room which began, for some milliseconds: where very many do, [#add] leaves
    /// them to this. To be called from time to time until nothing is left, also after a restart. A store that leaves
    /// nothing has nothing to do.
    ///
    /// @return whether more is to be done
    default boolean obeyMore() {
        return false;
    }

    /// The floors of all logs that have one.
    Map<LogKey, Long> floors();

    /// Entries of a log in ascending order, those of `from` to `to` that are held. Where their sizes as sent pass the
    /// bound, the first ones that fit, or where `backwards` the last ones.
    List<Entry> range(LogKey log, long from, long to, boolean backwards, int sentBytesMax);

    /// The hash of that entry's header; null where it is not held.
    byte @Nullable [] hashAt(LogKey log, long number);

    /// What stands right before the two branches of a log.
    record BeforeFork(long number, byte[] hash) {}

    /// Of those logs of a conversation of which [#markForked] remembers a fork the entry before it, where that is held.
    Map<LogKey, BeforeFork> beforeForks(ConversationId conversation);

    /// The logs that hold the newest `count` entries of a conversation, with the first such number of each.
    Map<LogKey, Long> recent(ConversationId conversation, int count);

    /// The highest Lamport time that counts in this conversation; 0 where it is empty.
    long clock(ConversationId conversation);

    /// Lifts the clock of a conversation to this time, if that is higher.
    void raiseClock(ConversationId conversation, long clock);

    /// Remembers that this log has two branches; nothing where that is known of the same number or of a lower one.
    void markForked(Fork fork);

    /// Of each log that has two branches the lowest proof that is known.
    List<Fork> forks();

    /// The log into which this node writes now; null before the first entry.
    @Nullable
    Long ownLog(ConversationId conversation);

    void setOwnLog(ConversationId conversation, long log);

    /// The newest entries before a position (null: of all), oldest of these first. The program reads conversations with
    /// their acts, past this port. This is here for the contract: what is held stands in the order of the timeline.
    List<Entry> newest(ConversationId conversation, @Nullable TimelinePosition before, int limit);

    /// The newest texts with all of these words, oldest of these first. A word matches words that begin with it; case
    /// and accents do not count; nothing in `words` is syntax. The program searches with filters, past this port. This
    /// is here for the contract: what was removed, deleted or edited away is not found in any store.
    List<Entry> search(ConversationId conversation, String words, int limit);

    /// The entries of one kind that came last, over all conversations, in the order in which they came.
    List<Entry> newestOf(EntryKind kind, int limit);

    /// Remembers the other side of a direct conversation.
    void rememberDirect(ConversationId conversation, Fingerprint peer);

    /// The other sides of all direct conversations of which something is held, those first that began here first.
    SequencedSet<Fingerprint> directPeers();

    /// Null where the conversation is a room's, or unknown.
    @Nullable
    Fingerprint directPeer(ConversationId conversation);
}
