package io.landline.ui.chats;

import io.landline.node.port.Chats;
import io.landline.node.port.Chats.Item;
import io.landline.node.port.CommandException;
import io.landline.node.port.MessageActs;
import io.landline.ui.acts.MessageSheet;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import java.util.ArrayList;
import java.util.List;

/// What a person does with the messages of a timeline, but for writing. What fails is said in a notice. JavaFX thread.
final class MessageActions {
    /// The six that a menu offers.
    static final List<String> QUICK = List.of("\ud83d\udc4d", "\u2764\ufe0f", "\ud83d\ude02", "\ud83d\ude2e",
            "\ud83d\ude22", "\ud83d\ude4f");

    private final PageContext context;

    MessageActions(PageContext context) { this.context = context; }

    private interface Step {
        void run(MessageActs acts) throws CommandException;
    }

    private void run(Step step) {
        context.background().run(() -> {
            step.run(context.node().chats().acts());
            return "";
        }, _ -> {}, why -> context.notices().problem(ErrorMessages.sentence(context.language(), why)));
    }

    /// Reacts, or takes the reaction back where this user has it already.
    void react(Item item, String emoji) {
        boolean isOn = item.head().reactions().stream().anyMatch(each -> each.emoji().equals(emoji) && each.own());
        run(acts -> acts.react(item.id(), emoji, !isOn));
    }

    void pin(Item item) {
        run(acts -> acts.pin(item.id(), !item.head().pinned()));
    }

    void delete(Item item) {
        run(acts -> acts.delete(item.id()));
    }

    /// Chooses an option, or takes that back. Where one alone may be chosen, the one before goes.
    void vote(Chats.Question poll, int option) {
        var choices = new ArrayList<Integer>();
        if (poll.many()) choices.addAll(poll.mine());
        if (poll.mine().contains(option)) {
            choices.remove((Integer) option);
        } else {
            choices.add(option);
        }
        run(acts -> acts.vote(poll.id(), choices.stream().sorted().toList()));
    }

    /// Shows what became of it.
    void tell(String conversation, Item item) {
        context.navigation().sheet(close -> new MessageSheet(context, conversation, item, close));
    }

    void closePoll(Item poll) {
        run(acts -> acts.close(poll.id()));
    }
}
