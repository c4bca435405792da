package io.landline.ui.network;

import atlantafx.base.theme.Styles;
import io.landline.capture.HexDump;
import io.landline.language.Texts;
import io.landline.node.port.PacketTap.Way;
import io.landline.presence.ObservedDatagram.Content;
import io.landline.ui.control.CopyButton;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.Paragraph;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.paragraph.WrappingText;
import io.landline.ui.text.PeerText;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One datagram, opened: what it is, its fields, its bytes. JavaFX thread.
final class DatagramDetails extends VBox {
    /// In `em`: narrower, a fingerprint takes more than four lines.
    private static final double FIELDS_MIN = 16;
    /// In `em`: left, right and between.
    private static final double MARGINS = 4;

    private final Texts texts;
    private final DatagramFormatter formatter;
    private final Label title = DatagramCell.part("network-details-title");
    private final TextTooltip whole = new TextTooltip();
    private final WrappingLabel meaning = new WrappingLabel("");
    private final WrappingLabel facts = new WrappingLabel("");
    private final WrappingLabel problem = new WrappingLabel("");
    private final WrappingText fields = new WrappingText("");
    private final Label bytes = DatagramCell.part("network-bytes");
    private final GridPane parts = new GridPane();
    private final VBox fieldsBox;
    private final VBox bytesBox;
    private String fieldsText = "";

    /// @param close takes this away
    DatagramDetails(Texts texts, DatagramFormatter formatter, Runnable close) {
        this.texts = texts;
        this.formatter = formatter;
        setId("datagram-details");
        getStyleClass().add("network-details");
        title.setMinWidth(0);
        title.setTooltip(whole);
        var away = new IconButton("datagram-details-close", Feather.X, texts.get("details.close"));
        away.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
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
        fields.letters().getStyleClass().add("network-letters");
        var bytesScroll = new ScrollPane(bytes);
        bytesScroll.setId("datagram-bytes");
        bytesScroll.setAccessibleText(texts.get("details.bytes"));
        bytesScroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        bytesScroll.getStyleClass().add("network-details-scroll");
        fieldsBox = part(texts.get("details.fields"),
                copy("copy-fields", texts.get("details.copy-fields"), () -> fieldsText), fields);
        bytesBox = part(texts.get("details.bytes"), copy("copy-bytes", texts.get("details.copy-bytes"), bytes::getText),
                bytesScroll);
        parts.getChildren().setAll(fieldsBox, bytesBox);
        parts.getStyleClass().add("network-parts");
        var all = new VBox(meaning, facts, problem, parts);
        all.getStyleClass().add("network-details-all");
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(texts.get("details"));
        scroll.getStyleClass().add("network-details-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        scroll.viewportBoundsProperty().subscribe(bounds -> arrange(bounds.getWidth()));
        bytes.widthProperty().subscribe(_ -> arrange(scroll.getViewportBounds().getWidth()));
    }

    private CopyButton copy(String id, String name, Supplier<String> text) {
        var copy = new CopyButton(name, texts.get("copied"), text);
        copy.setId(id);
        copy.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        return copy;
    }

    private static VBox part(String name, Button copy, Node content) {
        var heading = new HBox(Paragraph.styled(name, Styles.TEXT_BOLD), copy);
        heading.getStyleClass().add("network-part-head");
        var box = new VBox(heading, content);
        box.getStyleClass().add("network-part");
        return box;
    }

    /// The bytes stand beside the fields where there is room for both, else below them.
    private void arrange(double width) {
        double em = facts.getFont().getSize();
        double left = width - bytes.prefWidth(-1) - MARGINS * em;
        boolean beside = left >= FIELDS_MIN * em;
        GridPane.setConstraints(fieldsBox, 0, 0);
        GridPane.setConstraints(bytesBox, beside ? 1 : 0, beside ? 0 : 1);
        GridPane.setHgrow(fieldsBox, Priority.ALWAYS);
        bytesBox.setMinWidth(beside ? bytes.prefWidth(-1) + em : 0);
        fieldsBox.setMaxWidth(beside ? left : Double.MAX_VALUE);
    }

    void show(DatagramRow row) {
        Instant at = row.observed().at();
        Content content = row.observed().content();
        boolean in = formatter.isIn(row);
        title.setText(texts.facts(List.of(content.kindLabel(), formatter.who(row))));
        whole.setText(title.getText());
        meaning.setText(formatter.meaning(content.kind()));
        String where = formatter.interfaceName(row.observed().hop().interfaceName());
        String first = in
                ? texts.format("details.in", formatter.exactTime(at), formatter.end(row), where, row.bytes())
                : texts.format("details.out", formatter.exactTime(at), formatter.end(row), where, row.bytes());
        Way left = row.datagram().way();
        String way = left == null ? "" : " " + texts.format("details.way", formatter.way(left));
        String speaks = content.peer().map(peer -> " " + texts.format("details.peer", peer.brief())).orElse("");
        String day = formatter.day(at, Instant.now());
        facts.setText(first + (day.isEmpty() ? "" : " " + texts.format("details.day", day)) + way + speaks);
        problem.setText(content.problem().map(why -> texts.format("details.problem", PeerText.line(why))).orElse(""));
        problem.setVisible(content.problem().isPresent());
        fieldsText = BodyText.of(content.body());
        fields.setText(fieldsText.isEmpty() ? texts.get("details.no-fields") : PeerText.block(fieldsText));
        bytes.setText(HexDump.of(row.observed().bytes()).stripTrailing());
    }
}
