package io.landline.ui.chats.list;

import io.landline.language.Texts;
import io.landline.node.port.Chats;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Found;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.Choices;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.NewestEntry;
import io.landline.ui.chats.part.Avatar;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.chats.part.MutedText;
import io.landline.ui.chats.part.PresenceSign;
import io.landline.ui.chats.part.WidthCell;
import io.landline.ui.chats.search.FoundContent;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.text.MessageMarkup;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.SearchTerms;
import io.landline.ui.text.TimeFormatter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A row of the list. Its nodes are made once and filled anew. JavaFX thread.
public final class ListRowCell extends WidthCell<ListRow> {
    /// This much of a message fits one line.
    private static final int PREVIEW_CHARACTERS_MAX = 120;
    /// Of who wrote it, so that some of the words are in sight in a narrow list.
    private static final int AUTHOR_CHARACTERS_MAX = 16;
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass DRAFT = PseudoClass.getPseudoClass("draft");

    private final Texts texts;
    private final TimeFormatter times;
    private final InstantSource clock;
    private final Avatar avatar = new Avatar();
    private final EmojiLabel title = line("chats-row-title");
    private final Label when = line("chats-row-time");
    private final Icon pin = new Icon(Feather.BOOKMARK);
    private final Icon bell = new Icon(Feather.BELL_OFF);
    private final TextTooltip bellMeaning = new TextTooltip();
    private final EmojiLabel preview = line("chats-row-preview");
    private final Label badge = line("chats-badge");
    private final Label mention = line("chats-badge");
    private final Node row;
    private final EmojiLabel heading = line("chats-heading");
    private final Label explanation = new WrappingLabel("");
    private final FoundContent found;

