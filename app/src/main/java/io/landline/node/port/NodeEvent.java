package io.landline.node.port;

import io.landline.chat.ConversationListener.Limit;
import io.landline.chat.PersonStatus;
import io.landline.chat.act.HandInBox;
import io.landline.chat.act.Poll;
import io.landline.chat.words.WordsChange;
import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.handshake.RefusalReason;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.peer.WireWord;
import io.landline.peer.WrittenAddress;
import io.landline.people.Person;
import io.landline.room.EntryId;
import io.landline.session.ConnectFailure;
import io.landline.session.EndReason;
import io.landline.shelf.ShelfRefusal;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a node tells its watchers: one record for each event of docs/command-line.md, "Events". Conversations and rooms
/// are given as people read them (`#class`, or the other's fingerprint); [io.landline.console.EventLines] writes them
/// as JSON.
public sealed interface NodeEvent {
    /// Every socket is open and the first signature made; the first announce follows within 10 ms.
    ///
    /// @param udpPort the shared port, or null where another program holds it
    record Ready(String name, Fingerprint fingerprint, int tcpPort, @Nullable Integer udpPort,
            Path profile) implements NodeEvent {}

    record PeerAppeared(Person person) implements NodeEvent {}

    record PeerChanged(Person person) implements NodeEvent {}

    record PeerLeft(Person person, LeaveReason reason) implements NodeEvent {}

    record SessionOpened(Fingerprint peer, String name, String endpoint) implements NodeEvent {}

    record SessionClosed(Fingerprint peer, String name, String endpoint, EndReason reason) implements NodeEvent {}

    /// Proof held on both sides; comes again at each session.
    record Joined(Fingerprint peer, String name, String room) implements NodeEvent {}

    /// @param room as people read it, or null where no room was common
    record Refused(Fingerprint peer, String name, @Nullable String room, RefusalReason reason) implements NodeEvent {}

    /// Somebody changed the words of a room and hands them to this user.
    ///
    /// @param room as people read it
    /// @param change by which commands name it: the id of the room with the new words
    /// @param state what became of it
    record WordsChanged(Fingerprint peer, String name, String room, String change,
            WordsChange.State state) implements NodeEvent {}

    /// The peer has the words that this user changed.
    record WordsGiven(Fingerprint peer, String name, String room, String change) implements NodeEvent {}

    /// Which entry.
    ///
    /// @param log 16 hex digits
    /// @param forked whether its author signed something else in this place too, or before it in the same log: others
    ///        may see that instead
    record EntryPlace(EntryId id, String log, long number, boolean forked) {
        public EntryPlace(EntryId id, String log, long number) { this(id, log, number, false); }
    }

    /// What a message says.
    ///
    /// @param text the present one; empty where it was deleted
    /// @param reply what it answers; null for nothing, and for what is not here
    /// @param mentions the people that the text mentions
    /// @param edited whether its author changed it
    record Words(String text, @Nullable EntryId reply, Set<Fingerprint> mentions, boolean edited, boolean deleted) {
        public Words {
            mentions = Set.copyOf(mentions);
        }
    }

    /// An entry with text, stored. Ours are not told as events; [Message] is also what history gives.
    record Message(Instant received, String conversation, Fingerprint author, String name, EntryPlace place,
            Words words, Instant written) implements NodeEvent {
        public String text() {
            return words.text();
        }
    }

    /// Who did something with a message that is here. Ours are not told.
    ///
    /// @param id of what was done
    /// @param target what it was done with
    record ActOn(String conversation, Fingerprint author, String name, EntryId id, EntryId target) {}

    /// What somebody did with a message.
    sealed interface Act extends NodeEvent {
        ActOn on();
    }

    /// @param text the present one
    /// @param called the people that it mentions while the message is new, and that no other words of it mention
    record Edited(ActOn on, String text, Set<Fingerprint> called) implements Act {
        public Edited {
            called = Set.copyOf(called);
        }
    }

    record Deleted(ActOn on) implements Act {}

    record Reacted(ActOn on, String emoji, boolean isOn) implements Act {}

    record PinnedMessage(ActOn on, boolean isOn) implements Act {}

