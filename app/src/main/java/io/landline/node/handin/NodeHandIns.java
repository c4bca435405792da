package io.landline.node.handin;

import io.landline.chat.EntryKind;
import io.landline.chat.EntryStoreException;
import io.landline.chat.EntryText;
import io.landline.chat.act.HandInBox;
import io.landline.chat.sync.Conversations;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.core.Transfers;
import io.landline.handshake.BlockedPeers;
import io.landline.node.conversation.ConversationWriter;
import io.landline.node.conversation.DatabaseAccess;
import io.landline.node.event.PeerNames;
import io.landline.node.handin.HandInBook.Received;
import io.landline.node.handin.rule.BoxField;
import io.landline.node.handin.rule.BoxLimits;
import io.landline.node.handin.rule.HandInRules;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Contacts;
import io.landline.node.port.HandIns;
import io.landline.node.port.Reason;
import io.landline.node.room.ConversationResolver;
import io.landline.node.room.ConversationResolver.Addressee;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.Room;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.transfers.TransferHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Hand-in boxes for a window and a command line: makes them, hands in, and says who has; [HandInReceiver] takes what
/// comes in. Keeps nothing. Any thread; waits for the disk.
public final class NodeHandIns implements HandIns {
    private static final String NOTHING_DONE = " Nothing was done.";
    private static final String NOTHING_HANDED_IN = " Nothing was handed in.";
    private static final double BYTES_A_KILOBYTE = 1_000;
    private static final double BYTES_A_MEGABYTE = 1_000_000;
    private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /// How a box, or a sentence about one, is written into a conversation.
    public record Writing(Conversations conversations, ConversationResolver resolver, ConversationWriter writer,
            InstantSource clock) {}

    /// What this node knows of people, rooms, entries and transfers.
    public record Known(Contacts contacts, BlockedPeers blocked, OwnRooms rooms, TimelineViews views,
            Transfers transfers, TransferHistory history) {}

    private final Fingerprint self;
    private final HandInBook book;
    private final HandInRegister register;
    private final Writing writing;
    private final Known known;

    public NodeHandIns(Fingerprint self, HandInBook book, PeerNames names, Writing writing, Known known) {
        this.self = self;
        this.book = book;
        register = new HandInRegister(self, book, names, new HandInRegister.Sources(known.views(), known.rooms(),
                this::members, () -> known.transfers().open().stream().map(TransferView::offer).toList(),
                known.history()::doneDirect));
        this.writing = writing;
        this.known = known;
    }

    private List<HandInRegister.Member> members(Room room) {
        String label = known.rooms().label(room);
        return known.contacts()
                .contacts()
                .stream()
                .filter(each -> each.rooms().contains(label) && !each.blocked())
                .map(each -> new HandInRegister.Member(each.peer(), each.name(), each.here()))
                .toList();
    }

    @Override
    public Chats.StoredText make(String to, HandInBox box) throws CommandException {
        Addressee addressee = writing.resolver().find(to);
        if (!(addressee instanceof Addressee.InRoom(var room)) || room.open()) {
            throw notPossible(Reason.BOX_NEEDS_KEY,
                    "A hand-in box needs a room with a key."
                            + " A person has none, and in an open room anybody may be anybody.");
        }
        if (!box.until().isAfter(writing.clock().instant())) {
            throw notPossible(Reason.BOX_END_PASSED, "The end of this box has passed already.");
        }
        if (!BoxLimits.areNamesOfFiles(box.pattern())) {
            throw new CommandException(Code.MALFORMED,
                    "The name of a file has no slash, so this box would take no file. Nothing was sent.");
        }
        return writing.writer().write(to, EntryKind.COLLECT, box.toBody());
    }

    @Override
    public List<Box> boxes() throws CommandException {
        return register.boxes();
    }

    @Override
    public EntryId find(String id) throws CommandException {
        return register.find(id);
    }

    @Override
    public Box box(EntryId id) throws CommandException {
        return register.box(id);
    }

    @Override
    public List<Person> people(EntryId id) throws CommandException {
        return register.people(id);
    }

