package io.landline.ui.chats.message;

import atlantafx.base.theme.Styles;
import io.landline.filetransfer.FilesToSend;
import io.landline.language.Texts;
import io.landline.node.port.CommandException;
import io.landline.node.port.Reason;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.ui.acts.BoxTerm;
import io.landline.ui.acts.HandInSheet;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.FileDrop;
import io.landline.ui.control.TextButton;
import io.landline.ui.focus.SameFocus;
import io.landline.ui.label.WrappingButton;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.text.AmountFormatter;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// A hand-in box: what is collected, until when, and how much. A member hands in by a button, or by dropping files on
/// it; the collector sees who has. JavaFX thread.
public final class HandInCard extends VBox {
    /// What a refusal is about, until something else is handed in.
    private record Attempt(EntryId box) {}

    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");

    private final Texts texts;
    private final ChatsContext context;
    private final AmountFormatter amounts;
    private final BoxTerm term;
    private final BooleanSupplier isMember;
    private final Predicate<Fingerprint> isBlocked;
    private @Nullable BoxItem item;
    private String stateShown = "";
    private boolean wasMember;
    private boolean wasBlocked;

    /// @param isMember whether the user is in the room; after a change [#look] is to be called
    /// @param isBlocked whether the user blocked this person; likewise
    public HandInCard(ChatsContext context, BooleanSupplier isMember, Predicate<Fingerprint> isBlocked) {
        this.context = context;
        this.isMember = isMember;
        this.isBlocked = isBlocked;
        texts = context.texts();
        amounts = new AmountFormatter(context.page().language());
        term = new BoxTerm(context.page(), context.clock());
        getStyleClass().addAll("chats-poll", "chats-box");
        var drop = new FileDrop(this::mayHandIn, this::handIn);
        drop.attach(this);
        drop.above().subscribe(above -> pseudoClassStateChanged(ABOVE, above));
        context.page().time().whileShown(this, this::look);
    }

    /// Its end may have come, the user left the room or is back, or the collector was blocked or is no longer.
    public void look() {
        if (item == null) return;
        boolean isOther = wasMember != isMember.getAsBoolean() || wasBlocked != isBlocked.test(item.author());
        if (isOther || !state(item).equals(stateShown)) show(item);
    }

    private boolean mayHandIn() {
        return item != null && takes(item) && !isBlocked.test(item.author());
    }

    /// Whether the user could hand in, but for having blocked who collects.
    private boolean takes(BoxItem box) {
        return box.isOpen() && !box.own() && isMember.getAsBoolean();
    }

    public void show(BoxItem now) {
        boolean isSame = item != null && item.id().equals(now.id());
        item = now;
        var parts = new ArrayList<Node>();
        parts.add(new WrappingLabel(texts.get("box.kind")));
        var title = new WrappingLabel(PeerText.block(now.what().title()));
        title.getStyleClass().add("chats-poll-question");
        parts.add(title);
        stateShown = state(now);
        wasMember = isMember.getAsBoolean();
        wasBlocked = isBlocked.test(now.author());
        parts.add(new WrappingLabel(stateShown));
        if (now.isOpen()) {
            if (!now.what().pattern().isEmpty()) {
                parts.add(new WrappingLabel(texts.format("box.pattern", PeerText.line(now.what().pattern()))));
            }
            parts.add(new WrappingLabel(texts.format("box.limit", amounts.bytes(now.what().maxBytes()))));
        }
        if (wasBlocked && takes(now)) {
            parts.add(new WrappingLabel(texts.format("box.blocked", PeerText.person(now.name()))));
        }
        parts.add(wasMember ? buttons(now) : new WrappingLabel(texts.get("box.left")));
        if (isSame) {
            SameFocus.fill(this, parts);
        } else {
            getChildren().setAll(parts);
        }
    }

    private String state(BoxItem now) {
        return term.of(now.what().until(), now.isOpen());
    }

    private ControlLine buttons(BoxItem now) {
        var line = new ControlLine();
        line.setPrefWrapLength(1); // as narrow as its widest button
        line.getStyleClass().add("chats-poll-closing");
        if (mayHandIn()) {
            var handIn = new TextButton("box-hand-in", texts.get("box.hand-in"), this::choose);
            handIn.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
            line.getChildren().add(handIn);
        }
        line.getChildren()
                .add(more(now.own() ? "box.people" : "box.mine", () -> context.page()
                        .navigation()
                        .sheet(close -> new HandInSheet(context.page(), context.clock(), now.id(), close))));
        return line;
    }

    private WrappingButton more(String words, Runnable action) {
        var button = new WrappingButton("box-more", texts.get(words), action);
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        return button;
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("box.hand-in"));
        List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (chosen != null) handIn(chosen.stream().map(File::toPath).toList());
    }

    void handIn(List<Path> paths) {
        BoxItem box = item;
        if (box == null || !mayHandIn()) return;
        var subject = new Attempt(box.id());
        context.page().notices().over(subject); // it was about files that are not handed in now
        context.page().background().run(() -> {
            context.page().node().transfers().handIns().handIn(box.id(), FilesToSend.of(paths));
            return box;
        }, _ -> context.page().notices().done(texts.get("box.handed")),
                why -> context.page().notices().problem(subject, refusal(box, why)));
    }

    /// The card knows which names are wanted, so it says them.
    private String refusal(BoxItem box, Exception why) {
        return why instanceof CommandException refused && refused.reason() == Reason.BOX_NAMES
                ? texts.format("box.wrong", PeerText.line(box.what().pattern()))
                : ErrorMessages.sentence(context.page().language(), why);
    }
}
