package io.landline.ui.network;

import io.landline.language.Texts;
import io.landline.presence.packet.PacketKind;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.SetChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import org.kordamp.ikonli.feather.Feather;

/// Which kinds of datagram are shown. JavaFX thread.
final class KindsMenu extends MenuButton {
    /// The empty one is what cannot be read.
    private static final List<Optional<PacketKind>> KINDS = Stream
            .concat(Arrays.stream(PacketKind.values()).map(Optional::of), Stream.of(Optional.<PacketKind>empty()))
            .toList();

    private final NetworkViewModel model;
    private final Texts texts;

    KindsMenu(NetworkViewModel model, Texts texts, DatagramFormatter formatter) {
        this.model = model;
        this.texts = texts;
        setId("network-kinds");
        setMnemonicParsing(false);
        setGraphic(new Icon(Feather.FILTER));
        setTooltip(new TextTooltip(texts.get("filter.kinds")));
        for (Optional<PacketKind> kind : KINDS) getItems().add(item(kind, formatter));
        model.hidden().addListener((SetChangeListener<Optional<PacketKind>>) _ -> label());
        label();
    }

    private CheckMenuItem item(Optional<PacketKind> kind, DatagramFormatter formatter) {
        var item = new CheckMenuItem(texts.format("filter.kind", formatter.label(kind), formatter.meaning(kind)));
        item.setId("network-kind-" + formatter.label(kind));
        item.setMnemonicParsing(false);
        item.setSelected(!model.hidden().contains(kind));
        item.setOnAction(_ -> {
            if (item.isSelected()) {
                model.hidden().remove(kind);
            } else {
                model.hidden().add(kind);
            }
        });
        model.hidden()
                .addListener(
                        (SetChangeListener<Optional<PacketKind>>) _ -> item
                                .setSelected(!model.hidden().contains(kind)));
        return item;
    }

    private void label() {
        int all = KINDS.size();
        int shown = all - model.hidden().size();
        setText(shown == all ? texts.get("filter.kinds.all") : texts.format("filter.kinds.some", shown, all));
        setAccessibleText(texts.get("filter.kinds") + ". " + getText());
    }
}
