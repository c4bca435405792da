package io.landline.ui.chats;

import io.landline.node.port.Chats.Option;
import io.landline.node.port.Chats.Question;
import io.landline.ui.look.WrappingLabel;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A poll: its question, its options to choose from, and how it stands. JavaFX thread.
final class PollBox extends VBox {
    private final Texts texts;
    private final MessageActions actions;

    PollBox(Texts texts, MessageActions actions) {
        this.texts = texts;
        this.actions = actions;
        getStyleClass().add("chats-poll");
    }

    void show(Question poll) {
        var parts = new ArrayList<Node>();
        var question = new WrappingLabel(PeerText.block(poll.question()));
        question.getStyleClass().add("chats-poll-question");
        parts.add(question);
        for (int i = 0; i < poll.options().size(); i++) parts.add(option(poll, i));
        parts.add(new WrappingLabel(state(poll)));
        getChildren().setAll(parts);
    }

    private Node option(Question poll, int number) {
        Option asked = poll.options().get(number);
        String words = PeerText.line(asked.text());
        String counted = texts.format("poll.option", words, asked.people());
        if (poll.closed()) return new WrappingLabel(counted); // a box that cannot be ticked would hardly be readable
        var beside = new WrappingLabel(poll.hidden() ? words : counted);
        var box = new CheckBox();
        box.setAccessibleText(beside.getAccessibleText());
        box.setMinWidth(USE_PREF_SIZE);
        box.setSelected(poll.mine().contains(number));
        box.setOnAction(_ -> actions.vote(poll, number));
        beside.setOnMouseClicked(_ -> box.fire());
        HBox.setHgrow(beside, Priority.ALWAYS);
        var option = new HBox(box, beside);
        option.getStyleClass().add("chats-poll-option");
        return option;
    }

    private String state(Question poll) {
        if (poll.closed()) return texts.get("poll.closed");
        return texts.format(poll.hidden() ? "poll.hidden" : "poll.open", poll.voters());
    }
}
