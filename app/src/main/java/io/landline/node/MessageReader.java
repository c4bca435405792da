package io.landline.node;

import io.landline.chat.Entry;
import io.landline.chat.EntryText;
import io.landline.json.MalformedJsonException;
import io.landline.node.port.NodeEvent.Message;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads text entries as messages, with present names. Any thread; reads the database.
final class MessageReader {
    private static final System.Logger LOG = System.getLogger(MessageReader.class.getName());

    private final Fingerprint self;
    private final PeerNames names;
    private final ConversationLabels labels;

    MessageReader(Fingerprint self, PeerNames names, ConversationLabels labels) {
        this.self = self;
        this.names = names;
        this.labels = labels;
    }

    /// The event of a text entry; null where its author wrote something that is no text.
    @Nullable
    Message message(Entry entry, Instant received) {
        byte[] body = entry.body();
        if (body == null) return null;
        try {
            String text = EntryText.ofBody(body).value();
            String name = entry.author().equals(self) ? "" : names.name(entry.author());
            return new Message(received, labels.label(entry.header().conversation()), entry.author(), name,
                    entry.log().logHex(), entry.header().number(), text, entry.written());
        } catch (MalformedJsonException e) {
            LOG.log(System.Logger.Level.INFO, "{0} is marked as a text but is not one: {1}", entry, e.getMessage());
            return null;
        }
    }
}