    /// A question to everybody in the conversation.
    record PollAsked(String conversation, Fingerprint author, String name, EntryPlace place, Poll poll,
            Instant written) implements NodeEvent {}

    /// Somebody made a hand-in box.
    record BoxMade(String conversation, Fingerprint author, String name, EntryPlace place, HandInBox box,
            Instant written) implements NodeEvent {}

    /// What was handed in is with its collector.
    ///
    /// @param direction in: `peer` handed it in here; out: we did, to `peer`
    /// @param root of the offer in hex; null where a part of it was taken
    record HandedIn(String offer, Fingerprint peer, String name, Direction direction, @Nullable String root,
            boolean late, EntryId box) implements NodeEvent {}

    /// A member opened a folder to a room of ours, or closed it, or went away with it.
    ///
    /// @param title somebody's text
    record ShelfSeen(String conversation, Fingerprint peer, String name, String shelf, String title,
            boolean open) implements NodeEvent {}

    /// What became of a wish to take something from a shelf; what moves then is told of the offer.
    ///
    /// @param peer the shelf's owner
    record ShelfTake(String take, Fingerprint peer, String name, Answer answer) implements NodeEvent {
        /// What comes of it.
        public sealed interface Answer {}

        /// The offer is made, and accepted when it is here.
        public record Offered(String offer) implements Answer {}

        /// @param reason never [ShelfRefusal#NO_ANSWER], which is [Unanswered]
        public record Refused(ShelfRefusal reason) implements Answer {}

        /// The owner said nothing, or the list of what is offered did not come; what comes all the same is accepted.
        public record Unanswered() implements Answer {}

        /// The offer is here, and waits for the user.
        public record Waits(String offer, WaitReason reason) implements Answer {}

        /// Why an offer that was asked for is not accepted by itself.
        public enum WaitReason {
            /// It is not what was asked for.
            DIFFERS,
            /// The disk would be too full.
            DISK_FULL;

            /// As in the event `shelf-take`.
            public String word() {
                return WireWord.of(this);
            }
        }
    }

    /// @param choices options by their places from 0; none takes the vote back
    record Voted(ActOn on, List<Integer> choices) implements Act {
        public Voted {
            choices = List.copyOf(choices);
        }
    }

    /// @param counts people for each option
    record Closed(ActOn on, List<Integer> counts) implements Act {
        public Closed {
            counts = List.copyOf(counts);
        }
    }

    /// The peer has all of that log up to this number.
    record Delivered(String conversation, Fingerprint peer, Fingerprint author, String log,
            long number) implements NodeEvent {}

    /// A person there saw all of that log up to this number.
    record Read(String conversation, Fingerprint peer, Fingerprint author, String log,
            long number) implements NodeEvent {}

    /// Somebody began to type there, or no longer does.
    record Typing(String conversation, Fingerprint peer, String name, boolean active) implements NodeEvent {}

    /// What somebody says of themselves now; [PersonStatus#NONE] also where the session has ended.
    record StatusChanged(Fingerprint peer, String name, PersonStatus status) implements NodeEvent {}

    /// What becomes of offered files.
    sealed interface OfFiles extends NodeEvent {}

    /// A movement of files to one receiver, as its events describe it.
    record TransferId(String offer, String transfer, Fingerprint peer, Direction direction) {}

    /// @param name of the other side
    /// @param names the first ten
    record Offered(TransferId id, String name, String conversation, List<String> names, long files, long folders,
            long bytes) implements OfFiles {}

    /// @param bytes on the disk in all, before a restart included
    /// @param rate bytes a second
    /// @param from who gave parts of it, who gave most first; empty where its sender alone does
    record Progress(TransferId id, long bytes, long total, long rate, List<Fingerprint> from) implements OfFiles {
        public Progress { from = List.copyOf(from); }
    }

    /// This node has all of an offer, and this number of others of a room still lack something of it; 0 when it helps
    /// no longer.
    ///
    /// @param sent for an own offer: how many times its size was sent from here; else null
    /// @param onSharedAir for an own offer: how many get it, where all of several are by Wi-Fi; else 0
    record Helping(String offer, int peers, @Nullable Double sent, int onSharedAir) implements OfFiles {
        public Helping(String offer, int peers, @Nullable Double sent) { this(offer, peers, sent, 0); }
    }