    @Override
    public String table(EntryId id) throws CommandException {
        return register.table(id);
    }

    @Override
    public Chats.Sent handIn(EntryId id, FilesToSend what) throws CommandException {
        HandInBook.Box box = register.find(id);
        if (box.author().equals(self)) throw refused(null, "This box is yours: others hand in to you.");
        if (known.blocked().contains(box.author())) {
            throw refused(Reason.BOX_COLLECTOR_BLOCKED, "You have blocked the collector of this box.");
        }
        if (!box.shown().isOpen()) throw refused(Reason.BOX_CLOSED, "This box is closed.");
        check(box, what);
        return writing.writer()
                .send(writing.conversations().direct(box.author()), what,
                        body -> BoxField.with(body, box.entry().reference()));
    }

    /// Refuses at once what the collector's node would refuse. That node decides in the end.
    private void check(HandInBook.Box box, FilesToSend what) throws CommandException {
        HandInBox wanted = box.shown().box();
        var rules = new HandInRules(wanted);
        long bytes = 0;
        for (Path path : what.items()) {
            Path name = path.getFileName();
            if (Files.isDirectory(path)) {
                if (rules.takesFolders()) continue;
                throw refused(Reason.BOX_NAMES, "This box takes " + wanted.pattern() + ", and no folders.");
            }
            if (name == null || !rules.takesName(name.toString())) {
                throw refused(Reason.BOX_NAMES,
                        "This box takes " + wanted.pattern() + ", and " + name + " is not that.");
            }
            bytes += size(path);
        }
        for (Received each : DatabaseAccess.of(() -> book.receipts(box))) bytes += each.receipt().bytes();
        if (bytes > wanted.maxBytes()) {
            throw refused(Reason.BOX_TOO_LARGE,
                    "This box takes at most " + amount(wanted.maxBytes()) + " of each. With what you have handed in"
                            + " before, this is " + amount(bytes - wanted.maxBytes()) + " too much.");
        }
    }

    /// In a unit in which it is not nothing.
    static String amount(long bytes) {
        if (bytes < BYTES_A_KILOBYTE) return bytes + " B";
        if (bytes < BYTES_A_MEGABYTE) return String.format(Locale.ROOT, "%.1f kB", bytes / BYTES_A_KILOBYTE);
        return String.format(Locale.ROOT, "%.1f MB", bytes / BYTES_A_MEGABYTE);
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0; // why it cannot be read is said by who reads it
        }
    }

    @Override
    public int remind(EntryId id, @Nullable String text) throws CommandException {
        HandInBook.Box box = register.mustBeOwn(id);
        if (!box.shown().isOpen()) throw notPossible(Reason.BOX_CLOSED, "This box is closed.");
        HandInBox wanted = box.shown().box();
        String words = text != null ? text : reminder(wanted, writing.clock().instant());
        writing.writer().check(words);
        int reminded = 0;
        for (Person each : people(id)) {
            if (each.state() != State.MISSING) continue;
            say(each.peer(), words);
            reminded++;
        }
        return reminded;
    }

    static String reminder(HandInBox wanted, Instant now) {
        String end = wanted.until().isAfter(now)
                ? " by " + END.format(wanted.until().atZone(ZoneId.systemDefault())) + "."
                : ". Its time is over.";
        return "Please hand in “" + wanted.title() + "”" + end + " Nothing of yours has arrived yet.";
    }

    private void say(Fingerprint peer, String words) throws CommandException {
        ConversationId conversation = writing.conversations().direct(peer);
        try {
            writing.conversations().append(conversation, EntryKind.TEXT, new EntryText(words).toBody());
        } catch (EntryStoreException e) {
            throw new CommandException(Code.STORAGE, e.getMessage() + " Some may have been reminded.");
        }
    }

    private static CommandException refused(@Nullable Reason reason, String why) {
        return new CommandException(Code.NOT_POSSIBLE, reason, why + NOTHING_HANDED_IN);
    }

    private static CommandException notPossible(@Nullable Reason reason, String why) {
        return new CommandException(Code.NOT_POSSIBLE, reason, why + NOTHING_DONE);
    }
}
