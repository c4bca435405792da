package io.landline.node.conversation;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStoreException;
import io.landline.chat.EntryText;
import io.landline.chat.RetiredRoomException;
import io.landline.chat.TimelinePosition;
import io.landline.chat.sync.Conversations;
import io.landline.filetransfer.DeadLink;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.core.Transfers;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.room.ConversationResolver;
import io.landline.node.room.ConversationResolver.Addressee;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.regex.PatternSyntaxException;

/// Writes texts and offers into the conversation that a person means. Any thread; waits for the disk.
public final class ConversationWriter {
    private final ConversationResolver resolver;
    private final OwnRooms rooms;
    private final Conversations conversations;
    private final Transfers transfers;
    private final ChatChanges changes;

    public ConversationWriter(ConversationResolver resolver, OwnRooms rooms, Conversations conversations,
            Transfers transfers,
            ChatChanges changes) {
        this.resolver = resolver;
        this.rooms = rooms;
        this.conversations = conversations;
        this.transfers = transfers;
        this.changes = changes;
    }

    /// On the disk when this returns.
    public Chats.StoredText say(String to, String text) throws CommandException {
        check(text);
        return write(to, EntryKind.TEXT, new EntryText(text).toBody());
    }

    /// Refuses what is no message.
    public void check(String text) throws CommandException {
        if (EntryText.isBlank(text)) {
            throw new CommandException(Code.MALFORMED, "There is no text in this message. Nothing was sent.");
        }
        if (!EntryText.fits(text)) {
            throw new CommandException(Code.TOO_LONG, "This message is longer than " + EntryText.MAX_BYTES / 1024
                    + " KiB, or contains a broken character. Nothing was sent: send it as a file, or in parts.");
        }
    }

    /// Writes what is shown in a conversation. On the disk when this returns. Where the room gets new words meanwhile,
    /// it is said in the room with those.
    public Chats.StoredText write(String to, EntryKind kind, byte[] body) throws CommandException {
        Addressee addressee = resolver.find(to);
        try {
            return said(addressee, conversations.append(conversation(addressee), kind, body));
        } catch (RetiredRoomException e) {
            return write(to, kind, body);
        } catch (EntryStoreException e) {
            throw notWritten(e);
        }
    }

    /// Like [#write], and does not wait for the disk. What that refused is a [CommandException].
    public CompletableFuture<Chats.StoredText> writeSoon(String to, EntryKind kind, byte[] body)
            throws CommandException {
        Addressee addressee = resolver.find(to);
        return conversations.appendSoon(conversation(addressee), kind, body)
                .thenApply(entry -> said(addressee, entry))
                .exceptionallyCompose(failure -> switch (failure.getCause()) {
                    case RetiredRoomException _ -> writtenAnew(to, kind, body);
                    case EntryStoreException e -> CompletableFuture.failedFuture(notWritten(e));
                    case null, default -> CompletableFuture.failedFuture(failure);
                });
    }

    private CompletableFuture<Chats.StoredText> writtenAnew(String to, EntryKind kind, byte[] body) {
        try {
            return writeSoon(to, kind, body);
        } catch (CommandException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Chats.StoredText said(Addressee to, Entry entry) {
        return new Chats.StoredText(label(to), entry.id(), entry.log().logHex(), entry.header().number());
    }

    private static CommandException notWritten(EntryStoreException e) {
        return new CommandException(Code.STORAGE, e.getMessage() + " The message was not kept and not sent.");
    }

    /// Offers files and folders. Reads their sizes, not their content.
    public Chats.Sent send(String to, FilesToSend what) throws CommandException {
        check(what);
        return offer(conversation(resolver.find(to)), what, UnaryOperator.identity());
    }

    /// The same into a conversation that is known, and the entry says more.
    ///
    /// @param entry makes the entry's body of the offer's
    public Chats.Sent send(ConversationId conversation, FilesToSend what, UnaryOperator<byte[]> entry)
            throws CommandException {
        check(what);
        return offer(conversation, what, entry);
    }

    private static void check(FilesToSend what) throws CommandException {
        if (what.items().isEmpty()) throw new CommandException(Code.NO_FILE, "No file was named. Nothing was offered.");
        for (Path path : what.items()) check(path);
    }

    private Chats.Sent offer(ConversationId conversation, FilesToSend what, UnaryOperator<byte[]> entry)
            throws CommandException {
        try {
            Transfers.Offered offered = transfers.offer(conversation, what, entry);
            return new Chats.Sent(offered.id().hex(), offered.leftOut());
        } catch (TransferStoreException | EntryStoreException e) {
            throw notKept(e);
        } catch (IOException e) {
            if (e.getCause() instanceof EntryStoreException) throw notKept(e);
            if (e.getCause() instanceof RetiredRoomException) {
                throw new CommandException(Code.NOT_POSSIBLE, e.getMessage() + " Nothing was offered.");
            }
            boolean isPattern = e.getCause() instanceof PatternSyntaxException;
            throw new CommandException(isPattern ? Code.MALFORMED : Code.NO_FILE,
                    e.getMessage() + " Nothing was offered.");
        }
    }

    /// The conversation with this receiver, remembered from now on.
    private ConversationId conversation(Addressee to) {
        return switch (to) {
            case Addressee.InRoom(Room room) -> ConversationId.of(room.id());
            case Addressee.Direct(Fingerprint peer) -> conversations.direct(peer);
        };
    }

    private String label(Addressee to) {
        return switch (to) {
            case Addressee.InRoom(Room room) -> rooms.conversation(room);
            case Addressee.Direct(Fingerprint peer) -> peer.hex();
        };
    }

    private static CommandException notKept(Exception e) {
        return new CommandException(Code.STORAGE, e.getMessage() + " The offer was not kept and not sent.");
    }

    private static void check(Path path) throws CommandException {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            if (!found.isDirectory() && !found.isRegularFile()) {
                throw refused(path, path + " is no plain file but a device, a pipe or a socket.");
            }
            if (!Files.isReadable(path)) throw new AccessDeniedException(path.toString());
        } catch (IOException e) {
            throw refused(path, e);
        }
    }

    /// Why a file cannot be had, in a sentence.
    static CommandException refused(Path path, IOException e) {
        return refused(path, sentence(path, e));
    }

    public static String sentence(Path path, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> missing(path);
            case AccessDeniedException _ -> path + " may not be read: permission denied.";
            case FileSystemException failed when failed.getReason() != null -> path + " cannot be read: "
                    + failed.getReason() + ".";
            default -> path + " cannot be read: " + e.getMessage() + ".";
        };
    }

    private static String missing(Path path) {
        DeadLink dead = DeadLink.at(path);
        return dead == null
                ? "There is no file " + path + "."
                : dead.link() + " is a link to " + dead.target() + ", and nothing is there.";
    }

    private static CommandException refused(Path path, String sentence) {
        return CommandException.ofFile(path, sentence + " Nothing was offered.");
    }

    /// A person has seen everything of a conversation that is here.
    public void read(ConversationId conversation) throws CommandException {
        read(conversation, () -> conversations.read(conversation));
    }

    /// A person has seen what is here up to this place.
    ///
    /// @param unseen as in [Conversations#read(ConversationId, TimelinePosition, List)]
    public void read(ConversationId conversation, TimelinePosition place, List<TimelinePosition> unseen)
            throws CommandException {
        read(conversation, () -> conversations.read(conversation, place, unseen));
    }

    private void read(ConversationId conversation, Runnable read) throws CommandException {
        DatabaseAccess.run(read::run);
        changes.changed(conversation);
    }
}
