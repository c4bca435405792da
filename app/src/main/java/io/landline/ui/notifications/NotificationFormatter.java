package io.landline.ui.notifications;

import io.landline.desktop.DesktopNotifications.Content;
import io.landline.desktop.DesktopNotifications.Labels;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.node.port.Chats.Conversation;
import io.landline.ui.notifications.News.Asking;
import io.landline.ui.text.MessageMarkup;
import io.landline.ui.text.PeerText;

/// Puts notifications into words. Immutable; any thread.
final class NotificationFormatter {
    /// Desktops show two or three lines; the whole text stands in the window.
    static final int BODY_CHARACTERS_MAX = 200;

    private final Texts texts;
    private final Labels labels;
    /// Nobody can answer many people at once.
    private final Labels openAlone;

    NotificationFormatter(Language language) {
        texts = Texts.beside(NotificationFormatter.class, language);
        labels = new Labels(texts.get("open"), texts.get("reply"));
        openAlone = new Labels(texts.get("open"), null);
    }

    Content content(Notification of) {
        return new Content(of.conversation(), summary(of), body(of), of.audible(), labels);
    }

    /// @param subject of the notification that many people share
    Content content(String subject, SharedNotification of) {
        return new Content(subject, texts.format("summary.shared", of.messages(), of.people()),
                texts.format("hidden.by", PeerText.person(of.newest())), of.audible(), openAlone);
    }

    /// The place, the authors and the number of messages.
    private String summary(Notification of) {
        String where = where(of.of());
        if (of.count() > NotificationRules.COUNT_MAX) {
            return texts.format("summary.very-many", where, NotificationRules.COUNT_MAX);
        }
        if (of.count() > 1) return texts.format("summary.many", where, of.count());
        if (isDirect(of.of()) || of.newest() instanceof News.RoomJoined) return where;
        boolean isCall = of.newest() instanceof News.MessageCame said && said.callsUser();
        return texts.format(isCall ? "summary.calls" : "summary.in-room", PeerText.person(of.newest().author()), where);
    }

    /// What was written, or only that something was.
    private String body(Notification of) {
        String author = PeerText.person(of.newest().author());
        if (of.newest() instanceof News.RoomJoined) return texts.format("joined", author);
        boolean isNamed = of.count() > 1 && !isDirect(of.of());
        if (!of.preview()) {
            if (isNamed) return texts.format("hidden.by", author);
            return hidden(of.newest());
        }
        String said = switch (of.newest()) {
            case News.MessageCame(_, _, _, String text, _) -> PeerText.excerpt(beginning(MessageMarkup.plain(text)));
            case News.FilesOffered(_, _, var names) -> texts.format("files", beginning(PeerText.list(texts, names)));
            case News.Asked(_, _, _, var by, String what) -> texts.format(by == Asking.POLL ? "poll" : "box",
                    PeerText.excerpt(beginning(what)));
            case News.RoomJoined _ -> "";
        };
        return isNamed ? texts.format("said", author, said) : said;
    }

    private String hidden(News.Told news) {
        return texts.get(switch (news) {
            case News.FilesOffered _ -> "hidden.files";
            case News.Asked asked -> asked.by() == Asking.POLL ? "hidden.poll" : "hidden.box";
            case News.MessageCame _, News.RoomJoined _ -> "hidden";
        });
    }

    private static String beginning(String text) {
        return PeerText.shortened(text.strip(), BODY_CHARACTERS_MAX);
    }

    private static boolean isDirect(Conversation of) {
        return of.peer() != null;
    }

    private static String where(Conversation of) {
        if (isDirect(of)) return PeerText.person(of.title());
        return PeerText.line(of.title().equals(of.realTitle()) ? "#" + of.title() : of.title());
    }
}
