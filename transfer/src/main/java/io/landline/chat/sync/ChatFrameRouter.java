package io.landline.chat.sync;

import io.landline.chat.Entry;
import io.landline.chat.Fork;
import io.landline.chat.NewWords;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.chat.frame.AdmissionsFrame;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.ReceiptsFrame;
import io.landline.chat.frame.StatusFrame;
import io.landline.chat.frame.TypingFrame;
import io.landline.chat.frame.WantFrame;
import io.landline.chat.pace.WordsPace;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Routes the frames of a peer to the parts of the conversations that work them off, and counts what they cost. What
/// takes long is given as pieces ([FrameWork]). Confined to the conversations' thread.
final class ChatFrameRouter {
    private final ChatContext context;
    private final Admissions admissions;
    private final PeerActivity activity;
    private final Receipts receipts;
    private final Forks forks;
    private final NameCards cards;
    private final InventorySync inventories;
    private final EntryFetcher fetcher;
    private final WordsPace wordsPace = new WordsPace();

    ChatFrameRouter(ChatContext context, Admissions admissions, PeerActivity activity, Receipts receipts, Forks forks,
            NameCards cards, InventorySync inventories, EntryFetcher fetcher) {
        this.context = context;
        this.admissions = admissions;
        this.activity = activity;
        this.receipts = receipts;
        this.forks = forks;
        this.cards = cards;
        this.inventories = inventories;
        this.fetcher = fetcher;
    }

    /// Begins to work off a frame, or several that [EntriesFrame#areOneStream].
    FrameWork received(PeerLink link, List<Frame> frames, Duration uptime) throws MalformedFrameException {
        for (Frame _ : frames) link.count(uptime);
        FrameWork work = frames.size() == 1
                ? work(link, frames.getFirst(), uptime)
                : justWritten(link, frames, uptime);
        return () -> {
            boolean more = work.next();
            receipts.flush(link, uptime);
            return more;
        };
    }

    private FrameWork justWritten(PeerLink link, List<Frame> frames, Duration uptime) throws MalformedFrameException {
        ConversationId conversation = null;
        var runs = new ArrayList<List<Entry>>();
        for (Frame frame : frames) {
            link.countPushed(frame.body().length, uptime);
            EntriesFrame decoded = EntriesFrame.decode(frame.body());
            if (conversation == null) conversation = decoded.conversation();
            runs.addAll(EntryReceiver.runs(decoded));
        }
        Objects.requireNonNull(conversation, "one frame at least");
        activity.stopped(link, conversation);
        return fetcher.justWritten(link, conversation, EntryReceiver.joined(runs), uptime);
    }

    private FrameWork work(PeerLink link, Frame frame, Duration uptime) throws MalformedFrameException {
        return switch (frame.type()) {
            case FrameType.HAVE -> {
                link.countHave(uptime);
                FrameWork noting = inventories.received(link, HaveFrame.decode(frame.body()), uptime);
                yield () -> {
                    boolean more = noting.next();
                    if (!more) fetcher.ask(link, uptime);
                    return more;
                };
            }
            case FrameType.WANT -> inventories.answer(link, WantFrame.decode(frame.body()), uptime);
            case FrameType.ENTRIES -> {
                EntriesFrame entries = EntriesFrame.decode(frame.body());
                if (!EntryFetcher.isAnswer(link, entries)) link.countPushed(frame.body().length, uptime);
                if (entries.request() == EntriesFrame.UNASKED) activity.stopped(link, entries.conversation());
                yield fetcher.received(link, entries, uptime);
            }
            case FrameType.ADMISSIONS -> admissions.received(link, AdmissionsFrame.decode(frame.body()), uptime);
            case FrameType.DELIVERED -> once(
                    () -> receipts.received(link, Receipt.DELIVERED, ReceiptsFrame.decode(frame.body()), uptime));
            case FrameType.READ -> once(
                    () -> receipts.received(link, Receipt.READ, ReceiptsFrame.decode(frame.body()), uptime));
            case FrameType.TYPING -> once(() -> activity.received(link, TypingFrame.decode(frame.body()), uptime));
            case FrameType.STATUS -> once(() -> activity.received(link, StatusFrame.decode(frame.body()), uptime));
            case FrameType.FORK -> once(() -> forks.heard(link, Fork.decode(frame.body())));
            case FrameType.NAME_CARDS -> cards.received(link, frame.body(), uptime);
            case FrameType.NEW_WORDS -> once(() -> newWords(link, frame, uptime));
            case FrameType.WORDS_HELD -> once(() -> wordsHeld(link, NewWords.held(frame.body())));
            default -> throw new MalformedFrameException(
                    "frame type " + FrameType.written(frame.type()) + " is no conversation frame");
        };
    }

    /// Whether they count is found out elsewhere: that takes longer than a step may.
    private void newWords(PeerLink link, Frame frame, Duration uptime) throws MalformedFrameException {
        if (!wordsPace.allows(link.peer, uptime)) return;
        NewWords words = NewWords.read(frame.body());
        if (!words.entry().author().equals(link.peer)) throw new MalformedFrameException("words of somebody else");
        Set<RoomId> joined = Set.copyOf(link.session.joined());
        context.events().add(to -> to.newWords(link.session, joined, words));
    }

    private void wordsHeld(PeerLink link, RoomId next) {
        context.events().add(to -> to.wordsHeld(link.peer, next));
    }

    private interface Piece {
        void run() throws MalformedFrameException;
    }

    private static FrameWork once(Piece all) {
        return () -> {
            all.run();
            return false;
        };
    }
}
