package io.landline.ui.notifications;

import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.peer.Fingerprint;
import io.landline.settings.NotificationSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Decides which news the desktop is told. It knows no desktop and no clock: it is told what came, what the user sees
/// and what time it is. A conversation has one notification; what comes while it stands replaces it, with a count. What
/// comes directly from people that this user does not know well may share one. Confined to the JavaFX thread.
final class NotificationRules {
    /// In the first seconds of a window members hand over what was said before. That is history: the list counts it.
    static final Duration CATCHING_UP = Duration.ofSeconds(10);
    /// One sound for a burst, also if it runs through several conversations.
    static final Duration SOUND_INTERVAL_MIN = Duration.ofSeconds(5);
    /// Above, the exact number says nothing to a person.
    static final int COUNT_MAX = 99;

    /// What the desktop is asked to do.
    interface Screen {
        /// Shows a notification in the place of the one that stands for its conversation.
        void show(Notification notification);

        void takeBack(String conversation);

        /// Shows a notification for several conversations in the place of the one that stands.
        void show(SharedNotification notification);

        void takeBackShared();
    }

    /// What stands on the screen for a conversation.
    ///
    /// @param count how many messages and offers; somebody who joins does not count
    /// @param known false: of a person that this user did not know well when it came
    private record Standing(int count, News.Told newest, boolean known) {}

    private final Screen screen;
    private final Map<String, Standing> standing = new LinkedHashMap<>();
    /// How many messages and offers of a conversation came in quiet hours; those that were read since do not count.
    private final Map<String, Integer> heldBack = new HashMap<>();
    private final SharedNews shared = new SharedNews();
    private Map<String, Conversation> conversations = Map.of();
    private Set<Fingerprint> wellKnown = Set.of();
    private NotificationSettings settings;
    private String ownName = "";
    private boolean focused;
    private @Nullable String open;
    /// When a notification last made a sound, as uptime.
    private @Nullable Duration soundedAt;

    NotificationRules(NotificationSettings settings, Screen screen) {
        this.settings = settings;
        this.screen = screen;
    }

    /// Whether anything stands on the screen, so that a change may take it back.
    boolean anyStanding() {
        return !standing.isEmpty() || shared.isStanding();
    }

    /// Whether it matters when something is read: it is taken back, or no longer counted.
    boolean waitsForReading() {
        return anyStanding() || !heldBack.isEmpty() || !shared.isEmpty();
    }

    /// The user chose otherwise. What stands and would not be shown like this any more goes.
    void choose(NotificationSettings chosen) {
        boolean isHidden = settings.preview() && !chosen.preview();
        settings = chosen;
        if (!chosen.on()) heldBack.clear();
        if (!chosen.on() || isHidden) takeAllBack();
    }

    /// Of some conversations only texts with this name in them are told.
    void nameOf(String user) {
        ownName = user;
    }

    /// Those of the people who wrote directly that this user knows well: each has a notification of their own.
    void nameWellKnown(Set<Fingerprint> people) {
        wellKnown = people;
    }

    /// What the user sees now: what is in view needs no notification.
    ///
    /// @param hasFocus whether the window has the keyboard
    /// @param shown the conversation that is open on its page in front; null for none
    void look(boolean hasFocus, @Nullable String shown) {
        focused = hasFocus;
        open = shown;
        if (!hasFocus || shown == null) return;
        heldBack.remove(shown);
        takeBack(shown);
        takeOutOfShared(shown::equals);
    }

    /// The conversations as they are now. What was read, muted or left is taken back.
    void know(List<Conversation> all) {
        var now = new HashMap<String, Conversation>();
        for (Conversation each : all) now.put(each.key(), each);
        conversations = now;
        heldBack.keySet().removeIf(key -> !isUnread(now.get(key)));
        takeOutOfShared(key -> !isUnread(now.get(key)));
        for (String key : List.copyOf(standing.keySet())) {
            Conversation of = now.get(key);
            if (of == null || of.muted() || of.mentionsOnly() && !callsUser(standing.get(key))
                    || of.unread() == 0 && isToBeRead(key)) {
                takeBack(key);
            }
        }
    }

    private static boolean isUnread(@Nullable Conversation of) {
        return of != null && !of.muted() && of.unread() > 0;
    }

    /// That somebody joined is nothing that counts as unread.
    private boolean isToBeRead(String key) {
        Standing now = standing.get(key);
        return now != null && !(now.newest() instanceof News.RoomJoined);
    }

    /// News, in the order in which they came.
    ///
    /// @param all the conversations with the news in them, as for [#know]
    void take(List<News> news, List<Conversation> all, Moment now) {
        Map<String, Conversation> before = conversations;
        know(all);
        Set<String> changed = new LinkedHashSet<>();
        Set<String> first = new LinkedHashSet<>();
        boolean isSharedChanged = false;
        for (News each : news) {
            News.Told told = told(each, changed);
            if (told == null || !isWorth(told, before, now.uptime())) continue;
            String key = each.conversation();
            boolean isQuiet = settings.isQuietAt(now.time());
            Standing one = standing.get(key);
            if (each instanceof News.RoomJoined) {
                if (isQuiet || one != null) continue; // what stands there says more
                standing.put(key, new Standing(0, told, true));
                first.add(key);
                changed.add(key);
                continue;
            }
            if (isQuiet) {
                heldBack.merge(key, 1, Integer::sum);
                continue;
            }
            int earlier = Objects.requireNonNullElse(heldBack.remove(key), 0);
            boolean isKnown = isKnown(key);
            if (one == null && !isKnown && shared.takes(key, unknownStanding(), now.uptime())) {
                shared.add(key, each.author(), earlier);
                isSharedChanged = true;
                continue;
            }
            if (one == null) first.add(key);
            earlier += one == null ? shared.remove(key) : one.count();
            standing.put(key, new Standing(Math.min(earlier + 1, COUNT_MAX + 1), told, isKnown));
            changed.add(key);
        }
        changed.removeIf(key -> !standing.containsKey(key)); // deleted at once
        for (String key : changed) show(key, first.contains(key) && mayBeHeard(now.uptime()));
        takeOutOfShared(changed::contains);
        if (isSharedChanged) showShared(now.uptime());
    }

