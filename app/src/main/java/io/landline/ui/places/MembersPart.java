package io.landline.ui.places;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Rooms.Admitted;
import io.landline.ui.control.Paragraph;
import io.landline.ui.focus.SameFocus;
import io.landline.ui.label.ShortenedNameButton;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Navigation;
import io.landline.ui.places.RoomViewModel.Member;
import io.landline.ui.sheet.SheetPart;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.TimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The members of a room, the user first; each other one leads to the sheet of that person. JavaFX thread.
final class MembersPart extends SheetPart {
    /// A sheet measures all of its rows, here and where new words are given. In a room of more people the list of
    /// conversations finds each one by name.
    static final int MEMBERS_MAX = 200;

    private final Texts texts;
    private final TimeFormatter times;
    private final Navigation navigation;
    private final VBox rows = new VBox();
    private List<Member> shown = List.of();

    MembersPart(Texts texts, TimeFormatter times, Navigation navigation) {
        super("members-heading", texts.get("members"));
        this.texts = texts;
        this.times = times;
        this.navigation = navigation;
        rows.getStyleClass().add("place-rows");
        getChildren().add(rows);
        fill();
    }

    void show(List<Member> members) {
        if (members.equals(shown)) return; // the keyboard stays where it is
        shown = List.copyOf(members);
        fill();
    }

    private void fill() {
        var now = new ArrayList<Node>(List.of(own()));
        for (Member each : shown.stream().limit(MEMBERS_MAX).toList()) now.addAll(rows(each));
        if (shown.size() > MEMBERS_MAX) {
            now.add(Paragraph.muted(texts.format("members.more", shown.size() - MEMBERS_MAX)));
        }
        if (shown.isEmpty()) now.add(Paragraph.muted(texts.get("members.none")));
        SameFocus.fill(rows, now);
    }

    private Node own() {
        Label own = Paragraph.plain(texts.get("members.you"));
        own.setGraphic(new Icon(Feather.USER));
        own.setId("member-you");
        own.getStyleClass().add("place-member");
        return own;
    }

    /// The person, and below it how they came in.
    private List<Node> rows(Member member) {
        Button row = row(member.contact());
        String how = how(member.how());
        if (how.isEmpty()) return List.of(row);
        row.setAccessibleText(texts.format("member.accessible", row.getAccessibleText(), how));
        Label below = Paragraph.muted(how);
        below.getStyleClass().add("place-member-how");
        return List.of(row, below);
    }

    private String how(@Nullable Admitted how) {
        if (how == null) return "";
        String at = times.whole(how.at());
        return how.by() == null
                ? texts.format("member.proved", at)
                : texts.format("member.admitted", PeerText.person(how.byName()), at);
    }

    private Button row(Contact member) {
        var row = new ShortenedNameButton(new Icon(sign(member)));
        row.setId("member-" + member.peer().hex());
        row.show(member.name(), name -> words(member, name));
        row.setMaxWidth(Double.MAX_VALUE);
        row.setTooltip(new TextTooltip(words(member, member.name())));
        row.getStyleClass()
                .addAll(Styles.FLAT, "place-member", member.here() && !member.blocked() ? "place-here" : "place-away");
        row.setOnAction(_ -> navigation.person(member.peer()));
        return row;
    }

    /// @param name all of it, or its beginning
    private String words(Contact member, String name) {
        String words = PeerText.person(name);
        if (member.notTheOne()) words = texts.format("member.not-the-one", words, member.peer().brief());
        if (!member.blocked()) words = texts.format(presence(member), words);
        if (member.verified()) words = texts.format("member.verified", words);
        return member.blocked() ? texts.format("member.blocked", words) : words;
    }

    private static String presence(Contact member) {
        if (!member.here()) return "member.away";
        return switch (member.status().state()) {
            case HERE -> "member.here";
            case AWAY -> "member.says-away";
            case BUSY -> "member.busy";
        };
    }

    private static Feather sign(Contact member) {
        if (member.blocked()) return Feather.SLASH;
        if (member.notTheOne()) return Feather.ALERT_TRIANGLE;
        return member.verified() ? Feather.USER_CHECK : Feather.USER;
    }
}
