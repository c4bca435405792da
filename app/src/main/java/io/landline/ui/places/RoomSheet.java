package io.landline.ui.places;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.ui.control.InputField;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.look.Icon;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.RoomViewModel.Shown;
import io.landline.ui.places.sheet.ChoicesLine;
import io.landline.ui.places.sheet.FilesPart;
import io.landline.ui.places.sheet.KeepPart;
import io.landline.ui.places.sheet.LeaveQuestion;
import io.landline.ui.places.sheet.NamePart;
import io.landline.ui.places.sheet.RoomLeaving;
import io.landline.ui.places.shelf.ShelvesPart;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetHead;
import io.landline.ui.sheet.SheetScroll;
import io.landline.ui.sheet.Unfilled;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.TimeFormatter;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A room, over the page: how others get in, who is a member, its newest files, what the user chose for it, the
/// user's own name for it, and the way to leave it. JavaFX thread.
public final class RoomSheet implements Sheet {
    private final PageContext context;
    private final Texts texts;
    private final RoomViewModel model;
    private final RoomLeaving leaving;
    private final SheetHead head;
    private final Button leave;
    private final Label state = Paragraph.muted("");
    private final Button correct;
    private final ChoicesLine choices;
    private final NamePart name;
    private final WordsPart words;
    private final InvitePart invite;
    private final MembersPart members;
    private final FilesPart files;
    private final ShelvesPart shelves;
    private final KeepPart keep;
    private final VBox column;
    private final SheetScroll scroll;
    private final Unfilled unfilled;

    /// @param key of the room's conversation
    /// @param close is run when the person at the screen is done with it
    /// @param left is run when the room was left, or is there again
    public RoomSheet(PageContext context, String key, Runnable close, Runnable left) {
        this.context = context;
        texts = context.texts(RoomSheet.class);
        model = new RoomViewModel(context, key, close);
        leaving = new RoomLeaving(context, () -> {
            close.run();
            left.run();
        });
        leave = new TextButton("leave", texts.get("leave.ask-do"), this::askToLeave);
        leave.setGraphic(new Icon(Feather.LOG_OUT));
        head = new SheetHead("room-name", leave, texts.get("close"), close);
        state.setId("room-state");
        correct = new TextButton("correct-words", texts.get("room.correct"),
                () -> context.navigation().correctWords(key));
        correct.getStyleClass().add(Styles.FLAT);
        choices = new ChoicesLine(context);
        name = new NamePart(context, texts);
        words = new WordsPart(context, texts);
        invite = new InvitePart(texts, model);
        members = new MembersPart(texts, new TimeFormatter(context.language(), ZoneId.systemDefault()),
                context.navigation());
        files = new FilesPart(context, texts);
        shelves = new ShelvesPart(context);
        keep = new KeepPart(context);
        column = new VBox(head, state, correct, choices, invite, members, words, files, shelves, keep, name);
        scroll = new SheetScroll(column, close, invite::focus);
        scroll.setVisible(false);
        scroll.getStylesheets().add(InputField.styleSheet());
        unfilled = new Unfilled(texts.get("unfilled.again"), model::loadAgain, texts.get("close"), close);
        model.shown().subscribe(this::show);
        model.problem().subscribe(problem -> tell(key, problem));
    }

    /// What was shown once stays: it is read again with the next change.
    private void tell(String key, String problem) {
        if (problem.isEmpty() || model.shown().get() != null) return;
        unfilled.show(PeerText.line(key), texts.format("unfilled", problem));
        scroll.unfilled(unfilled);
    }

    private void askToLeave() {
        Shown now = model.shown().get();
        if (now == null) return;
        Conversation room = now.conversation();
        new LeaveQuestion(context, room, () -> leaving.leave(room)).showAt(leave);
    }

    private void show(@Nullable Shown now) {
        if (now == null) return;
        scroll.setVisible(true);
        String own = now.room().ownName();
        head.show(PeerText.line(own == null ? now.room().label() : own));
        name.show(now.room());
        words.show(now);
        placeWords(!now.words().offers().isEmpty());
        state.setText(state(now.room()));
        Visibility.show(correct, now.room().doubtful()); // words that were made here are right
        choices.show(now.conversation());
        invite.show(now.room());
        members.show(now.members());
        files.show(now.files());
        shelves.show(now.room());
        keep.show(now.conversation().key());
        scroll.filled();
    }

    /// What somebody has to decide stands above the rest. Nothing moves while the user types there.
    private void placeWords(boolean first) {
        if (words.isTyped()) return;
        int place = column.getChildren().indexOf(first ? invite : files);
        int now = column.getChildren().indexOf(words);
        if (now == place - 1) return;
        column.getChildren().remove(words);
        column.getChildren().add(column.getChildren().indexOf(first ? invite : files), words);
    }

    private String state(OwnRoom room) {
        if (room.open()) return texts.get("room.open");
        String confirmed = texts.get(room.confirmed() ? "room.confirmed" : "room.unconfirmed");
        return room.weak() ? texts.format("room.weak", confirmed) : confirmed;
    }

    @Override
    public SheetScroll view() {
        return scroll;
    }

    @Override
    public void close() {
        shelves.close();
        model.close();
    }
}
