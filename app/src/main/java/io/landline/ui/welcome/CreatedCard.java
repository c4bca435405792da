package io.landline.ui.welcome;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.room.JoinLink;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.CopyButton;
import io.landline.ui.control.Paragraph;
import io.landline.ui.invitation.Invitation;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.text.PeerText;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The room is there: a slide for a projector, with its words, a code to scan, and the names of those who join. JavaFX
/// thread.
final class CreatedCard extends AnswerCard {
    private final Texts texts;
    private final WelcomeViewModel model;
    private final Label count = Paragraph.styled("", Styles.TITLE_4);
    private final ControlLine names = new ControlLine();

    CreatedCard(WelcomeViewModel model, Texts texts, OwnRoom room) {
        super(Feather.CHECK_CIRCLE, texts.format("created.title", PeerText.line(room.name())),
                texts.get("created.meaning"));
        this.texts = texts;
        this.model = model;
        getStyleClass().remove("welcome-narrow");
        getStyleClass().add("welcome-slide");
        String words = room.words() == null ? "" : room.words();
        String invitation = model.newRoom().invitationTo(room.name(), words);
        var line = new LargestLine(words, this::fontSize);
        line.setId("created-words");
        Label unconfirmed = Paragraph.muted(texts.get("created.unconfirmed"));
        unconfirmed.visibleProperty().bind(Bindings.isEmpty(model.arrivals().names()));
        getChildren().addAll(line, below(Invitation.link(room)), unconfirmed);
        var copy = new CopyButton(texts.get("copy.invitation"), texts.get("copied"), () -> invitation);
        copy.setId("copy-created");
        answers(copy, answer("start-chatting", texts.get("created.do"), model::goOn));
    }

    /// The code, and beside it or below it who has come.
    private Region below(Optional<JoinLink> link) {
        names.getStyleClass().add("welcome-arrivals");
        names.setId("arrivals");
        count.setId("arrivals-count");
        model.arrivals().names().addListener((ListChangeListener<String>) _ -> showArrivals());
        showArrivals();
        var people = new VBox(count, names);
        people.getStyleClass().add("welcome-people");
        people.setMinWidth(0);
        return link.flatMap(JoinLink::text).<Region>map(text -> {
            var code = new QrPane(text, texts.get("created.code"));
            code.setId("invitation-code");
            return new CodeAndPeople(code, people, this::fontSize);
        }).orElse(people);
    }

    private void showArrivals() {
        int here = model.arrivals().names().size();
        count.setText(here == 0 ? texts.get("created.nobody") : texts.format("created.joined", here));
        names.getChildren().setAll(model.arrivals().names().stream().map(CreatedCard::name).toList());
    }

    private static Label name(String name) {
        var label = new EmojiLabel(PeerText.person(name));
        label.setMnemonicParsing(false);
        label.getStyleClass().add("welcome-arrival");
        return label;
    }
}
