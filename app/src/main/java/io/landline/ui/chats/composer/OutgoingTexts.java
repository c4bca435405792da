package io.landline.ui.chats.composer;

import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.MessageActs;
import io.landline.peer.Fingerprint;
import io.landline.ui.fx.InTurn;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands messages, answers and changes to the node, and says where that fails. What is sent first stands first: an
/// answer, which looks for what it answers, takes longer than others. JavaFX thread.
final class OutgoingTexts {
    /// The notice that something could not be sent.
    private static final Object UNSENT = new Object();

    /// @param about what it answers or changes; null for a new message
    record Outgoing(String to, String said, Set<Fingerprint> called, @Nullable ComposerTopic about) {}

    private final PageContext context;
    private final Consumer<String> sent;
    private final Consumer<Outgoing> unsent;
    private final InTurn sending;

    /// @param sent gets the conversation
    /// @param unsent gets what could not be sent. Where the message that it is about is gone, it is a new one.
    OutgoingTexts(PageContext context, Consumer<String> sent, Consumer<Outgoing> unsent) {
        this.context = context;
        this.sent = sent;
        this.unsent = unsent;
        sending = new InTurn(context.background());
    }

    void send(Outgoing text) {
        sending.run(() -> {
            write(text);
            return text.to();
        }, to -> {
            context.notices().over(UNSENT);
            sent.accept(to);
        }, why -> {
            boolean isGone = why instanceof CommandException refused && refused.code() == Code.NO_MESSAGE;
            unsent.accept(isGone ? new Outgoing(text.to(), text.said(), text.called(), null) : text);
            context.notices().problem(UNSENT, ErrorMessages.sentence(context.language(), why));
        });
    }

    private void write(Outgoing text) throws CommandException {
        MessageActs acts = context.node().chats().acts();
        switch (text.about()) {
            case ComposerTopic.Reply reply -> acts.say(text.to(),
                    new MessageActs.Message(text.said(), reply.id(), text.called()));
            case ComposerTopic.Edit edit -> acts.edit(edit.id(), text.said(), text.called());
            case null -> acts.say(text.to(), new MessageActs.Message(text.said(), null, text.called()));
        }
    }
}
