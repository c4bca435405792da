package io.landline.ui.start;

import io.landline.handshake.RefusalReason;
import io.landline.language.Texts;
import io.landline.node.port.FailureCode;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.ConnectFailed;
import io.landline.node.port.NodeEvent.Failure;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.NodeEvent.LimitReached;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.Offered;
import io.landline.node.port.NodeEvent.PauseEnded;
import io.landline.node.port.NodeEvent.PollAsked;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.NodeEvent.SessionOpened;
import io.landline.node.port.NodeEvent.ShelfTake;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.NodeEvent.WordsChanged;
import io.landline.node.port.NodeEvent.WritesDirectly;
import io.landline.node.port.NodeWatcher;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.WarningCode;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.peer.WrittenAddress;
import io.landline.ui.page.Navigation;
import io.landline.ui.page.Notices;
import io.landline.ui.page.Notices.Remedy;
import io.landline.ui.page.PauseSubject;
import io.landline.ui.page.PersonSubject;
import io.landline.ui.text.PeerText;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells the user what a node warns of, in the window's language, with the way to what helps, until it is over. What
/// the user did is no news. Called on the node's threads.
final class EventNotices implements NodeWatcher {
    /// People of refusals that are told within [#REFUSALS_WITHIN], and times for each of them: anybody may be refused
    /// under any number of identities, and no more notices stand at a time. The page of the network lists all.
    static final int REFUSALS_MAX = 3;
    static final Duration REFUSALS_WITHIN = Duration.ofMinutes(1);

    /// @param room null where it concerns the whole person
    private record RefusalSubject(Fingerprint person, @Nullable String room) {}

    /// @param first when it was told first
    /// @param times it was told since
    private record ToldRefusal(Duration first, String sentence, int times) {}

    /// Who writes directly, and is not shown yet.
    private record WriterSubject(Fingerprint person) {}

    private record WordsSubject(String change) {}

    /// @param host an address without its interface; a name where that led to none
    private record AddressSubject(String host) {
        static AddressSubject of(InetSocketAddress typed) {
            InetAddress address = typed.getAddress();
            return new AddressSubject(
                    address == null ? typed.getHostString() : withoutInterface(WrittenAddress.of(address)));
        }

        /// @param endpoint as events have it: `10.77.0.1:5263`, `[fe80::1%eth0]:5263`
        static AddressSubject of(String endpoint) {
            String host = endpoint.substring(0, Math.max(0, endpoint.lastIndexOf(':')));
            return new AddressSubject(withoutInterface(host.replace("[", "").replace("]", "")));
        }

        private static String withoutInterface(String address) {
            int scope = address.indexOf('%');
            return scope < 0 ? address : address.substring(0, scope);
        }
    }

    private final Texts texts;
    private final Notices notices;
    private final Navigation navigation;
    private final RoomsQuestion rooms;
    private final RecentRooms recentRooms;
    private final FullDiskNotice fullDisk;
    private final Predicate<String> isExamined;
    private final Supplier<Duration> uptime;
    /// Those of the last [#REFUSALS_WITHIN]. Guarded by itself.
    private final Map<RefusalSubject, ToldRefusal> refusals = new HashMap<>();
    /// What may stand on the screen. Every message asks whether one is over: most are answered here.
    private final Set<Object> told = ConcurrentHashMap.newKeySet();

    /// Reads our rooms off the node's threads, which wait for no disk.
    interface RoomsQuestion {
        void ask(Consumer<List<OwnRoom>> then);
    }

    /// @param isExamined whether the doctor dials this host now: it says itself what came of that
    /// @param uptime by which the pace of refusals is measured
    EventNotices(Texts texts, Notices notices, Navigation navigation, RoomsQuestion rooms,
            Predicate<String> isExamined, Supplier<Duration> uptime) {
        this.texts = texts;
        this.isExamined = isExamined;
        this.uptime = uptime;
        this.rooms = rooms;
        recentRooms = new RecentRooms(rooms, uptime);
        fullDisk = new FullDiskNotice(texts, notices, navigation);
        this.notices = notices;
        this.navigation = navigation;
    }

