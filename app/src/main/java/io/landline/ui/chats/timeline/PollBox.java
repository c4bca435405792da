package io.landline.ui.chats.timeline;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.TimelineItem.Option;
import io.landline.node.port.TimelineItem.PollItem;
import io.landline.room.EntryId;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.TextButton;
import io.landline.ui.focus.SameFocus;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.text.PeerText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A poll: its question, its options to choose from, and how it stands. JavaFX thread.
final class PollBox extends VBox {
    private final Texts texts;
    private final MessageActions actions;
    private final String conversation;
    /// The poll that the user is asked about: shall it really end? Null for none.
    private @Nullable EntryId asking;
    private @Nullable EntryId shown;

    /// @param conversation the conversation that the polls are in
    PollBox(Texts texts, MessageActions actions, String conversation) {
        this.texts = texts;
        this.conversation = conversation;
        this.actions = actions;
        getStyleClass().add("chats-poll");
    }

    void show(PollItem poll) {
        var parts = new ArrayList<Node>();
        var question = new WrappingLabel(PeerText.block(poll.question()));
        question.getStyleClass().add("chats-poll-question");
        parts.add(question);
        for (int i = 0; i < poll.options().size(); i++) parts.add(option(poll, i));
        parts.add(new WrappingLabel(state(poll)));
        Node buttons = buttons(poll);
        if (buttons != null) parts.add(buttons);
        if (poll.id().equals(shown)) {
            SameFocus.fill(this, parts);
        } else {
            getChildren().setAll(parts);
        }
        shown = poll.id();
    }

    /// Whether it is told who chose what.
    static boolean showsVoters(PollItem poll) {
        return poll.voters() > 0 && (poll.closed() || !poll.hidden());
    }

    /// To close it is asked in place: it cannot be taken back. What changes nothing stands where one has just pressed.
    private @Nullable Node buttons(PollItem poll) {
        boolean isClosable = poll.own() && !poll.closed();
        if (!isClosable && !showsVoters(poll)) return null;
        var line = new ControlLine();
        line.setPrefWrapLength(1); // as narrow as its widest button
        line.getStyleClass().add("chats-poll-closing");
        if (isClosable && poll.id().equals(asking)) {
            line.getChildren()
                    .addAll(button("poll-close-no", "poll.close.no", () -> ask(null, poll)),
                            button("poll-close-sure", "poll.close.sure", () -> actions.closePoll(poll)));
            return line;
        }
        if (showsVoters(poll)) {
            line.getChildren().add(button("poll-who", "poll.who", () -> actions.tell(conversation, poll)));
        }
        if (isClosable) line.getChildren().add(button("poll-close", "poll.close", () -> ask(poll.id(), poll)));
        return line;
    }

    private void ask(@Nullable EntryId now, PollItem poll) {
        asking = now;
        show(poll);
        if (lookup(now == null ? "#poll-close" : "#poll-close-no") instanceof TextButton next) next.requestFocus();
    }

    private TextButton button(String id, String words, Runnable action) {
        var button = new TextButton(id, texts.get(words), action);
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        return button;
    }

    private Node option(PollItem poll, int number) {
        Option asked = poll.options().get(number);
        String words = PeerText.excerpt(asked.text());
        String counted = texts.format("poll.option", words, asked.people());
        boolean isMine = poll.mine().contains(number);
        if (poll.closed()) { // a box that cannot be ticked would hardly be readable
            return new WrappingLabel(isMine ? texts.facts(List.of(counted, texts.get("poll.mine"))) : counted);
        }
        var beside = new WrappingLabel(poll.hidden() ? words : counted);
        ButtonBase box = box(poll.many(), isMine);
        box.setId("poll-option-" + number);
        box.setAccessibleText(beside.getAccessibleText());
        box.setMinWidth(USE_PREF_SIZE);
        box.setOnAction(_ -> actions.vote(poll, number));
        beside.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) box.fire();
        });
        HBox.setHgrow(beside, Priority.ALWAYS);
        var option = new HBox(box, beside);
        option.getStyleClass().add("chats-poll-option");
        return option;
    }

    /// Round where one answer can be chosen. It is in no group, so that pressing it again takes the vote back.
    private static ButtonBase box(boolean many, boolean chosen) {
        if (many) {
            var box = new CheckBox();
            box.setSelected(chosen);
            return box;
        }
        var box = new RadioButton();
        box.setSelected(chosen);
        return box;
    }

    private String state(PollItem poll) {
        String stands = poll.closed() ? "poll.closed" : poll.hidden() ? "poll.hidden" : "poll.open";
        return texts.format(stands, poll.voters());
    }
}
