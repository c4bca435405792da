package io.landline.ui.places;

import atlantafx.base.theme.Styles;
import io.landline.node.port.Contacts.Contact;
import io.landline.ui.control.Paragraph;
import io.landline.ui.look.EmojiButton;
import io.landline.ui.look.EmojiTooltip;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Navigation;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The members of a room, the user first; each other one leads to the sheet of that person. JavaFX thread.
final class MembersPart extends SheetPart {
    /// A sheet measures all of its rows. In a room of more people the list of conversations finds each one by name.
    static final int MEMBERS_MAX = 200;

    private final Texts texts;
    private final Navigation navigation;
    private final VBox rows = new VBox();
    private List<Contact> shown = List.of();

    MembersPart(Texts texts, Navigation navigation) {
        super("members-heading", texts.get("members"));
        this.texts = texts;
        this.navigation = navigation;
        rows.getStyleClass().add("place-rows");
        getChildren().add(rows);
        fill();
    }

    void show(List<Contact> members) {
        if (members.equals(shown)) return; // the keyboard stays where it is
        shown = List.copyOf(members);
        fill();
    }

    private void fill() {
        rows.getChildren().setAll(own());
        for (Contact each : shown.stream().limit(MEMBERS_MAX).toList()) rows.getChildren().add(row(each));
        if (shown.size() > MEMBERS_MAX) {
            rows.getChildren().add(Paragraph.muted(texts.format("members.more", shown.size() - MEMBERS_MAX)));
        }
        if (shown.isEmpty()) rows.getChildren().add(Paragraph.muted(texts.get("members.none")));
    }

    private Node own() {
        var own = new Label(texts.get("members.you"), new Icon(Feather.USER));
        own.setId("member-you");
        own.getStyleClass().add("place-member");
        return own;
    }

    private Button row(Contact member) {
        String name = PeerText.person(member.name());
        if (member.notTheOne()) name = texts.format("member.not-the-one", name, member.peer().brief());
        String words = texts.format(member.here() ? "member.here" : "member.away", name);
        if (member.verified()) words = texts.format("member.verified", words);
        if (member.blocked()) words = texts.format("member.blocked", words);
        var row = new EmojiButton(words, new Icon(sign(member)));
        row.setMaxWidth(Double.MAX_VALUE);
        row.setTooltip(new EmojiTooltip(words));
        row.getStyleClass().addAll(Styles.FLAT, "place-member", member.here() ? "place-here" : "place-away");
        row.setOnAction(_ -> navigation.person(member.peer()));
        return row;
    }

    private static Feather sign(Contact member) {
        if (member.blocked()) return Feather.SLASH;
        if (member.notTheOne()) return Feather.ALERT_TRIANGLE;
        return member.verified() ? Feather.USER_CHECK : Feather.USER;
    }
}
