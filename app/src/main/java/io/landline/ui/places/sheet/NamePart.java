package io.landline.ui.places.sheet;

import io.landline.language.Texts;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.peer.RoomName;
import io.landline.ui.control.BesideOrBelow;
import io.landline.ui.control.FieldNote;
import io.landline.ui.control.NoteLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.label.FieldPrompt;
import io.landline.ui.label.TypedEmoji;
import io.landline.ui.label.WrappingButton;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.SheetPart;
import io.landline.ui.text.PeerText;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The user's own name for a room, and its real name. JavaFX thread.
public final class NamePart extends SheetPart {
    /// In less, the button leaves the name only a few letters.
    private static final double RENAME_BESIDE_MIN_EM = 16;

    private final Texts texts;
    private final ConversationCommands commands;
    private final Label real = Paragraph.muted("");
    private final TextField own = new TextField();
    private final Button rename;
    private final ReadOnlyObjectWrapper<FieldNote> note = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private @Nullable OwnRoom room;

    public NamePart(PageContext context, Texts texts) {
        super("name-heading", texts.get("name"));
        this.texts = texts;
        commands = new ConversationCommands(context);
        real.setId("real-name");
        own.setId("own-name");
        own.setAccessibleText(texts.get("name.own"));
        own.setOnAction(_ -> rename());
        rename = new WrappingButton("rename-room", texts.get("name.do"), this::rename);
        own.textProperty().subscribe(this::typed);
        HBox.setHgrow(own, Priority.ALWAYS);
        var typing = new HBox(own, new TypedEmoji(own));
        typing.getStyleClass().add("place-name");
        var line = new BesideOrBelow(typing, rename, RENAME_BESIDE_MIN_EM, own.fontProperty());
        line.getStyleClass().add("place-name-line");
        var tooLong = new NoteLine(note, own);
        tooLong.setId("name-note");
        getChildren().addAll(line, tooLong, real);
    }

    /// What was typed and is not taken yet stays.
    public void show(OwnRoom now) {
        OwnRoom before = room;
        boolean isSame = before != null && before.key().equals(now.key());
        boolean isTouched = isSame && !own.getText().equals(name(before));
        room = now;
        real.setText(texts.format("name.real", PeerText.line(now.label())));
        FieldPrompt.put(own, PeerText.line(now.name()));
        if (!isTouched && !own.getText().equals(name(now))) own.setText(name(now));
        typed();
    }

    private static String name(@Nullable OwnRoom of) {
        return of == null || of.ownName() == null ? "" : of.ownName();
    }

    private void typed() {
        OwnRoom now = room;
        boolean fits = own.getText().isBlank() || RoomName.fits(own.getText().strip());
        note.set(fits ? FieldNote.NOTHING : FieldNote.bad(texts.get("name.long")));
        rename.setDisable(now == null || isNow(now) || !fits);
    }

    private boolean isNow(OwnRoom now) {
        return own.getText().strip().equals(name(now));
    }

    private void rename() {
        OwnRoom now = room;
        if (now == null || rename.isDisabled()) return;
        String name = own.getText().strip();
        own.setText(name);
        commands.setOwnName(now.key(), name.isEmpty() ? null : name);
    }
}
