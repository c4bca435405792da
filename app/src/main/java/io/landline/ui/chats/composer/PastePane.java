package io.landline.ui.chats.composer;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.chats.composer.PasteViewModel.Pasted;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.control.BesideOrBelow;
import io.landline.ui.control.TextButton;
import io.landline.ui.look.Icon;
import io.landline.ui.text.AmountFormatter;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Above the composer: what was pasted or chosen, to be offered or taken out, with its first pictures in small. JavaFX
/// thread.
public final class PastePane extends VBox {
    /// More rows in sight would leave too little of the conversation: the list scrolls.
    static final int ROWS_MAX = 4;

    /// In `em`: in less, the buttons leave the name of a file a few letters.
    private static final double WIDE_MIN_EM = 18;
    /// Of the window, in `em`: in less, pictures would leave the messages no room.
    private static final double HIGH_MIN_EM = 27;
    /// The same for a row of the list: in less, it would push what one writes out of the window.
    private static final double LISTED_MIN_EM = 18;

    private final Texts texts;
    private final PasteViewModel model;
    private final AmountFormatter amounts;
    private final Label what = new Label();
    private final Label size = new Label();
    private final PasteList list;
    private final Button offer;
    private final Button discard;
    private final PastedPictures pictures;
    private final Subscription subscription;

    /// @param done is run when it is decided: the keyboard goes back
    public PastePane(ChatsContext context, PasteViewModel model, Runnable done) {
        this.model = model;
        texts = context.texts();
        amounts = new AmountFormatter(context.page().language());
        pictures = new PastedPictures(context.transfers().previews());
        list = new PasteList(texts, this::sizeOf, model::remove);
        setId("paste");
        getStyleClass().add("chats-paste");
        what.setId("paste-what");
        what.setMnemonicParsing(false);
        what.setMinWidth(0);
        size.setId("paste-size");
        size.setMinWidth(Region.USE_PREF_SIZE);
        size.getStyleClass().add(Styles.TEXT_MUTED);
        offer = button("paste-offer", texts.get("paste.offer"), () -> {
            model.offer();
            done.run();
        });
        offer.getStyleClass().add(Styles.ACCENT);
        discard = button("paste-discard", texts.get("paste.discard"), () -> {
            model.discard();
            done.run();
        });
        var answers = new HBox(offer, discard);
        answers.getStyleClass().add("chats-paste-line");
        var waiting = new HBox(what, size);
        waiting.getStyleClass().add("chats-paste-line");
        waiting.setMinWidth(0);
        var line = new BesideOrBelow(waiting, answers, WIDE_MIN_EM, what.fontProperty());
        line.getStyleClass().add("chats-paste-line");
        getChildren().addAll(pictures, line, list);
        managedProperty().bind(visibleProperty());
        what.fontProperty().subscribe(font -> list.letters(font.getSize()));
        what.fontProperty().subscribe(this::arrange);
        sceneProperty().flatMap(Scene::heightProperty).subscribe(_ -> arrange()); // the value is read each time
        subscription = Subscription.combine(model.pasted().subscribe(this::show),
                model.sizes().subscribe(_ -> showSizes()),
                model.added().subscribe((_, _) -> askToOffer()));
    }

    /// In a low window the pictures give their room to the messages, and in a very low one so does the list.
    private void arrange() {
        if (getScene() == null || getScene().getHeight() <= 0) return;
        double ems = getScene().getHeight() / what.getFont().getSize();
        boolean isLow = ems < HIGH_MIN_EM;
        list.rowsShown(ems < LISTED_MIN_EM ? 0 : isLow ? 1 : ROWS_MAX);
        if (isLow != getChildren().contains(pictures)) return;
        if (isLow) {
            getChildren().remove(pictures);
        } else {
            getChildren().addFirst(pictures);
        }
    }

    private static Button button(String id, String words, Runnable action) {
        var button = new TextButton(id, words, action);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    private void show(List<Pasted> all) {
        boolean listed = list.isFocused();
        setVisible(!all.isEmpty());
        pictures.show(all);
        list.show(all);
        discard.setText(texts.get(all.size() > 1 ? "paste.discard.all" : "paste.discard"));
        if (all.isEmpty()) {
            what.setText("");
        } else {
            Pasted first = all.getFirst();
            what.setGraphic(new Icon(all.size() > 1 ? Feather.PAPERCLIP : PasteList.sign(first)));
            what.setText(all.size() > 1
                    ? texts.format("paste.items", all.size())
                    : first.name(texts));
        }
        size.setText(sizeOf(all));
        if (listed && all.size() == 1) askToOffer(); // the list is gone
    }

    private void showSizes() {
        size.setText(sizeOf(model.pasted().get()));
        list.showSizes();
    }

    /// Empty where it is not known.
    private String sizeOf(List<Pasted> of) {
        long bytes = model.bytes(of);
        return bytes < 0 ? "" : amounts.bytes(bytes);
    }

    /// Enter offers it.
    private void askToOffer() {
        if (getScene() != null) offer.requestFocus();
    }

    public boolean asksToOffer(ButtonBase button) {
        return button == offer;
    }

    public void close() {
        subscription.unsubscribe();
        pictures.show(List.of());
    }
}
