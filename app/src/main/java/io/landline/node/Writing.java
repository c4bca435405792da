package io.landline.node;

import io.landline.chat.ConversationId;
import io.landline.chat.Conversations;
import io.landline.chat.Entry;
import io.landline.chat.EntryStoreException;
import io.landline.chat.EntryText;
import io.landline.filetransfer.OfferConversation;
import io.landline.filetransfer.Transfers;
import io.landline.node.CommandException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes texts and offers into the conversation that a person means. Any thread; waits for the disk.
final class Writing {
    private final Archive archive;
    private final Conversations conversations;
    private final Transfers transfers;
    private final ChatWiring chat;

    Writing(Archive archive, Conversations conversations, Transfers transfers, ChatWiring chat) {
        this.archive = archive;
        this.conversations = conversations;
        this.transfers = transfers;
        this.chat = chat;
    }

    /// On the disk when this returns.
    Node.Said say(String to, String text) throws CommandException {
        if (text.isEmpty()) throw new CommandException(Code.MALFORMED, "There is no text in this message. Nothing was sent.");
        if (!EntryText.fits(text)) {
            throw new CommandException(Code.TOO_LONG, "A message has at most " + EntryText.MAX_BYTES / 1024
                    + " KiB of whole characters; this one has not. Nothing was sent: send it as a file, or in parts.");
        }
        ConversationId conversation = archive.conversation(to);
        try {
            Entry entry = conversations.say(conversation, new EntryText(text));
            return new Node.Said(chat.label(conversation), entry.log().logHex(), entry.header().number());
        } catch (EntryStoreException e) {
            throw new CommandException(Code.STORAGE, e.getMessage() + " The message was not kept and not sent.");
        }
    }

    /// Offers files; the answer is the offer's id in hex. Reads their sizes, not their content.
    String send(String to, List<Path> paths) throws CommandException {
        if (paths.isEmpty()) throw new CommandException(Code.NO_FILE, "No file was named. Nothing was offered.");
        for (Path path : paths) {
            if (!Files.exists(path)) throw new CommandException(Code.NO_FILE, "There is no file " + path + ". Nothing was offered.");
        }
        ConversationId conversation = archive.conversation(to);
        try {
            return transfers.offer(OfferConversation.of(conversation.bytes()), paths).hex();
        } catch (IOException e) {
            throw new CommandException(Code.NO_FILE, String.valueOf(e.getMessage()));
        }
    }

    /// A person has seen all that is here of a conversation.
    void read(ConversationId conversation) throws CommandException {
        try {
            conversations.read(conversation);
        } catch (EntryStoreException e) {
            throw new CommandException(Code.STORAGE, String.valueOf(e.getMessage()));
        }
        chat.changed(conversation);
    }
}
