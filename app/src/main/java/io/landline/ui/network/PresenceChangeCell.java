package io.landline.ui.network;

import io.landline.language.Texts;
import io.landline.session.EndReason;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.network.PresenceChange.Kind;
import io.landline.ui.text.PeerText;
import java.time.Instant;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A coming or a going as one sentence. JavaFX thread.
final class PresenceChangeCell extends ListCell<PresenceChange> {
    private final Texts texts;
    private final DatagramFormatter formatter;
    private final Icon icon = new Icon(Feather.USER_PLUS);
    private final Label time = DatagramCell.part("network-time");
    private final WrappingLabel sentence = new WrappingLabel("");
    private final HBox line = new HBox(time, icon, sentence);

    PresenceChangeCell(Texts texts, DatagramFormatter formatter) {
        this.texts = texts;
        this.formatter = formatter;
        getStyleClass().add("network-cell");
        line.getStyleClass().addAll("network-line", "network-coming");
        time.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0); // as wide as the list: nothing scrolls sideways
    }

    @Override
    protected void updateItem(@Nullable PresenceChange coming, boolean empty) {
        super.updateItem(coming, empty);
        if (empty || coming == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        time.setText(formatter.dayAndTime(coming.at(), Instant.now()));
        icon.show(icon(coming.kind()));
        icon.getStyleClass().removeAll("network-came", "network-went", "network-refused");
        icon.getStyleClass()
                .add(coming.kind().isRefusal()
                        ? "network-refused"
                        : coming.kind().isGoing() ? "network-went" : "network-came");
        sentence.setText(sentence(coming));
        setGraphic(line);
        setAccessibleText(time.getText() + " " + sentence(coming));
    }

    /// The sentence wraps, so its height follows from the width that the list gives.
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) return super.computePrefHeight(width);
        double wide = getWidth() > 0 ? getWidth() : getListView().getWidth();
        return snappedTopInset() + line.prefHeight(wide - snappedLeftInset() - snappedRightInset())
                + snappedBottomInset();
    }

    private static Feather icon(Kind kind) {
        return switch (kind) {
            case HERE -> Feather.USER;
            case APPEARED -> Feather.USER_PLUS;
            case LEFT -> Feather.LOG_OUT;
            case FELL_SILENT, FORGED, GONE -> Feather.USER_MINUS;
            case CONNECTED -> Feather.LINK;
            case DISCONNECTED -> Feather.LINK_2;
            case JOINED -> Feather.USER_CHECK;
            case WRONG_KEY, NO_COMMON_ROOM, OPEN_DIFFERS, BLOCKED, OTHER_VERSION -> Feather.USER_X;
        };
    }

    private String sentence(PresenceChange coming) {
        String who = PeerText.person(coming.name());
        String detail = PeerText.line(coming.detail());
        return switch (coming.kind()) {
            case HERE -> texts.format("coming.here", who, coming.peer());
            case APPEARED -> coming.detail().isEmpty()
                    ? texts.format("coming.appeared", who, coming.peer())
                    : texts.format("coming.appeared.at", who, coming.peer(), detail);
            case LEFT -> texts.format("coming.left", who);
            case FELL_SILENT -> texts.format("coming.silent", who);
            case FORGED -> texts.format("coming.forged", who);
            case GONE -> texts.format("coming.gone", who);
            case CONNECTED -> texts.format("coming.connected", who, detail);
            case DISCONNECTED -> texts.format("coming.disconnected", who, ended(coming.end()));
            case JOINED -> texts.format("coming.joined", who, detail);
            case WRONG_KEY -> texts.format("coming.wrong-key", who, detail);
            case NO_COMMON_ROOM -> texts.format("coming.no-common-room", who);
            case OPEN_DIFFERS -> texts.format("coming.open-differs", who, detail);
            case BLOCKED -> texts.format("coming.blocked", who);
            case OTHER_VERSION -> texts.format("coming.other-version", who);
        };
    }

    /// A fault of either side is shown by its word.
    private String ended(@Nullable EndReason reason) {
        if (reason == null) return "";
        return switch (reason) {
            case SILENT -> texts.get("ended.silent");
            case LOST -> texts.get("ended.lost");
            case RESTARTED -> texts.get("ended.restarted");
            case LEAVING -> texts.get("ended.leaving");
            case REPLACED -> texts.get("ended.replaced");
            case NO_COMMON_ROOM -> texts.get("ended.no-common-room");
            case CLOSED -> texts.get("ended.closed");
            case ADDRESS_GONE -> texts.get("ended.address-gone");
            case BLOCKED -> texts.get("ended.blocked");
            case CROWDED_OUT -> texts.get("ended.crowded-out");
            case BUSY, NEW_KEY, INTERNAL_ERROR, PROTOCOL, OLDER_RUN, TAKES_NO_FILES -> reason.word();
        };
    }
}
