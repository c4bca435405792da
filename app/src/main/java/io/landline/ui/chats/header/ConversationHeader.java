package io.landline.ui.chats.header;

import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.Contacts.Contact;
import io.landline.peer.Fingerprint;
import io.landline.ui.chats.menu.MenuSubject.Person;
import io.landline.ui.chats.part.PresenceSign;
import io.landline.ui.text.PeerText;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands above the open conversation, and what follows from it for the composer. Immutable.
///
/// @param title somebody's text
/// @param peer the other of a direct one; null for a room
/// @param exists whether the node has this conversation; a person may be chosen before anything was written
/// @param mutedUntil when the muting ends by itself; null where it does not, or nothing is muted
public record ConversationHeader(String key, Kind kind, String title, @Nullable Fingerprint peer, People people,
        boolean exists, Set<Chip> chips, @Nullable Instant mutedUntil, Writing writing) {
    /// The others, by name: somebody's text.
    ///
    /// @param here those who are here; of a direct one the other, or none
    /// @param away the members who are not
    /// @param awaited who was chosen to get the new words of the room, and does not have them yet
    /// @param blocked the members of a room who are blocked: neither here nor away, as nothing goes to them
    public record People(List<String> here, List<String> away, List<String> awaited, List<String> blocked) {
        static final People NONE = new People(List.of(), List.of());

        People(List<String> here, List<String> away) { this(here, away, List.of(), List.of()); }
    }

    /// What a person should know of the one they write to. A room that nobody else has joined yet is doubtful where its
    /// words were typed here, and may be mistyped: those that were made here are right.
    public enum Chip {
        UNCONFIRMED,
        DOUBTFUL,
        OPEN,
        VERIFIED,
        NOT_THE_ONE,
        BLOCKED,
        ARCHIVED,
        MUTED,
        MENTIONS_ONLY,
        AWAY,
        BUSY,
        NEW_WORDS
    }

    /// Whether something can be written.
    public enum Writing { POSSIBLE, STRANGER, BLOCKED, GONE }

    /// Of a room its name for everybody, without `#`; else the title.
    public String realTitle() {
        return peer == null && exists ? key.substring(1) : title;
    }

    /// The title, safe to show.
    public String shownTitle() {
        return PeerText.title(title, peer == null);
    }

    /// Whether it is of a room, one that was left too.
    public boolean isOfRoom() {
        return key.startsWith("#");
    }

    /// Whether a message written now would reach somebody else now.
    public boolean reaches() {
        return !people.here().isEmpty();
    }

    /// What is known of the other of a direct one.
    PresenceSign standing() {
        if (chips.contains(Chip.BLOCKED)) return PresenceSign.BLOCKED;
        if (!reaches()) return PresenceSign.GONE;
        if (chips.contains(Chip.BUSY)) return PresenceSign.BUSY;
        return chips.contains(Chip.AWAY) ? PresenceSign.AWAY : PresenceSign.HERE;
    }

    /// The other side, as menus know it; null for a room, and where nothing is known.
    @Nullable
    public Person person() {
        if (peer == null || writing == Writing.GONE) return null;
        return new Person(peer, PeerText.person(title), chips.contains(Chip.BLOCKED));
    }

    /// @param key as events name conversations
    /// @param conversation null where it holds nothing yet
    public static ConversationHeader of(String key, @Nullable Conversation conversation, List<Contact> contacts) {
        if (Fingerprint.isWhole(key)) return direct(key, conversation, contacts);
        return room(key, conversation, contacts);
    }

    private static ConversationHeader direct(String key, @Nullable Conversation conversation, List<Contact> contacts) {
        Fingerprint peer = Fingerprint.parse(key);
        Contact other = contacts.stream().filter(each -> each.peer().equals(peer)).findFirst().orElse(null);
        if (other == null) {
            String title = conversation == null ? peer.brief() : conversation.title();
            return new ConversationHeader(key, Kind.DIRECT, title, peer,
                    new People(List.of(), List.of(title)), conversation != null, chosen(conversation),
                    end(conversation), Writing.GONE);
        }
        Set<Chip> chips = chosen(conversation);
        if (other.verified()) chips.add(Chip.VERIFIED);
        if (other.notTheOne()) chips.add(Chip.NOT_THE_ONE);
        if (other.blocked()) chips.add(Chip.BLOCKED);
        if (PresenceSign.of(other) == PresenceSign.AWAY) chips.add(Chip.AWAY);
        if (PresenceSign.of(other) == PresenceSign.BUSY) chips.add(Chip.BUSY);
        Writing writing = other.blocked() ? Writing.BLOCKED : other.member() ? Writing.POSSIBLE : Writing.STRANGER;
        List<Contact> alone = List.of(other);
        return new ConversationHeader(key, Kind.DIRECT, other.name(), peer,
                new People(names(alone, true), names(alone, false)), conversation != null, chips,
                end(conversation), writing);
    }

    private static ConversationHeader room(String key, @Nullable Conversation room, List<Contact> contacts) {
        if (room == null) {
            return new ConversationHeader(key, Kind.ROOM, key, null, People.NONE, false, Set.of(), null, Writing.GONE);
        }
        Set<Chip> chips = chosen(room);
        if (room.kind() == Kind.OPEN_ROOM) chips.add(Chip.OPEN);
        Map<Boolean, List<Contact>> members = contacts.stream()
                .filter(each -> each.member() && each.isIn(room.label()))
                .collect(Collectors.partitioningBy(Contact::blocked));
        List<Contact> met = members.getOrDefault(false, List.of());
        List<String> blocked = members.getOrDefault(true, List.of()).stream().map(Contact::name).toList();
        List<String> awaited = contacts.stream()
                .filter(each -> each.awaited().contains(room.label()))
                .map(Contact::name)
                .toList();
        boolean isUnconfirmed = !room.confirmed() && room.kind() == Kind.ROOM && awaited.isEmpty();
        if (isUnconfirmed) chips.add(Chip.UNCONFIRMED);
        return new ConversationHeader(key, room.kind(), room.title(), null,
                new People(names(met, true), names(met, false), awaited, blocked), true, chips, end(room),
                Writing.POSSIBLE);
    }

    /// The same where somebody offers other words for this room, not decided yet.
    public ConversationHeader withNewWords() {
        Set<Chip> more = EnumSet.of(Chip.NEW_WORDS);
        more.addAll(chips);
        return new ConversationHeader(key, kind, title, peer, people, exists, more, mutedUntil, writing);
    }

    /// The same where the words of this room may be mistyped.
    public ConversationHeader withDoubt() {
        if (!chips.contains(Chip.UNCONFIRMED)) return this;
        Set<Chip> others = EnumSet.copyOf(chips);
        others.remove(Chip.UNCONFIRMED);
        others.add(Chip.DOUBTFUL);
        return new ConversationHeader(key, kind, title, peer, people, exists, others, mutedUntil, writing);
    }

    /// What the user chose for it.
    private static Set<Chip> chosen(@Nullable Conversation conversation) {
        Set<Chip> chips = EnumSet.noneOf(Chip.class);
        if (conversation == null) return chips;
        if (conversation.archived()) chips.add(Chip.ARCHIVED);
        if (conversation.quiet()) chips.add(conversation.muted() ? Chip.MUTED : Chip.MENTIONS_ONLY);
        return chips;
    }

    private static @Nullable Instant end(@Nullable Conversation conversation) {
        return conversation == null ? null : conversation.choices().mutedUntil();
    }

    private static boolean isIn(Contact contact, Conversation room) {
        return contact.member() && contact.rooms().contains(room.label());
    }

    /// The others in a conversation, who are here and who are away.
    public static List<Contact> others(String key, @Nullable Conversation conversation, List<Contact> contacts) {
        if (Fingerprint.isWhole(key)) return contacts.stream().filter(each -> each.peer().hex().equals(key)).toList();
        if (conversation == null) return List.of();
        return contacts.stream().filter(each -> isIn(each, conversation)).toList();
    }

    private static List<String> names(List<Contact> members, boolean here) {
        return members.stream().filter(each -> each.here() == here).map(Contact::name).toList();
    }
}
