package io.landline.ui.places;

import atlantafx.base.theme.Styles;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.ui.control.InputField;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.RoomViewModel.Shown;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A room, over the page: how others get in, who is a member, its newest files, what the user chose for it, and the way
/// to leave it. JavaFX thread.
public final class RoomSheet implements Page {
    private final PageContext context;
    private final Texts texts;
    private final RoomViewModel model;
    private final Leaving leaving;
    private final SheetHead head;
    private final Button leave;
    private final Label state = Paragraph.muted("");
    private final Button correct;
    private final ChoicesLine choices;
    private final InvitePart invite;
    private final MembersPart members;
    private final FilesPart files;
    private final KeepPart keep;
    private final SheetScroll scroll;

    /// @param key of the room's conversation
    /// @param close is run when the person at the screen is done with it
    /// @param left is run when the room was left
    public RoomSheet(PageContext context, String key, Runnable close, Runnable left) {
        this.context = context;
        texts = context.texts(RoomSheet.class);
        model = new RoomViewModel(context, key, close);
        leaving = new Leaving(context, left);
        leave = new TextButton("leave", texts.get("leave.ask-do"), this::askToLeave);
        leave.setGraphic(new Icon(Feather.LOG_OUT));
        head = new SheetHead("room-name", leave, texts.get("close"), close);
        state.setId("room-state");
        correct = new TextButton("correct-words", texts.get("room.correct"),
                () -> context.navigation().correctWords(key));
        correct.getStyleClass().add(Styles.FLAT);
        choices = new ChoicesLine(context);
        invite = new InvitePart(texts, model);
        members = new MembersPart(texts, context.navigation());
        files = new FilesPart(context, texts);
        keep = new KeepPart(context);
        var column = new VBox(head, state, correct, choices, invite, members, files, keep);
        scroll = new SheetScroll(column, close, invite::focus);
        scroll.getStylesheets().add(InputField.styleSheet());
        model.shown().subscribe(this::show);
    }

    private void askToLeave() {
        Shown now = model.shown().get();
        if (now == null) return;
        Conversation room = now.conversation();
        new LeaveQuestion(context, room, () -> leaving.leave(room)).showAt(leave);
    }

    private void show(@Nullable Shown now) {
        scroll.setVisible(now != null);
        if (now == null) return;
        head.show(PeerText.line(now.room().label()));
        state.setText(state(now.room()));
        SheetPart.shown(correct, !now.room().open() && !now.room().confirmed());
        choices.show(now.conversation());
        invite.show(now.room());
        members.show(now.members());
        files.show(now.files());
        keep.show(now.conversation().key());
        scroll.filled();
    }

    private String state(OwnRoom room) {
        if (room.open()) return texts.get("room.open");
        String confirmed = texts.get(room.confirmed() ? "room.confirmed" : "room.unconfirmed");
        return room.weak() ? texts.format("room.weak", confirmed) : confirmed;
    }

    @Override
    public Parent view() {
        return scroll;
    }

    @Override
    public void shown() {
        scroll.shown();
    }

    @Override
    public void close() {
        model.close();
    }
}