    /// What may be told; a change of what stands is made at once.
    ///
    /// @param changed gets the conversation of a notification that has other words now
    private News.@Nullable Told told(News news, Set<String> changed) {
        return switch (news) {
            case News.Told come -> come;
            case News.Edited edited -> {
                boolean stands = edit(edited);
                if (stands) changed.add(edited.conversation());
                yield stands || !callsLate(edited) ? null : edited.anew();
            }
            case News.Deleted gone -> {
                takeBack(gone);
                yield null;
            }
        };
    }

    /// Whether it calls the user to a message that was not told, since it did not do so before. Where nothing that
    /// calls is unread in the conversation, this message was read too.
    private boolean callsLate(News.Edited edited) {
        Conversation of = conversations.get(edited.conversation());
        return edited.callsUser() && of != null && isOnlyCalled(of) && of.calls() > 0;
    }

    /// A room is one that the user joined. What the user chose something for is known too.
    private boolean isKnown(String key) {
        Conversation of = conversations.get(key);
        Fingerprint peer = of == null ? null : of.peer();
        return of == null || peer == null || wellKnown.contains(peer) || of.onTop() || of.mentionsOnly();
    }

    private int unknownStanding() {
        return (int) standing.values().stream().filter(each -> !each.known()).count();
    }

    private void showShared(Duration uptime) {
        if (shared.isEmpty() || !shared.mayShow(uptime)) return;
        screen.show(shared.shown(!shared.isStanding() && mayBeHeard(uptime)));
    }

    private void takeOutOfShared(Predicate<String> isOver) {
        boolean isLess = shared.removeIf(isOver);
        if (shared.isEmpty()) {
            takeBackShared();
        } else if (isLess && shared.isStanding()) {
            screen.show(shared.shown(false));
        }
    }

    private void takeBackShared() {
        boolean wasStanding = shared.isStanding();
        shared.takenBack();
        if (wasStanding) screen.takeBackShared();
    }

    private boolean isWorth(News.Told news, Map<String, Conversation> before, Duration uptime) {
        if (!settings.on() || uptime.compareTo(CATCHING_UP) < 0) return false;
        String key = news.conversation();
        Conversation of = conversations.get(key);
        if (of == null || of.muted() || focused && key.equals(open)) return false;
        return switch (news) {
            case News.MessageCame said -> of.unread() > 0 && (!isOnlyCalled(of) || callsUser(said));
            case News.FilesOffered _, News.Asked _ -> of.unread() > 0 && !isOnlyCalled(of);
            case News.RoomJoined _ -> {
                Conversation was = before.get(key);
                yield !focused && of.kind() == Kind.ROOM && !of.mentionsOnly() && (was == null || !was.confirmed());
            }
        };
    }

    private static boolean isOnlyCalled(Conversation of) {
        return of.kind() == Kind.OPEN_ROOM || of.mentionsOnly();
    }

    /// By a mention, or by the name as it stands in the text: older versions and programs know no mentions.
    private boolean callsUser(News.MessageCame said) {
        return said.callsUser() || MentionFinder.isNamed(ownName, said.text());
    }

    private boolean callsUser(@Nullable Standing now) {
        return now != null && now.newest() instanceof News.MessageCame said && callsUser(said);
    }

    private boolean mayBeHeard(Duration now) {
        boolean isSoon = soundedAt != null && now.minus(soundedAt).compareTo(SOUND_INTERVAL_MIN) < 0;
        if (!settings.sound() || isSoon) return false;
        soundedAt = now;
        return true;
    }

    private void show(String key, boolean audible) {
        Standing now = standing.get(key);
        Conversation of = conversations.get(key);
        if (now == null || of == null) return;
        screen.show(new Notification(of, Math.max(1, now.count()), now.newest(), settings.preview(), audible));
    }

    /// The user closed it, or it went by itself: what comes later counts from one.
    void gone(String conversation) {
        standing.remove(conversation);
        heldBack.remove(conversation);
    }

    /// The same of the shared one, which does not come again at once.
    void sharedGone(Duration uptime) {
        shared.closed(uptime);
    }

    private void takeBack(String conversation) {
        if (standing.remove(conversation) != null) screen.takeBack(conversation);
    }

    /// Puts the new words of a message in the place of those that stand.
    ///
    /// @return whether they stand
    private boolean edit(News.Edited edited) {
        Standing now = standing.get(edited.conversation());
        if (now == null || !(now.newest() instanceof News.MessageCame said) || !said.isOf(edited.id())) return false;
        var anew = new News.MessageCame(said.conversation(), said.author(), said.id(), edited.text(),
                said.callsUser() || edited.callsUser());
        standing.put(edited.conversation(), new Standing(now.count(), anew, now.known()));
        return true;
    }

    /// The words of a deleted message stand on no screen any more; the list counts what else is new there.
    private void takeBack(News.Deleted gone) {
        Standing now = standing.get(gone.conversation());
        if (now != null && now.newest().isOf(gone.id())) takeBack(gone.conversation());
    }

    /// The window ends: what stands would lead nowhere.
    void takeAllBack() {
        for (String key : new ArrayList<>(standing.keySet())) takeBack(key);
        takeBackShared();
    }
}
