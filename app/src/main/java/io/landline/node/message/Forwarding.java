package io.landline.node.message;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.view.EntryView;
import io.landline.filetransfer.FilesToSend;
import io.landline.node.conversation.ConversationWriter;
import io.landline.node.file.CompleteOffers;
import io.landline.node.port.Chats.StoredText;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Reason;
import io.landline.node.room.ConversationLabels;
import io.landline.room.EntryId;
import io.landline.storage.chat.TimelineViews;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes what a message says into another conversation. Any thread; waits for the disk.
public final class Forwarding {
    private final ConversationWriter writer;
    private final CompleteOffers files;
    private final TimelineViews views;
    private final ConversationLabels labels;

    public Forwarding(ConversationWriter writer, CompleteOffers files, TimelineViews views, ConversationLabels labels) {
        this.views = views;
        this.labels = labels;
        this.writer = writer;
        this.files = files;
    }

    /// @param from who wrote it, as a line; null for nothing
    StoredText forward(EntryId id, EntryView.Content content, String to, @Nullable String from)
            throws CommandException {
        return switch (content) {
            case EntryView.Message said -> forward(said.text(), to, from);
            case EntryView.Asked asked -> {
                if (from != null) writer.say(to, from);
                yield writer.write(to, EntryKind.POLL, asked.poll().toBody());
            }
            case EntryView.Offered _ -> {
                FilesToSend held = files.again(id);
                if (held.items().isEmpty()) {
                    throw new CommandException(Code.NO_FILE, Reason.FILES_GONE,
                            "This computer does not have all of these files, or not any more. Nothing was offered.");
                }
                if (from != null) writer.say(to, from);
                yield offered(writer.send(to, held).offer());
            }
            case EntryView.Collecting _ -> throw new CommandException(Code.NOT_POSSIBLE, Reason.BOX_STAYS,
                    "A hand-in box stays in its room. Nothing was sent.");
            case EntryView.Deleted _ -> throw new CommandException(Code.NOT_POSSIBLE, Reason.DELETED_ALREADY,
                    "This message is deleted. Nothing was sent.");
        };
    }

    private StoredText offered(String offer) {
        EntryId id = EntryId.of(HexFormat.of().parseHex(offer));
        Entry entry = Objects.requireNonNull(views.withId(id), "it was just written").entry();
        return new StoredText(labels.label(entry.header().conversation()), id, entry.log().logHex(),
                entry.header().number());
    }

    /// Where both do not fit one message, the line goes before the text as one of its own.
    private StoredText forward(String text, String to, @Nullable String from) throws CommandException {
        writer.check(text);
        String both = from == null ? text : from + "\n" + text;
        if (EntryText.fits(both)) return writer.say(to, both);
        if (from != null) writer.say(to, from);
        return writer.say(to, text);
    }
}