    @Override
    public void take(NodeEvent event, Instant at) {
        fullDisk.take(event);
        switch (event) {
            case Warning(var code, _, var facts) -> warn(code, texts.format("warning." + code.name(), facts.toArray()));
            case ConnectFailed failed -> {
                if (!isExamined.test(failed.typed().getHostString())) {
                    tell(AddressSubject.of(failed.typed()), unreached(failed), toDoctor());
                }
            }
            case Failure(var code, _) -> {
                // why nothing can be written stands there already, and it is not the disk
                boolean isExplained = code == FailureCode.STORAGE && told.contains(WarningCode.HISTORY_HELD);
                if (!isExplained) tell(code, texts.get("failure." + code.name()), null);
            }
            case LimitReached reached -> limitReached(reached);
            case WritesDirectly(var person, String name, _) -> writesDirectly(person, name);
            case PauseEnded(var person, String conversation) -> notices.over(new PauseSubject(person, conversation));
            case Refused refused -> refused(refused);
            case Joined(var person, _, String room) -> {
                over(new RefusalSubject(person, room));
                over(WarningCode.SLOWED);
            }
            case SessionOpened(var person, _, String endpoint) -> {
                over(new RefusalSubject(person, null));
                over(AddressSubject.of(endpoint));
                over(WarningCode.TOO_MANY_FILES);
            }
            case WordsChanged changed -> wordsChanged(changed);
            case ShelfTake take -> taken(take);
            case Message(_, String conversation, var author, _, _, _, _) -> {
                over(FailureCode.STORAGE);
                shown(conversation, author);
            }
            case PollAsked(String conversation, var author, _, _, _, _) -> shown(conversation, author);
            case Offered offered -> shown(offered.conversation(), offered.id().peer());
            case Transferred _ -> over(FailureCode.STORAGE);
            case NodeEvent _ -> {
            }
        }
    }

    private String unreached(ConnectFailed failed) {
        return texts.format("connect-failed." + failed.reason(), PeerText.line(WrittenAddress.withPort(failed.typed())),
                PeerText.line(WrittenAddress.hostOf(failed.typed())));
    }

    /// A take from a shelf that does not simply arrive: it was refused, not answered, or waits for the user.
    private void taken(ShelfTake take) {
        String what = switch (take.answer()) {
            case ShelfTake.Offered _ -> null;
            case ShelfTake.Refused(var reason) -> reason.word();
            case ShelfTake.Unanswered _ -> "unanswered";
            case ShelfTake.Waits(_, var reason) -> "waits." + reason.word();
        };
        if (what != null) notices.problem(texts.format("shelf." + what, PeerText.person(take.name())));
    }

    private void wordsChanged(WordsChanged changed) {
        var subject = new WordsSubject(changed.change());
        String name = PeerText.person(changed.name());
        String room = PeerText.line(changed.room());
        switch (changed.state()) {
            case OFFERED -> {
                ask(subject, texts.format("words.offered", name, room),
                        new Remedy(texts.get("remedy.room"), () -> whileIn(changed.room(), navigation::room)));
            }
            case TAKEN -> {
                over(subject);
                notices.done(texts.format("words.taken", name, room));
            }
            case DECLINED -> over(subject);
        }
    }

    /// Of several rooms of one name one that may be mistyped is enough.
    private static boolean isDoubtful(List<OwnRoom> all, @Nullable String label) {
        return all.stream()
                .filter(room -> room.label().equals(label))
                .map(room -> new RoomName(room.name()))
                .anyMatch(name -> all.stream()
                        .anyMatch(room -> room.doubtful() && new RoomName(room.name()).isSameAs(name)));
    }

    /// A notice stands on when the room of which it tells is left.
    ///
    /// @param label as events name rooms
    /// @param then gets the key
    private void whileIn(String label, Consumer<String> then) {
        rooms.ask(all -> all.stream()
                .filter(room -> room.label().equals(label) || room.key().equals(label))
                .map(OwnRoom::key)
                .findFirst()
                .ifPresentOrElse(then, () -> notices.fact(texts.format("room.left", PeerText.line(label)))));
    }

    private void ask(Object subject, String sentence, Remedy answer) {
        told.add(subject);
        notices.question(subject, sentence, answer);
    }

    private void tell(Object subject, String sentence, @Nullable Remedy remedy) {
        told.add(subject);
        if (remedy == null) {
            notices.problem(subject, sentence);
        } else {
            notices.problem(subject, sentence, remedy);
        }
    }

    private void over(Object subject) {
        if (told.remove(subject)) notices.over(subject);
    }

    private Remedy toDoctor() {
        return new Remedy(texts.get("remedy.doctor"), navigation::doctor);
    }

