package io.landline.ui.chats.timeline;

import io.landline.language.LeftToRight;
import io.landline.language.Texts;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.MessageActs;
import io.landline.node.port.TimelineItem;
import io.landline.room.EntryId;
import io.landline.ui.acts.ForwardSheet;
import io.landline.ui.acts.MessageSheet;
import io.landline.ui.acts.SavedViewModel;
import io.landline.ui.chats.message.ItemText;
import io.landline.ui.fx.InTurn;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.TimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// What a person does with the messages of a timeline, but for writing. What fails is said in a notice. JavaFX thread.
public final class MessageActions {
    /// The six that a menu offers.
    public static final List<String> QUICK = List.of("\ud83d\udc4d", "\u2764\ufe0f", "\ud83d\ude02", "\ud83d\ude2e",
            "\ud83d\ude22", "\ud83d\ude4f");

    private final PageContext context;
    private final Texts texts;
    private final TimeFormatter times;
    private final SavedViewModel saved;
    /// What is done first is written first.
    private final InTurn doing;
    /// Votes that are being written: what is shown is older.
    private final Map<EntryId, List<Integer>> votes = new HashMap<>();

    public MessageActions(PageContext context, TimeFormatter times, SavedViewModel saved) {
        this.context = context;
        this.times = times;
        this.saved = saved;
        texts = context.texts(MessageActions.class);
        doing = new InTurn(context.background());
    }

    private interface Step {
        void run(MessageActs acts) throws CommandException;
    }

    private void run(Step step) {
        run(step, () -> {});
    }

    /// @param over is run when it is written, or cannot be
    private void run(Step step, Runnable over) {
        doing.run(() -> {
            step.run(context.node().chats().acts());
            return "";
        }, _ -> over.run(), why -> {
            over.run();
            failed(why);
        });
    }

    /// Reacts, or takes the reaction back where this user has it already.
    void react(TimelineItem item, String emoji) {
        boolean isOn = item.head().reactions().stream().anyMatch(each -> each.emoji().equals(emoji) && each.own());
        run(acts -> acts.react(item.id(), emoji, !isOn));
    }

    void pin(TimelineItem item) {
        run(acts -> acts.pin(item.id(), !item.head().pinned()));
    }

    /// What the user saved.
    SavedViewModel saved() {
        return saved;
    }

    /// Whether this user may delete it.
    static boolean isDeletable(TimelineItem item) {
        return item.own() && (item instanceof TimelineItem.Text || item instanceof TimelineItem.PollItem);
    }

    /// Deletes them all; one that is gone already is as it is wanted, and one that stays keeps no other.
    void delete(List<TimelineItem> items) {
        run(acts -> {
            CommandException first = null;
            for (TimelineItem each : items) {
                try {
                    acts.delete(each.id());
                } catch (CommandException e) {
                    if (first == null && e.code() != Code.NO_MESSAGE) first = e;
                }
            }
            if (first != null) throw first;
        });
    }

    /// Opens the sheet to forward these messages.
    ///
    /// @param sent is run once all are on their way
    void forward(List<TimelineItem> items, Runnable sent) {
        List<TimelineItem> going = items.stream().filter(SelectedMessages::isSelectable).toList();
        if (!going.isEmpty()) context.navigation().sheet(close -> new ForwardSheet(context, going, sent, close));
    }

    /// Puts them on the clipboard, each with its time and its author.
    void copy(List<TimelineItem> items) {
        context.background().run(() -> context.node().preferences().chosen().name(), name -> {
            var words = new ItemText(texts);
            var all = new StringJoiner("\n");
            for (TimelineItem each : items) {
                all.add(texts.plain("selection.line", times.whole(each.written()),
                        each.own() ? name : each.name(), copied(each, words)));
            }
            MessageMenu.copy(all.toString());
        }, this::failed);
    }

    /// A message as it was stored; what we say of anything else has no marks of direction.
    private static String copied(TimelineItem item, ItemText words) {
        String said = words.of(item);
        return item instanceof TimelineItem.Text ? said : LeftToRight.unmarked(said);
    }

    private void failed(Exception why) {
        context.notices().problem(ErrorMessages.sentence(context.language(), why));
    }

    void delete(TimelineItem item) {
        run(acts -> acts.delete(item.id()));
    }

    /// Chooses an option, or takes that back. Where one alone may be chosen, the one before goes.
    void vote(TimelineItem.PollItem poll, int option) {
        List<Integer> writing = votes.get(poll.id());
        Collection<Integer> mine = writing != null ? writing : poll.mine();
        var choices = new ArrayList<Integer>();
        if (poll.many()) choices.addAll(mine);
        if (mine.contains(option)) {
            choices.remove((Integer) option);
        } else {
            choices.add(option);
        }
        List<Integer> vote = choices.stream().sorted().toList();
        votes.put(poll.id(), vote);
        run(acts -> acts.vote(poll.id(), vote), () -> votes.computeIfPresent(poll.id(),
                (_, newest) -> newest == vote ? null : newest));
    }

    /// Shows what became of it.
    void tell(String conversation, TimelineItem item) {
        context.navigation().sheet(close -> new MessageSheet(context, conversation, item, close));
    }

    void closePoll(TimelineItem poll) {
        run(acts -> acts.close(poll.id()));
    }
}