    /// What moved of a transfer in this run of the program, and how long that took, breaks left out.
    record Moved(long bytes, double seconds) {}

    /// @param root SHA-256 over the offer's chunk hashes in order, in hex; null where one is not known
    /// @param name of the other side
    /// @param sha256 of the file, in hex, where the offer is one file of one chunk; else null
    /// @param files that arrived, with `bytes` together
    /// @param failures files that their sender could not give any more
    record Transferred(TransferId id, String name, long files, long bytes, Moved moved, List<Path> paths,
            @Nullable String root, @Nullable String sha256, FailedFiles failures) implements OfFiles {}

    /// Nothing of an offer is what was chosen of it: nothing was taken, and it can be accepted again.
    ///
    /// @param folder into which it was accepted
    record Unmatched(TransferId id, Path folder) implements OfFiles {}

    /// @param name of the other side
    /// @param missingFolder the folder on this computer that was to take it, where that is gone; else null
    /// @param missingBytes on a full disk of this computer: how many must be freed, rounded up; else 0
    record TransferFailed(TransferId id, String name, FailureReason reason, boolean resumable,
            @Nullable String missingFolder, long missingBytes) implements OfFiles {}

    /// A person stopped a transfer for now, or lets it go on.
    ///
    /// @param byPeer on the other side; of that it is told again when a session with it opens
    record TransferPaused(TransferId id, boolean byPeer) implements OfFiles {}

    /// @param byPeer see [TransferPaused]
    record TransferResumed(TransferId id, boolean byPeer) implements OfFiles {}

    /// @param message as a sentence in English
    /// @param facts what a sentence in another language needs too: ports, addresses, a file
    record Warning(WarningCode code, String message, List<String> facts) implements NodeEvent {
        public Warning {
            facts = List.copyOf(facts);
        }

        public Warning(WarningCode code, String message) { this(code, message, List.of()); }
    }

    /// This person shares only an open room with us and writes directly: the user is asked whether that is taken, once
    /// a day. Programs read it as the warning `direct-from-open-room`.
    ///
    /// @param name somebody's text
    /// @param message what that means, as a sentence in English
    record WritesDirectly(Fingerprint person, String name, String message) implements NodeEvent {}

    /// This person has reached a limit on what they may cost: once a day for each limit. Programs read it as the
    /// warning `limit-reached`.
    ///
    /// @param name somebody's text
    /// @param message what that means, as a sentence in English
    record LimitReached(Fingerprint person, String name, String conversation, Limit limit,
            String message) implements NodeEvent {}

    /// What was paused because of this person's daily budget is fetched again, or not wanted any more.
    record PauseEnded(Fingerprint person, String conversation) implements NodeEvent {}

    /// Nothing was reached at an address that was typed. Programs read it as the warning `connect-failed`.
    ///
    /// @param typed unresolved where no computer has that name
    /// @param message why, as a sentence in English
    record ConnectFailed(InetSocketAddress typed, ConnectFailure why, String message) implements NodeEvent {
        /// The name of the reason.
        public String reason() {
            return why.name();
        }

        /// An attempt at an address, with the sentence for its reason.
        public static ConnectFailed of(InetSocketAddress typed, ConnectFailure why) {
            String where = WrittenAddress.withPort(typed);
            return new ConnectFailed(typed, why, switch (why) {
                case UNKNOWN_NAME -> "There is no computer named " + typed.getHostString() + ".";
                case REFUSED -> "Nothing accepts connections at " + where + ". Is Landline running there?";
                case NO_WAY -> "There is no route to " + where + ". Are both computers in the same network?";
                case UNREACHABLE -> "No computer answers at " + where
                        + ", or a firewall forbids it. Is it on, and is that its address?";
                case OWN_KEY -> where + " is this very computer, or a copy of its profile.";
                case NOT_LANDLINE -> "What answers at " + where + " is not Landline.";
                case SILENT -> where + " did not answer in time. A firewall may be in between.";
                case HUNG_UP -> "What answers at " + where + " is not Landline, or hung up.";
            });
        }
    }

    /// @param message as a sentence in English
    record Failure(FailureCode code, String message) implements NodeEvent {}

    record Bye() implements NodeEvent {}
}
