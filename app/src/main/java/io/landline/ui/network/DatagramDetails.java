package io.landline.ui.network;

import atlantafx.base.theme.Styles;
import io.landline.capture.HexDump;
import io.landline.ui.look.Icon;
import io.landline.ui.look.Sentence;
import io.landline.ui.look.WrappingText;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import io.landline.ui.welcome.CopyButton;
import io.landline.ui.welcome.Prose;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One datagram, opened: what it is, its fields, its bytes. JavaFX thread.
final class DatagramDetails extends VBox {
    private final Texts texts;
    private final DatagramWords words;
    private final Label title = DatagramCell.part("network-details-title");
    private final Sentence meaning = new Sentence("");
    private final Sentence facts = new Sentence("");
    private final Sentence problem = new Sentence("");
    private final WrappingText fields = new WrappingText("");
    private final Label bytes = DatagramCell.part("network-bytes");
    private final VBox fieldsBox;
    private String fieldsText = "";

    /// @param close takes this away
    DatagramDetails(Texts texts, DatagramWords words, Runnable close) {
        this.texts = texts;
        this.words = words;
        setId("datagram-details");
        getStyleClass().add("network-details");
        title.setMinWidth(0);
        var away = new Button("", new Icon(Feather.X));
        away.setId("datagram-details-close");
        away.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        away.setAccessibleText(texts.get("details.close"));
        away.setTooltip(new Tooltip(texts.get("details.close")));
        away.setMinWidth(Region.USE_PREF_SIZE);
        away.setOnAction(_ -> close.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, space, away);
        head.getStyleClass().add("network-details-head");

        meaning.getStyleClass().add(Styles.TEXT_MUTED);
        problem.getStyleClass().add(Styles.DANGER);
        problem.managedProperty().bind(problem.visibleProperty());
        fields.getStyleClass().add("network-fields");
        fields.setMinWidth(0);
        bytes.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        fieldsBox = part(texts.get("details.fields"), copy("copy-fields", texts.get("details.copy-fields"), true), fields);
        VBox bytesBox = part(texts.get("details.bytes"), copy("copy-bytes", texts.get("details.copy-bytes"), false), bytes);
        var parts = new FlowPane(fieldsBox, bytesBox);
        parts.getStyleClass().add("network-parts");
        var all = new VBox(meaning, facts, problem, parts);
        all.getStyleClass().add("network-details-all");
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll(Styles.INTERACTIVE, "network-details-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        widthProperty().subscribe(_ -> fitFields(scroll));
        bytes.widthProperty().subscribe(_ -> fitFields(scroll));
        scroll.viewportBoundsProperty().subscribe(_ -> fitFields(scroll));
    }

    private CopyButton copy(String id, String name, boolean ofFields) {
        var copy = new CopyButton(name, texts.get("copied"), () -> ofFields ? fieldsText : bytes.getText());
        copy.setId(id);
        copy.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        return copy;
    }

    private static VBox part(String name, Button copy, Node content) {
        var heading = new HBox(Prose.styled(name, Styles.TEXT_BOLD), copy);
        heading.getStyleClass().add("network-part-head");
        var box = new VBox(heading, content);
        box.getStyleClass().add("network-part");
        return box;
    }

    /// Beside the bytes where there is room for both, else above them over the whole width.
    private void fitFields(ScrollPane scroll) {
        double em = title.getFont().getSize();
        double inner = scroll.getViewportBounds().getWidth() - 2 * em;
        double beside = inner - bytes.prefWidth(-1) - em;
        fieldsBox.setPrefWidth(Math.max(em, beside >= FIELDS_BESIDE_MIN * em ? beside : inner));
    }

    /// In `em`: narrower, a fingerprint takes more than four lines.
    private static final double FIELDS_BESIDE_MIN = 16;

    void show(DatagramRow row) {
        var datagram = row.datagram();
        DatagramKind kind = DatagramKind.of(datagram.kind());
        boolean in = words.isIn(row);
        title.setText(texts.format("details.title", kind.word(), words.who(row)));
        meaning.setText(words.meaning(kind));
        String where = words.interfaceName(datagram.interfaceName());
        String first = in
                ? texts.format("details.in", words.exactTime(datagram.at()), words.end(row), where, row.bytes())
                : texts.format("details.out", words.exactTime(datagram.at()), words.end(row), where, row.bytes());
        String way = datagram.way() == null ? "" : " " + texts.format("details.way", words.way(datagram.way()));
        String speaks = datagram.peer() == null ? "" : " " + texts.format("details.peer", datagram.peer().brief());
        facts.setText(first + way + speaks);
        problem.setText(datagram.problem().isEmpty() ? "" : texts.format("details.problem", PeerText.line(datagram.problem())));
        problem.setVisible(!datagram.problem().isEmpty());
        fieldsText = BodyText.of(datagram.body());
        fields.setText(fieldsText.isEmpty() ? texts.get("details.no-fields") : PeerText.block(fieldsText));
        bytes.setText(HexDump.of(datagram.bytes()).stripTrailing());
    }
}
