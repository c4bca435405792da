package io.landline.ui.lab;

import atlantafx.base.theme.Styles;
import io.landline.labprograms.Program;
import io.landline.language.Texts;
import io.landline.ui.control.Columns;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.CopyButton;
import io.landline.ui.control.Paragraph;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.card.CardPane;
import io.landline.ui.lab.card.CardViewModel;
import io.landline.ui.lab.diagram.LadderPane;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.page.PageContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// One system: what it shows, its cards, and what passes between them: beside the cards where there is room, else below
/// them. JavaFX thread.
final class BenchPane extends VBox {
    /// A card narrower than this holds no address.
    private static final double CARD_MIN_EM = 20;
    private static final int CARDS_BESIDE = 4;

    private final BenchViewModel bench;
    private final CardFormatter formatter;
    private final Texts texts;
    private final Columns columns = new Columns(CARD_MIN_EM, 1, CARDS_BESIDE).steady();
    private final Map<CardViewModel, CardPane> panes = new HashMap<>();
    private final ControlLine adding = new ControlLine();
    private final WirePane wire;
    private final InvalidationListener changed = _ -> showCards();
    private Subscription filter = Subscription.EMPTY;

    BenchPane(PageContext context, BenchViewModel bench, Texts texts, SaveDialog choice) {
        this.bench = bench;
        this.texts = texts;
        formatter = new CardFormatter(context, texts);
        wire = new WirePane(context, bench, formatter, texts, choice);
        String key = bench.system().key();
        var title = Paragraph.styled(texts.get("system." + key + ".name"), Styles.TITLE_3);
        title.setId("lab-title");
        adding.getStyleClass().add("lab-line");
        for (Program each : bench.system().programs()) adding.getChildren().add(adder(each));
        getStyleClass().add("lab-bench");
        var cards = new VBox(columns);
        cards.getStyleClass().add("lab-cards");
        if (adding.getChildren().size() > 1) cards.getChildren().add(adding);
        var work = new CardsAndWire(cards, wire);
        VBox.setVgrow(work, Priority.ALWAYS);
        getChildren().addAll(title, Paragraph.plain(texts.get("system." + key + ".meaning")), filter(), work);
        bench.cards().addListener(changed);
        showCards();
    }

    private Button adder(Program program) {
        String kind = texts.get("program." + program.key());
        var add = new Button(texts.format("card.add", kind), new Icon(Feather.PLUS));
        add.setId("add-" + program.key());
        add.setMnemonicParsing(false);
        add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        add.setOnAction(_ -> bench.add(program));
        return add;
    }

    /// What to type into Wireshark; handshakes and ends of connections show there alone.
    private Node filter() {
        if (!bench.system().onNetwork()) return LadderPane.wrapped(texts.get("wireshark.none"), "lab-plain");
        var clear = new WrappingLabel(texts.get("clear-text"));
        clear.setGraphic(new Icon(Feather.UNLOCK));
        clear.getStyleClass().add("lab-clear-text");
        var both = new VBox(clear, wireshark());
        both.getStyleClass().add("lab-notes");
        return both;
    }

    private Node wireshark() {
        var label = new WrappingLabel("");
        filter = bench.wireshark().subscribe(now -> label.setText(texts.format("wireshark", now)));
        label.getStyleClass().add(Styles.TEXT_MUTED);
        var copy = new CopyButton(texts.get("wireshark.copy"), texts.get("copied"), bench.wireshark()::get);
        copy.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        copy.setMinWidth(USE_PREF_SIZE);
        var line = new ControlLine(label, copy);
        line.getStyleClass().add("lab-wireshark");
        line.setMinHeight(USE_PREF_SIZE); // a filter of three lines keeps them where all else gives way
        return line;
    }

    private void showCards() {
        var shown = new ArrayList<CardPane>();
        for (CardViewModel each : bench.cards()) {
            shown.add(panes.computeIfAbsent(each, card -> new CardPane(bench, card, formatter, texts)));
        }
        for (CardViewModel gone : List.copyOf(panes.keySet())) {
            if (bench.cards().contains(gone)) continue;
            CardPane pane = panes.remove(gone);
            if (pane != null) pane.close();
        }
        columns.show(shown);
        adding.setDisable(!bench.mayAdd());
    }

    boolean shows(BenchViewModel other) {
        return bench == other;
    }

    void close() {
        bench.cards().removeListener(changed);
        filter.unsubscribe();
        panes.values().forEach(CardPane::close);
        wire.close();
    }
}
