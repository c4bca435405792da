package io.landline.ui.chats.header;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.chats.header.ConversationHeader.Chip;
import io.landline.ui.chats.part.Avatar;
import io.landline.ui.chats.part.MutedText;
import io.landline.ui.chats.part.PresenceSign;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.control.WideButton;
import io.landline.ui.focus.SameFocus;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Navigation;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.TimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The other person or the room, who is here, and what to know of them. JavaFX thread.
public final class ConversationHeaderBar extends VBox {
    /// Names in the line below a room's title; the rest are counted.
    private static final int NAMES_MAX = 4;
    /// Names in its tooltip.
    private static final int NAMES_IN_TOOLTIP_MAX = 30;
    /// In `em`: in less, picture and buttons leave the name fewer than six letters.
    private static final double PICTURE_MIN_EM = 20;
    /// Of the title, in `em`.
    private static final double TITLE_EM = 1.15;

    private final Texts texts;
    private final TimeFormatter times;
    private final Navigation navigation;
    private final Avatar avatar = new Avatar();
    private final EmojiLabel title = new EmojiLabel();
    private final EmojiLabel people = new EmojiLabel();
    private final Button about;
    private final ControlLine chips = new ControlLine();
    private final Button back;
    private final Button search;
    private final Button safety;
    private final Button invite;
    private final Button more;
    private @Nullable ConversationHeader shown;

    /// @param menu shows what can be done with the conversation, below this node
    /// @param toList shows the list again, where only one of both has room
    /// @param toSearch opens or closes the search
    public ConversationHeaderBar(Texts texts, TimeFormatter times, Navigation navigation, Consumer<Node> menu,
            Runnable toList, Runnable toSearch) {
        this.texts = texts;
        this.times = times;
        this.navigation = navigation;
        getStyleClass().add("chats-head");
        title.setId("conversation-title");
        title.getStyleClass().add("chats-head-title");
        people.setId("conversation-people");
        people.getStyleClass().add("chats-head-people");
        back = icon("back", texts.get("head.back"), Feather.ARROW_LEFT);
        back.setOnAction(_ -> toList.run());
        search = icon("search", texts.get("head.search"), Feather.SEARCH);
        search.setOnAction(_ -> toSearch.run());
        safety = icon("safety", texts.get("head.safety"), Feather.SHIELD);
        safety.setOnAction(_ -> toSheet());
        invite = icon("invite", texts.get("head.invite"), Feather.USER_PLUS);
        invite.setOnAction(_ -> toSheet());
        more = icon("conversation-menu", texts.get("head.more"), Feather.MORE_VERTICAL);
        more.setOnAction(_ -> menu.accept(more));
        about = about();
        var line = new HBox(back, about, search, safety, invite, more);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("chats-head-line");
        chips.getStyleClass().add("chats-chips");
        chips.managedProperty().bind(chips.visibleProperty());
        getChildren().addAll(line, chips);
        widthProperty().subscribe(this::arrange);
        title.fontProperty().subscribe(this::arrange);
    }

    /// Where there is little room the name has it: its button leads to the sheet too.
    private void arrange() {
        ConversationHeader now = shown;
        boolean isNarrow = getWidth() > 0 && getWidth() < PICTURE_MIN_EM * title.getFont().getSize() / TITLE_EM;
        Visibility.show(avatar, !isNarrow);
        Visibility.show(safety, !isNarrow && now != null && now.peer() != null);
        Visibility.show(invite, !isNarrow && now != null && isRoom(now));
    }

    private static boolean isRoom(ConversationHeader head) {
        return head.peer() == null && head.exists();
    }

