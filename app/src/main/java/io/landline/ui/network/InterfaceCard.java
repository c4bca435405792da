package io.landline.ui.network;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.PacketTap.Way;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.text.AmountFormatter;
import io.landline.ui.text.PeerText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One interface: its addresses, what passed by it, and the ways out of it. JavaFX thread.
final class InterfaceCard extends VBox {
    private final Texts texts;
    private final DatagramFormatter formatter;
    private final AmountFormatter amounts;
    private final Label name = DatagramCell.part("network-card-name");
    private final WrappingLabel addresses = new WrappingLabel("");
    private final Label sent = counted(Feather.ARROW_UP_RIGHT, "network-out");
    private final Label heard = counted(Feather.ARROW_DOWN_LEFT, "network-in");
    private final ControlLine ways = new ControlLine();
    private final VBox refusals = new VBox();
    private final CheckBox listeningOnly = new CheckBox();
    private @Nullable InterfaceRow shown;

    InterfaceCard(NetworkViewModel model, Texts texts, DatagramFormatter formatter, AmountFormatter amounts) {
        this.texts = texts;
        this.formatter = formatter;
        this.amounts = amounts;
        getStyleClass().add("network-card");
        name.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(name, space);
        head.getStyleClass().add("network-card-head");
        addresses.getStyleClass().add(Styles.TEXT_MUTED);
        var counts = new ControlLine(heard, sent);
        counts.getStyleClass().add("network-counts");
        ways.getStyleClass().add("network-ways");
        refusals.getStyleClass().add("network-refusals");
        listeningOnly.setMnemonicParsing(false);
        listeningOnly.getStyleClass().add("network-listening-only");
        listeningOnly.setTooltip(new TextTooltip(texts.get("interface.listening-only.meaning")));
        listeningOnly.setOnAction(_ -> {
            InterfaceRow row = shown;
            shown = null; // what is refused is shown as it was
            if (row != null) model.listenOnly(row.network(), listeningOnly.isSelected());
        });
        getChildren().addAll(head, addresses, counts, ways, refusals, listeningOnly);
    }

    private static Label counted(Feather direction, String style) {
        Label label = DatagramCell.part("network-count");
        var icon = new Icon(direction);
        icon.getStyleClass().add(style);
        label.setGraphic(icon);
        return label;
    }

    void show(InterfaceRow row) {
        if (row.equals(shown)) return;
        shown = row;
        Traffic traffic = row.traffic();
        String called = formatter.interfaceName(row.name());
        name.setText(row.title().isEmpty() ? called : texts.facts(List.of(called, PeerText.line(row.title()))));
        name.setTooltip(new TextTooltip(name.getText()));
        addresses.setText(row.used()
                ? String.join(", ", row.addresses())
                : texts.get(row.name().isEmpty() ? "interface.unknown.why" : "interface.gone"));
        sent.setText(counted("interface.sent", traffic.sent(), traffic.sentBytes()));
        heard.setText(counted("interface.heard", traffic.heard(), traffic.heardBytes()));
        var chips = new ArrayList<Label>();
        var sentences = new ArrayList<WrappingLabel>();
        for (Way way : Way.values()) {
            String why = traffic.refused().get(way);
            boolean possible = row.ways().contains(way) || traffic.sentBy(way) > 0 || why != null;
            if (possible) chips.add(chip(way, traffic, why != null));
            if (why != null) sentences.add(refusal(way, why));
        }
        ways.getChildren().setAll(chips);
        show(ways, chips);
        listeningOnly.setSelected(row.listeningOnly());
        listeningOnly.setText(texts.get("interface.listening-only"));
        Visibility.show(listeningOnly, !row.network().isEmpty());
        refusals.getChildren().setAll(sentences);
        show(refusals, sentences);
    }

    private String counted(String key, long datagrams, long bytes) {
        return texts.facts(List.of(texts.format(key, datagrams), amounts.bytes(bytes)));
    }

    private static void show(Region box, List<?> content) {
        Visibility.show(box, !content.isEmpty());
    }

    private Label chip(Way way, Traffic traffic, boolean refused) {
        Label chip = DatagramCell.part("network-way");
        chip.setText(refused
                ? texts.format("way.refused", formatter.way(way))
                : texts.format("way.sent", formatter.way(way), traffic.sentBy(way)));
        if (refused) {
            chip.getStyleClass().add("network-way-refused");
            chip.setGraphic(new Icon(Feather.SLASH));
        }
        chip.setTooltip(new TextTooltip(meaning(way)));
        return chip;
    }

    private WrappingLabel refusal(Way way, String why) {
        var sentence = new WrappingLabel(texts.format("way.refused.why", formatter.way(way), PeerText.line(why)));
        sentence.getStyleClass().add(Styles.DANGER);
        return sentence;
    }

    private String meaning(Way way) {
        return switch (way) {
            case BROADCAST -> texts.get("way.broadcast.meaning");
            case SUBNET_BROADCAST -> texts.get("way.subnet-broadcast.meaning");
            case MULTICAST_4 -> texts.get("way.multicast-4.meaning");
            case MULTICAST_6 -> texts.get("way.multicast-6.meaning");
            case ONE_ADDRESS -> texts.get("way.one-address.meaning");
        };
    }
}
