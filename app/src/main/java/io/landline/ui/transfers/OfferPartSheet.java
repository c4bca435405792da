package io.landline.ui.transfers;

import atlantafx.base.theme.Styles;
import io.landline.filetransfer.Choice;
import io.landline.language.Texts;
import io.landline.node.port.FileTransfers.Part;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetHead;
import io.landline.ui.sheet.SheetScroll;
import io.landline.ui.text.AmountFormatter;
import io.landline.ui.text.PeerText;
import io.landline.ui.transfers.PartViewModel.Stage;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Over the page: what somebody offers as a tree, of which a person takes some. JavaFX thread.
final class OfferPartSheet implements Sheet {
    private static final String STYLES = Objects.requireNonNull(OfferPartSheet.class.getResource("transfers.css"))
            .toExternalForm();
    private static final int NAME_CHARACTERS_MAX = 32;

    private final PartViewModel model;
    private final Texts texts;
    private final AmountFormatter amounts;
    private final PartTree tree;
    private final WrappingLabel said = new WrappingLabel("");
    private final WrappingLabel counted = new WrappingLabel("");
    private final Button take;
    private final Button again;
    private final ControlLine choosing;
    private final SheetScroll scroll;
    private final Subscription subscriptions;

    /// @param close is run when the person is done with it
    OfferPartSheet(PageContext context, PartViewModel model, Runnable close) {
        this.model = model;
        texts = context.texts(OfferPartSheet.class);
        amounts = new AmountFormatter(context.language());
        var head = new SheetHead("part-title", texts.get("view.close"), close);
        head.show(texts.get("part.title"));
        tree = new PartTree(model, texts, amounts);
        said.setId("part-said");
        counted.setId("part-counted");
        again = new TextButton("part-again", texts.get("part.again"), model::fetch);
        choosing = new ControlLine(flat("part-all", "part.choose-all", true),
                flat("part-none", "part.choose-none", false));
        choosing.getStyleClass().add("transfers-card-buttons");
        take = new TextButton("part-take", texts.get("part.take"), model::accept);
        take.getStyleClass().add(Styles.ACCENT);
        var content = new VBox(head, said, again, choosing, tree, counted, take);
        scroll = new SheetScroll(content, close, tree::requestFocus);
        scroll.setFitToHeight(true); // the tree gives way, so that the button below it is in sight
        scroll.getStylesheets().add(STYLES);
        subscriptions = Subscription.combine(model.stageProperty().subscribe(this::show),
                model.chosenProperty().subscribe(this::show), model.busyProperty().subscribe(_ -> showTake()),
                model.fullProperty().subscribe(_ -> say()));
    }

    private Button flat(String id, String words, boolean taken) {
        var button = new TextButton(id, texts.get(words), () -> tree.chooseAll(taken));
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    private void say() {
        Stage stage = model.stageProperty().get();
        String who = PeerText.person(PeerText.shortened(model.facts().author(), NAME_CHARACTERS_MAX));
        said.setText(switch (stage) {
            case FETCHING -> texts.format("part.fetching", who);
            case HERE -> model.fullProperty().get()
                    ? texts.format("part.most", Choice.PLACES_MAX)
                    : texts.format("part.hint", who);
            case UNREACHED -> texts.format("part.unreached", who);
        });
    }

    private void show(Stage stage) {
        say();
        Visibility.show(again, stage == Stage.UNREACHED);
        for (Node each : new Node[]{choosing, tree, counted, take}) Visibility.show(each, stage == Stage.HERE);
        if (stage == Stage.HERE) {
            tree.fill();
            scroll.filled();
        }
    }

    private void show(Part chosen) {
        Part whole = model.whole();
        counted.setText(isNothing()
                ? texts.get("part.nothing")
                : texts.format("part.counted", chosen.files(), whole.files(), amounts.bytes(chosen.bytes()),
                        amounts.bytes(whole.bytes())));
        showTake();
    }

    /// An offer of folders alone has no file that could be ticked, and is taken.
    private boolean isNothing() {
        return model.chosenProperty().get().files() == 0 && model.whole().files() > 0;
    }

    private void showTake() {
        take.setDisable(isNothing() || model.busyProperty().get());
    }

    @Override
    public SheetScroll view() {
        return scroll;
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