    /// Picture, title and people are one button, which leads to the sheet of the room or the person.
    private Button about() {
        var names = new VBox(title, people);
        names.getStyleClass().add("chats-head-names");
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        var content = new HBox(avatar, names);
        content.setAlignment(Pos.CENTER_LEFT);
        var button = new WideButton("chats-head-about", content);
        button.setId("conversation-about");
        button.setOnAction(_ -> toSheet());
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private void toSheet() {
        ConversationHeader now = shown;
        if (now == null) return;
        if (now.peer() == null) {
            navigation.room(now.key());
        } else {
            navigation.person(now.peer());
        }
    }

    private static Button icon(String id, String name, Feather picture) {
        var button = new IconButton(id, picture, name);
        button.getStyleClass().add(Styles.FLAT);
        return button;
    }

    /// @param withBack whether the list is not beside the conversation
    public void setBack(boolean withBack) {
        Visibility.show(back, withBack);
    }

    /// The keyboard goes to the button that leads to the list.
    public void focusBack() {
        back.requestFocus();
    }

    public void show(ConversationHeader head) {
        shown = head;
        title.setText(head.shownTitle());
        title.setTooltip(
                new TextTooltip(head.peer() == null ? title.said() : title.said() + "\n" + head.peer().hex()));
        if (head.peer() == null) {
            avatar.showRoom(head.kind());
            people.setText(head.title().equals(head.realTitle())
                    ? room(head)
                    : texts.format("head.renamed", PeerText.line("#" + head.realTitle()), room(head)));
            people.setTooltip(head.exists() ? new TextTooltip(everybody(head)) : null);
        } else {
            avatar.showPerson(head.peer(), head.title(), head.standing());
            people.setText(texts.get(switch (head.writing()) {
                case STRANGER, GONE -> "head.stranger";
                case BLOCKED -> "list.blocked";
                case POSSIBLE -> possible(head.standing());
            }));
            people.setTooltip(null);
        }
        arrange();
        about.setDisable(head.peer() == null && !isRoom(head));
        about.setAccessibleText(texts.format("head.about.accessible", title.said(), people.said()));
        Visibility.show(more, head.exists() || head.writing() != ConversationHeader.Writing.GONE);
        var now = new ArrayList<Node>(head.chips().stream().map(chip -> chip(chip, head)).toList());
        if (head.chips().contains(Chip.DOUBTFUL)) {
            now.add(button("correct-words", "head.correct", () -> navigation.correctWords(head.key())));
        }
        if (head.chips().contains(Chip.NEW_WORDS)) now.add(button("see-words", "head.see-words", this::toSheet));
        SameFocus.fill(chips, now);
        chips.setVisible(!head.chips().isEmpty());
    }

    /// Who says that they are away is not called here: their computer is.
    private static String possible(PresenceSign other) {
        return switch (other) {
            case HERE, BUSY -> "head.here";
            case AWAY -> "head.says-away";
            case GONE, BLOCKED -> "head.away";
        };
    }

    private Button button(String id, String key, Runnable action) {
        var button = new TextButton(id, texts.get(key), action);
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        return button;
    }

    private String room(ConversationHeader head) {
        if (!head.exists()) return texts.get("head.room.left");
        ConversationHeader.People people = head.people();
        var said = new ArrayList<String>();
        if (!people.here().isEmpty() || !people.away().isEmpty()) said.add(members(head));
        if (said.isEmpty() && !people.blocked().isEmpty()) said.add(counted("head.blocked", people.blocked()));
        if (!people.awaited().isEmpty()) said.add(counted("head.awaited", people.awaited()));
        return said.stream()
                .reduce((one, other) -> texts.format("head.and", one, other))
                .orElseGet(() -> texts.get("head.room.empty"));
    }

    /// One by name, several by how many they are.
    private String counted(String key, List<String> people) {
        return texts.format(key, people.size(), PeerText.person(people.getFirst()));
    }

    private String members(ConversationHeader head) {
        int others = head.people().here().size() + head.people().away().size() + head.people().blocked().size();
        if (others == 1) {
            return head.reaches()
                    ? texts.format("head.room.two", PeerText.person(head.people().here().getFirst()))
                    : texts.format("head.room.one-away", PeerText.person(head.people().away().getFirst()));
        }
        if (!head.reaches()) return texts.format("head.room.away", others + 1);
        var names = new ArrayList<String>();
        for (String name : head.people().here().stream().limit(NAMES_MAX).toList()) names.add(PeerText.person(name));
        int more = head.people().here().size() - names.size();
        int here = head.people().here().size() + 1;
        String list = texts.list(names);
        return more == 0
                ? texts.format("head.room", here, others + 1, list)
                : texts.format("head.room.more", here, others + 1, list, more);
    }

    private String everybody(ConversationHeader head) {
        String here = head.reaches()
                ? texts.format("head.you-and", names(head.people().here()))
                : texts.get("head.you");
        String all = texts.format("head.room.all", here, names(head.people().away()));
        List<String> blocked = head.people().blocked();
        if (!blocked.isEmpty()) all = texts.format("head.room.all-blocked", all, names(blocked));
        List<String> awaited = head.people().awaited();
        return awaited.isEmpty() ? all : texts.format("head.room.all-awaited", all, names(awaited));
    }

    private String names(List<String> all) {
        if (all.isEmpty()) return texts.get("head.nobody");
        String names = texts.list(all.stream().limit(NAMES_IN_TOOLTIP_MAX).map(PeerText::person).toList());
        return all.size() > NAMES_IN_TOOLTIP_MAX
                ? texts.format("head.and-more", names, all.size() - NAMES_IN_TOOLTIP_MAX)
                : names;
    }

    private Node chip(Chip chip, ConversationHeader head) {
        return switch (chip) {
            case UNCONFIRMED -> chip(Feather.USER, "plain", texts.get("chip.unconfirmed"),
                    texts.get("chip.unconfirmed.why"));
            case DOUBTFUL -> chip(Feather.HELP_CIRCLE, Styles.WARNING, texts.get("chip.doubtful"),
                    texts.get("chip.doubtful.why"));
            case OPEN -> chip(Feather.UNLOCK, Styles.WARNING, texts.get("chip.open"), texts.get("chip.open.why"));
            case VERIFIED -> chip(Feather.USER_CHECK, Styles.SUCCESS, texts.get("chip.verified"),
                    texts.get("chip.verified.why"));
            case ARCHIVED -> chip(Feather.ARCHIVE, "plain", texts.get("chip.archived"), texts.get("chip.archived.why"));
            case MUTED -> chip(Feather.BELL_OFF, "plain", MutedText.of(texts, times, head.mutedUntil()),
                    texts.get("chip.muted.why"));
            case MENTIONS_ONLY -> chip(Feather.AT_SIGN, "plain", texts.get("chip.mentions"),
                    texts.get("chip.mentions.why"));
            case AWAY -> chip(Feather.MOON, "plain", texts.get("chip.away"), texts.get("chip.away.why"));
            case BUSY -> chip(Feather.MINUS_CIRCLE, "plain", texts.get("chip.busy"), texts.get("chip.busy.why"));
            case NEW_WORDS -> chip(Feather.KEY, Styles.WARNING, texts.get("chip.new-words"),
                    texts.get("chip.new-words.why"));
            case BLOCKED -> chip(Feather.SLASH, Styles.DANGER, texts.get("chip.blocked"),
                    texts.get("chip.blocked.why"));
            case NOT_THE_ONE -> {
                String brief = head.peer() == null ? "" : head.peer().brief();
                String name = PeerText.person(head.title());
                yield chip(Feather.ALERT_TRIANGLE, Styles.DANGER, texts.format("chip.not-the-one", name, brief),
                        texts.format("chip.not-the-one.why", name));
            }
        };
    }

    private Label chip(Feather picture, String style, String words, String why) {
        var label = new WrappingLabel(words);
        label.setGraphic(new Icon(picture));
        label.setTooltip(new TextTooltip(why));
        label.setAccessibleText(words + ". " + why);
        label.maxWidthProperty().bind(chips.widthProperty());
        label.getStyleClass().addAll("chats-chip", "chats-chip-" + style);
        return label;
    }
}
