package io.landline.session.members;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import io.landline.session.members.MemberFrames.Answer;
import io.landline.session.members.MemberFrames.Member;
import io.landline.session.members.MemberFrames.Request;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks members of our rooms which other members they have a session with, and answers such questions: so one known
/// peer across a router is enough to meet all of its side. Only addresses of open sessions are told. The peer that is
/// told has joined that room, and so has the peer that it is told of. Asking goes out after a join and now and then, to
/// few. Those that learn of a peer dial it, so nobody has to be told unasked.
///
/// Any thread; the lock is held for some assignments, never while a frame is handed to a session.
public final class MemberExchange implements SessionListener {
    /// After a join: those who are on this segment have been met by then.
    static final Duration ASK_AFTER_JOIN = Duration.ofSeconds(2);
    /// Between two rounds of questions, a fifth more or less.
    static final Duration ASK_EVERY = Duration.ofSeconds(60);
    /// Of one room, after somebody joined; one otherwise.
    static final int ASKED_AFTER_JOIN = 3;
    /// How often one peer gets an answer, at most.
    static final Duration ANSWER_EVERY = Duration.ofSeconds(1);
    /// What comes later than this after our question is no answer to it.
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final double JITTER = 0.2;

    /// What is remembered of one session and room.
    private static final class Talk {
        @Nullable
        Duration askedAt;
        @Nullable
        Duration answeredAt;
    }

    private final Supplier<Duration> uptime;
    private final Random random;
    private final Consumer<Duration> lookBy;
    private final BiConsumer<RoomId, Member> heardOf;
    private final Map<Session, Map<RoomId, Talk>> talks = new LinkedHashMap<>();
    private final Set<RoomId> fresh = new HashSet<>();
    private @Nullable Duration askAt;

    /// @param lookBy leads to [#runDue] at that time
    /// @param heardOf what a member told of somebody, unchecked
    public MemberExchange(Supplier<Duration> uptime, Random random, Consumer<Duration> lookBy,
            BiConsumer<RoomId, Member> heardOf) {
        this.uptime = uptime;
        this.random = random;
        this.lookBy = lookBy;
        this.heardOf = heardOf;
    }

    @Override
    public void joined(Session session, RoomId room) {
        Duration soon = uptime.get().plus(ASK_AFTER_JOIN);
        synchronized (this) {
            talks.computeIfAbsent(session, _ -> new HashMap<>()).put(room, new Talk());
            boolean waits = fresh.isEmpty();
            fresh.add(room);
            if (waits) askAt = soon;
        }
        lookBy.accept(soon);
    }

    @Override
    public synchronized void left(Session session, RoomId room) {
        Map<RoomId, Talk> rooms = talks.get(session);
        if (rooms != null) rooms.remove(room);
    }

    @Override
    public synchronized void closed(Session session, EndReason reason) {
        talks.remove(session);
        if (!talks.isEmpty()) return;
        fresh.clear();
        askAt = null;
    }

    /// When [#runDue] has something to do next; null while nobody is there.
    synchronized @Nullable public Duration dueAt() {
        return askAt;
    }

    /// Asks, where it is time to.
    public void runDue(Duration now) {
        var questions = new LinkedHashMap<Session, List<Frame>>();
        synchronized (this) {
            if (askAt == null || askAt.compareTo(now) > 0) return;
            for (RoomId room : rooms()) {
                List<Session> members = members(room);
                var question = new Request(room, brief(members)).toFrame();
                Collections.shuffle(members, random);
                for (Session session : members.subList(0,
                        Math.min(members.size(), fresh.contains(room) ? ASKED_AFTER_JOIN : 1))) {
                    talk(session, room).askedAt = now;
                    questions.computeIfAbsent(session, _ -> new ArrayList<>()).add(question);
                }
            }
            fresh.clear();
            double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
            askAt = talks.isEmpty() ? null : now.plusMillis((long) (ASK_EVERY.toMillis() * factor));
        }
        questions.forEach((session, frames) -> frames.forEach(frame -> session.offer(Lane.SESSION, frame)));
    }

    private Set<RoomId> rooms() {
        var rooms = new LinkedHashSet<RoomId>();
        talks.values().forEach(each -> rooms.addAll(each.keySet()));
        return rooms;
    }

    private List<Session> members(RoomId room) {
        var members = new ArrayList<Session>();
        talks.forEach((session, rooms) -> {
            if (rooms.containsKey(room)) members.add(session);
        });
        return members;
    }

    private Talk talk(Session session, RoomId room) {
        return talks.computeIfAbsent(session, _ -> new HashMap<>()).computeIfAbsent(room, _ -> new Talk());
    }

    private List<String> brief(List<Session> members) {
        var digits = new ArrayList<>(members.stream().map(session -> session.peer().brief()).toList());
        if (digits.size() > MemberFrames.KNOWN_MAX) Collections.shuffle(digits, random);
        return digits.stream().limit(MemberFrames.KNOWN_MAX).toList();
    }

    /// Frames of other types are not ours, and cannot come here.
    @Override
    public void received(Session session, Frame frame) throws MalformedFrameException {
        switch (frame.type()) {
            case FrameType.MEMBERS_WANTED -> answer(session, Request.of(frame));
            case FrameType.MEMBERS -> receive(session, Answer.of(frame));
            default -> throw new MalformedFrameException(
                    "frame type " + FrameType.written(frame.type()) + " is no members frame");
        }
    }

    private void answer(Session asking, Request wanted) {
        Duration now = uptime.get();
        var known = new HashSet<>(wanted.known());
        var told = new ArrayList<Member>();
        synchronized (this) {
            Talk talk = joinedTalk(asking, wanted.room());
            if (talk == null || talk.answeredAt != null && now.minus(talk.answeredAt).compareTo(ANSWER_EVERY) < 0) {
                return;
            }
            talk.answeredAt = now;
            for (Session member : members(wanted.room())) {
                Fingerprint peer = member.peer();
                Endpoint endpoint = member.listensAt();
                boolean news = member != asking && !peer.equals(asking.peer()) && !known.contains(peer.brief());
                if (news && member.isOpen() && endpoint != null && means(endpoint.address())) {
                    told.add(new Member(peer, endpoint));
                }
            }
            Collections.shuffle(told, random);
        }
        if (told.isEmpty()) return;
        List<Member> some = told.subList(0, Math.min(told.size(), MemberFrames.MEMBERS_MAX));
        asking.offer(Lane.SESSION, new Answer(wanted.room(), some).toFrame());
    }

    /// Whether an address means the same to another computer.
    private static boolean means(InetAddress address) {
        return !address.isLoopbackAddress() && !address.isLinkLocalAddress();
    }

    private void receive(Session from, Answer told) {
        Duration now = uptime.get();
        synchronized (this) {
            Talk talk = joinedTalk(from, told.room());
            if (talk == null || talk.askedAt == null || now.minus(talk.askedAt).compareTo(ANSWER_WITHIN) > 0) return;
            talk.askedAt = null;
        }
        for (Member member : told.members()) heardOf.accept(told.room(), member);
    }

    /// Null where that peer has not joined that room: it gets and tells nothing of it.
    private @Nullable Talk joinedTalk(Session session, RoomId room) {
        Map<RoomId, Talk> rooms = talks.get(session);
        return rooms == null || !session.joined().contains(room) ? null : rooms.get(room);
    }
}
