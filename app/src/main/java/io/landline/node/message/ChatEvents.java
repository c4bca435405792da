package io.landline.node.message;

import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.LogKey;
import io.landline.chat.view.PerformedAct;
import io.landline.cost.CostRules;
import io.landline.node.conversation.MessageReader;
import io.landline.node.event.EventBus;
import io.landline.node.event.PeerNames;
import io.landline.node.handin.BoxEvents;
import io.landline.node.port.FailureCode;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.Delivered;
import io.landline.node.port.NodeEvent.Failure;
import io.landline.node.port.NodeEvent.LimitReached;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PauseEnded;
import io.landline.node.port.NodeEvent.Read;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.NodeEvent.WritesDirectly;
import io.landline.node.port.WarningCode;
import io.landline.node.room.ConversationLabels;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Turns what happens in conversations into events. On the conversations' queue.
public final class ChatEvents implements ConversationListener {
    private final EventBus events;
    private final OwnEntryFeed own;
    private final PeerNames names;
    private final ConversationLabels labels;
    private final MessageReader messages;
    private final ActEvents acts;
    private final BoxEvents boxes;
    /// What is no part of any conversation that this user sees.
    private final Predicate<Entry> hidden;
    private final InstantSource clock;

    public ChatEvents(EventBus events, OwnEntryFeed own, PeerNames names, ConversationLabels labels,
            MessageReader messages,
            ActEvents acts,
            BoxEvents boxes, Predicate<Entry> hidden, InstantSource clock) {
        this.events = events;
        this.own = own;
        this.names = names;
        this.labels = labels;
        this.messages = messages;
        this.acts = acts;
        this.boxes = boxes;
        this.hidden = hidden;
        this.clock = clock;
    }

    /// Our own entries are history, not news, but for those who ask for them.
    @Override
    public void stored(Entry entry, EntrySource source) {
        if (source == EntrySource.OWN && !own.isWatched() || hidden.test(entry)) return;
        if (source == EntrySource.OWN) {
            NodeEvent event = ownEvent(entry);
            if (event != null) own.tell(event, clock.instant());
        } else {
            NodeEvent event = event(entry);
            if (event != null) events.publish(event);
        }
    }

    private @Nullable NodeEvent ownEvent(Entry entry) {
        if (entry.kind().equals(EntryKind.HAND_IN_RECEIPT)) return null; // this node wrote it, and no person
        return PerformedAct.of(entry) == null ? event(entry) : acts.ofOwnAct(entry);
    }

    private @Nullable NodeEvent event(Entry entry) {
        if (acts.isToldAlready(entry)) return null;
        if (entry.kind().equals(EntryKind.POLL)) return acts.ofPoll(entry);
        if (entry.kind().equals(EntryKind.COLLECT)) return boxes.ofBox(entry);
        if (entry.kind().equals(EntryKind.HAND_IN_RECEIPT)) {
            return acts.isHandInReceiptTold(entry) ? boxes.ofReceipt(entry) : null;
        }
        if (!entry.kind().equals(EntryKind.TEXT)) return acts.ofAct(entry);
        Message message = messages.message(entry, clock.instant());
        return message == null || message.words().deleted() ? null : message;
    }

    @Override
    public void delivered(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {
        events.publish(new Delivered(labels.label(conversation), peer, log.author(), log.logHex(), upTo));
    }

    @Override
    public void read(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {
        events.publish(new Read(labels.label(conversation), peer, log.author(), log.logHex(), upTo));
    }

    @Override
    public void limitReached(Fingerprint person, ConversationId conversation, Limit limit) {
        String who = names.withDigits(person);
        String what = switch (limit) {
            case DAY -> who
                    + " has reached the limit of what Landline keeps of such a person in a day. The rest is"
                    + " fetched tomorrow; verify the person, write to them directly or accept a file of theirs, and"
                    + " more is fetched today.";
            case UNKNOWN_KINDS -> who
                    + " has sent a lot today that this version of Landline cannot show. No more of it is fetched"
                    + " today.";
            case LOGS -> who + " has begun more than " + CostRules.LOGS_AN_AUTHOR_MAX + " histories in "
                    + labels.label(conversation) + ". No more of them are fetched.";
            case ROOM_LOGS -> labels.label(conversation) + " is full: " + who
                    + " and other unknown people have begun too many histories. "
                    + "Members you meet still find a place.";
            case DIRECT_WRITERS -> who + " writes to you directly, and " + CostRules.UNKNOWN_WRITERS_MAX
                    + " people that you do not know did so before. Nothing of it is taken until you write to the"
                    + " person, verify them or accept a file of theirs.";
            case WRITER_GAVE_WAY -> "What " + who + " wrote to you directly gave its place to others, since "
                    + CostRules.UNKNOWN_WRITERS_MAX + " people that you do not know wrote to you. It comes again with"
                    + " the person; write to them, verify them or accept a file of theirs, and it stays.";
            case ADMISSIONS -> who + " vouches for more than " + CostRules.ADMISSIONS_A_SIGNER_MAX + " people in "
                    + labels.label(conversation) + ". No more of them are believed.";
        };
        events.publish(new LimitReached(person, names.name(person), labels.label(conversation), limit,
                what + " If you block the person, nothing more of theirs is fetched."));
    }

    @Override
    public void pauseEnded(Pause pause) {
        events.publish(new PauseEnded(pause.person(), labels.label(pause.conversation())));
    }

    @Override
    public void directHeldBack(Fingerprint peer) {
        events.publish(new WritesDirectly(peer, names.name(peer), names.withDigits(peer)
                + " shares only an open room with you and writes to you directly. It is shown once you write to the"
                + " person, compare the safety number, or accept a file of theirs."));
    }

    @Override
    public void forked(LogKey log) {
        events.publish(new Warning(WarningCode.FORKED, names.withDigits(log.author())
                + " has signed two different messages with one number: the profile was copied, or the person cheats."
                + " Their messages are kept up to there; nothing more of that log is taken."));
    }

    @Override
    public void storeFailed(String message) {
        events.publish(new Failure(FailureCode.STORAGE, message));
    }
}