    private void warn(WarningCode code, String sentence) {
        switch (code) {
            case SLOWED, TOO_MANY_FILES, HISTORY_HELD -> tell(code, sentence, null);
            case HISTORY_FREE -> {
                over(WarningCode.HISTORY_HELD);
                notices.news(sentence);
            }
            // presence tells the port, so nobody has to act: but what goes by itself moves the page under the mouse
            case NEWER_VERSION, PORT_TAKEN -> notices.fact(sentence);
            case SHARED_PORT, OWN_PORT, CANNOT_LISTEN -> tell(code, sentence, toDoctor());
            case WEAK_KEY, IDENTITY_TWICE, HISTORY_DAMAGED, HISTORY_LOST, VERSION, INTERNAL_ERROR, SETTINGS_DAMAGED,
                    SETTINGS_MISSING, SETTINGS_VALUE, FORKED, ENDED_BY_FAULT,
                    KEYS_READABLE, DOWNLOADS -> notices.problem(sentence);
        }
    }

    /// What this person wrote directly is taken now, where that was asked about.
    private void shown(String conversation, Fingerprint author) {
        if (conversation.equals(author.hex())) over(new WriterSubject(author));
    }

    private void writesDirectly(Fingerprint person, String name) {
        ask(new WriterSubject(person), texts.format("writes-directly", PeerText.person(name), person.brief()),
                new Remedy(texts.get("remedy.open"), () -> navigation.conversation(person.hex())));
    }

    private void limitReached(LimitReached reached) {
        String name = PeerText.person(reached.name());
        String conversation = reached.conversation();
        String sentence = texts.format("limit." + reached.limit().name(), name, reached.person().brief(),
                where(conversation));
        switch (reached.limit()) {
            case DAY, UNKNOWN_KINDS -> notices.problem(new PauseSubject(reached.person(), conversation), sentence,
                    new Remedy(texts.get("remedy.open"), () -> navigation.conversation(conversation)));
            case LOGS, ADMISSIONS, DIRECT_WRITERS,
                    WRITER_GAVE_WAY -> notices.problem(new PersonSubject(reached.person()), sentence,
                            new Remedy(texts.get("remedy.person"), () -> navigation.person(reached.person())));
            case ROOM_LOGS -> notices.problem(sentence);
        }
    }

    private String where(String conversation) {
        return Fingerprint.isWhole(conversation) ? texts.get("limit.direct") : PeerText.line(conversation);
    }

    /// That words differ is told where ours may be the wrong ones: they were typed here, and nobody has proved them.
    private void refused(Refused refused) {
        if (refused.reason() == RefusalReason.WRONG_KEY) {
            recentRooms.ask(all -> {
                if (isDoubtful(all, refused.room())) tell(refused);
            });
        } else {
            tell(refused);
        }
    }

    private void tell(Refused refused) {
        if (refused.reason() == RefusalReason.BLOCKED) return; // the user's own act, or the other's business
        String key = "refused." + refused.reason().word();
        if (!texts.has(key)) return; // a reason that is no news for a person: no room in common
        String room = refused.room();
        var subject = new RefusalSubject(refused.peer(), room);
        String sentence = texts.format(key, PeerText.person(refused.name()), room == null ? "" : PeerText.line(room));
        if (!claim(subject, sentence)) return;
        Remedy remedy = refused.reason() == RefusalReason.WRONG_KEY && room != null
                ? new Remedy(texts.get("remedy.words"), () -> whileIn(room, navigation::correctWords))
                : null;
        tell(subject, sentence, remedy);
    }

    /// Whether it is told now. One that comes again, as at each attempt of somebody with other words, takes no place of
    /// another, and is told again only where that says something new: a person may have closed the notice.
    private boolean claim(RefusalSubject subject, String sentence) {
        synchronized (refusals) {
            Duration now = uptime.get();
            refusals.values().removeIf(each -> now.minus(each.first()).compareTo(REFUSALS_WITHIN) >= 0);
            ToldRefusal before = refusals.get(subject);
            if (before == null ? refusals.size() >= REFUSALS_MAX : before.times() >= REFUSALS_MAX) return false;
            if (before != null && told.contains(subject) && sentence.equals(before.sentence())) return false;
            refusals.put(subject, before == null
                    ? new ToldRefusal(now, sentence, 1)
                    : new ToldRefusal(before.first(), sentence, before.times() + 1));
            return true;
        }
    }
}