    public ListRowCell(ChatsContext context) {
        texts = context.texts();
        times = context.times();
        clock = context.clock();
        getStyleClass().add("chats-row");
        found = new FoundContent(context);
        found.getStyleClass().add("chats-row-box");
        when.setMinWidth(USE_PREF_SIZE);
        badge.setMinWidth(USE_PREF_SIZE);
        mention.setMinWidth(USE_PREF_SIZE);
        mention.getStyleClass().add("chats-row-mention");
        mention.setText(texts.get("list.mentioned"));
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox.setHgrow(preview, Priority.ALWAYS);
        for (Icon sign : List.of(pin, bell)) {
            sign.getStyleClass().add("chats-row-sign");
            sign.managedProperty().bind(sign.visibleProperty());
        }
        bell.setPickOnBounds(true);
        Tooltip.install(bell, bellMeaning);
        var top = new HBox(title, pin, bell, when);
        top.getStyleClass().add("chats-row-line");
        var bottom = new HBox(preview, mention, badge);
        bottom.getStyleClass().add("chats-row-line");
        var lines = new VBox(top, bottom);
        lines.getStyleClass().add("chats-row-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        var box = new HBox(avatar, lines);
        box.getStyleClass().add("chats-row-box");
        row = box;
        explanation.getStyleClass().add("chats-explanation");
    }

    private static EmojiLabel line(String style) {
        var label = new EmojiLabel();
        label.setMnemonicParsing(false);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(style);
        return label;
    }

    /// What will happen if that is dropped stands in the place of what was said last.
    ///
    /// @param items how many are held above; 0 for none any more
    public void showDrop(int items) {
        if (items > 0) {
            preview.setText(texts.format("list.drop", items));
        } else if (!isEmpty() && getItem() != null) {
            updateItem(getItem(), false);
        }
    }

    @Override
    protected void updateItem(@Nullable ListRow item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setAccessibleText(null);
        if (item == null || empty) {
            setDisable(true);
            pseudoClassStateChanged(HEADING, false);
            pseudoClassStateChanged(MUTED, false);
            setGraphic(null);
            return;
        }
        setDisable(item.conversation() == null);
        pseudoClassStateChanged(HEADING, item instanceof ListRow.Heading || item instanceof ListRow.FoundIn);
        pseudoClassStateChanged(MUTED,
                item instanceof ListRow.Individual(Contact contact, String _) && !contact.here());
        switch (item) {
            case ListRow.Heading(ListRow.Section section) -> show(section);
            case ListRow.Talk(Conversation of, Contact other, String draft) -> show(of, other, draft);
            case ListRow.Individual(Contact contact, String draft) -> show(contact, draft);
            case ListRow.FoundIn(Conversation of) -> show(
                    texts.format(of.peer() == null ? "found.room" : "found.person",
                            title(of)));
            case ListRow.Hit(Found message, SearchTerms words) -> {
                found.show(message.item(), words);
                setUnread(0, 0);
                setAccessibleText(found.spoken());
                setGraphic(found);
            }
            case ListRow.Explanation(ListRow.Lack lack, int count) -> explain(lack, count);
            case ListRow.Unsearched(String why) -> explain(why);
        }
    }

    private void show(ListRow.Section section) {
        show(switch (section) {
            case CONVERSATIONS -> texts.get("list.conversations");
            case PEOPLE -> texts.get("list.people");
            case STRANGERS -> texts.get("list.strangers");
            case ARCHIVED -> texts.get("list.archived");
        });
    }

    private void show(String words) {
        heading.setText(words);
        setAccessibleText(heading.said());
        setGraphic(heading);
    }

    private void explain(ListRow.Lack lack, int count) {
        explain(switch (lack) {
            case NO_ROOM -> texts.format("list.no-room", count);
            case NOBODY -> texts.format("list.nobody", count);
            case NOT_FOUND -> texts.get("list.not-found");
            case MORE_FOUND -> texts.format("found.more", count);
        });
    }

    private void explain(String sentence) {
        explanation.setText(sentence);
        setAccessibleText(explanation.getText());
        setGraphic(explanation);
    }

    private static String title(Conversation of) {
        return PeerText.title(of.title(), of.peer() == null);
    }

    private void show(Conversation of, @Nullable Contact other, String draft) {
        if (of.peer() == null) {
            avatar.showRoom(of.kind());
        } else {
            avatar.showPerson(of.peer(), of.title(), PresenceSign.of(other));
        }
        String name = other == null ? title(of) : nameOf(other);
        NewestEntry newest = of.newest();
        fill(name, newest == null ? "" : times.brief(newest.written(), clock.instant()),
                below(draft, newest == null ? nothingYet(of) : said(newest, of)));
        setUnread(of.unread(), of.calls());
        if (of.unread() == 0 && of.markedUnread()) setMarked();
        setChosen(of.choices());
        if (other != null && other.blocked()) setBlocked();
        setAccessibleText(switch (PresenceSign.of(other)) {
            case GONE, HERE -> spoken(of, name);
            case BLOCKED -> texts.format("list.talk.accessible", spoken(of, name), texts.get("chip.blocked"));
            case AWAY -> texts.format("list.talk.accessible", spoken(of, name), texts.get("chip.away"));
            case BUSY -> texts.format("list.talk.accessible", spoken(of, name), texts.get("chip.busy"));
        });
    }

    private String spoken(Conversation of, String name) {
        String row = of.unread() == 0
                ? texts.format("list.talk.accessible", name, preview.said())
                : texts.format("list.unread.accessible", name, preview.said(), of.unread());
        if (of.calls() > 0) row = texts.format("list.mentioned.accessible", row, of.calls());
        if (of.kind() == Kind.OPEN_ROOM) row = texts.format("list.talk.accessible", row, texts.get("list.open-room"));
        if (of.markedUnread()) row = texts.format("list.talk.accessible", row, texts.get("list.marked.accessible"));
        if (of.onTop()) row = texts.format("list.talk.accessible", row, texts.get("list.on-top"));
        if (!of.quiet()) return row;
        return texts.format("list.talk.accessible", row, quiet(of.choices()));
    }

    /// What is being written comes before what was said: it still waits for this user.
    private String below(String draft, String otherwise) {
        boolean isDraft = !draft.isBlank();
        pseudoClassStateChanged(DRAFT, isDraft);
        if (!isDraft) return otherwise;
        return texts.format("list.draft", PeerText.excerpt(draft, PREVIEW_CHARACTERS_MAX));
    }

    private String nothingYet(Conversation of) {
        return of.confirmed() ? texts.get("list.nothing-yet") : texts.get("list.unconfirmed");
    }

    private String said(NewestEntry newest, Conversation of) {
        String text = PeerText.shortened(newest.text(), PREVIEW_CHARACTERS_MAX);
        String beginning = PeerText.excerpt(newest.kind() == NewestEntry.Kind.TEXT ? MessageMarkup.plain(text) : text);
        String what = switch (newest.kind()) {
            case TEXT -> beginning;
            case FILES -> texts.format("list.files", PeerText.list(texts, beginnings(newest.names())));
            case POLL -> texts.format("list.poll", beginning);
            case BOX -> texts.format("list.box", beginning);
            case DELETED -> texts.get("entry.deleted");
        };
        if (newest.own()) return texts.format("list.own", what);
        if (of.peer() != null) return what;
        String author = PeerText.shortened(newest.author(), AUTHOR_CHARACTERS_MAX);
        return texts.format("list.said", PeerText.person(author), what);
    }

    /// Of as many as there is room for, at least of one.
    private static List<String> beginnings(List<String> names) {
        var shown = new ArrayList<String>();
        int room = PREVIEW_CHARACTERS_MAX;
        for (String each : names) {
            if (room <= 0) break;
            shown.add(PeerText.shortened(each, room));
            room -= each.length();
        }
        return shown;
    }

    private void show(Contact contact, String draft) {
        avatar.showPerson(contact.peer(), contact.name(), PresenceSign.of(contact));
        fill(nameOf(contact), "", below(draft, state(contact)));
        setUnread(0, 0);
        setChosen(Choices.NONE);
        setAccessibleText(texts.format("list.talk.accessible", title.said(), preview.said()));
    }

    private String state(Contact contact) {
        if (!contact.member() && !contact.blocked()) return texts.format("list.stranger", contact.peer().brief());
        String rooms = PeerText.list(texts, contact.rooms());
        String said = PeerText.line(contact.status().text());
        return switch (PresenceSign.of(contact)) {
            case BLOCKED -> texts.get("list.blocked");
            case GONE -> texts.format("list.away", rooms);
            case HERE -> said(contact) ? texts.format("list.here.text", said) : texts.format("list.here", rooms);
            case AWAY -> said(contact)
                    ? texts.format("list.says-away.text", said)
                    : texts.format("list.says-away", rooms);
            case BUSY -> said(contact) ? texts.format("list.busy.text", said) : texts.format("list.busy", rooms);
        };
    }

    private static boolean said(Contact contact) {
        return !contact.status().text().isEmpty();
    }

    /// A person with the name of another known person is never shown under that name alone.
    private String nameOf(Contact contact) {
        String name = PeerText.person(contact.name());
        return contact.notTheOne() ? texts.format("name.not-the-one", name, contact.peer().brief()) : name;
    }

    private void fill(String name, String time, String below) {
        title.setText(name);
        when.setText(time);
        preview.setText(below);
        setGraphic(row);
    }

    private void setChosen(Choices choices) {
        pin.setVisible(choices.has(Choice.ON_TOP));
        boolean isQuiet = choices.has(Choice.MUTED) || choices.has(Choice.MENTIONS_ONLY);
        bell.show(choices.has(Choice.MENTIONS_ONLY) ? Feather.AT_SIGN : Feather.BELL_OFF);
        bell.setVisible(isQuiet);
        if (isQuiet) bellMeaning.setText(quiet(choices));
        pseudoClassStateChanged(QUIET, isQuiet);
    }

    /// What else was chosen for the conversation counts for nothing meanwhile.
    private void setBlocked() {
        bell.show(Feather.SLASH);
        bell.setVisible(true);
        bellMeaning.setText(texts.get("list.blocked"));
    }

    private String quiet(Choices choices) {
        return choices.has(Choice.MUTED)
                ? MutedText.of(texts, times, choices.mutedUntil())
                : texts.get("chip.mentions");
    }

    /// Nothing new is there, but the user wants to come back to it.
    private void setMarked() {
        pseudoClassStateChanged(UNREAD, true);
        Visibility.show(badge, true);
        badge.setText(texts.get("list.marked"));
    }

    private void setUnread(int unread, int calls) {
        pseudoClassStateChanged(UNREAD, unread > 0);
        Visibility.show(mention, calls > 0);
        Visibility.show(badge, unread > 0);
        badge.setText(unread >= Chats.UNREAD_MAX
                ? texts.format("list.unread-many", unread)
                : texts.format("list.unread", unread));
    }
}
