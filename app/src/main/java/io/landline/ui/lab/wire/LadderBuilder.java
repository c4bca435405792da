package io.landline.ui.lab.wire;

import io.landline.lab.Addresses;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.Peer;
import io.landline.lab.Transport;
import io.landline.ui.lab.wire.Ladder.BySystem;
import io.landline.ui.lab.wire.Ladder.BySystem.Doing;
import io.landline.ui.lab.wire.Ladder.Lifeline;
import io.landline.ui.lab.wire.Ladder.Message;
import io.landline.ui.lab.wire.Ladder.Rung;
import io.landline.ui.lab.wire.Ladder.Silence;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Builds the ladder from what the programs tell. If both ends run here each message is told twice, by its sender and
/// by its receiver: the two are one rung. Datagrams are joined by what is in them, a TCP stream by the places of its
/// bytes ([StreamDirection]). Confined to one thread.
final class LadderBuilder {
    /// As many as the trace keeps.
    static final int RUNGS_MAX = 2_000;
    /// A class has thirty computers; more sockets than this are no picture.
    static final int LANES_MAX = 64;
    /// The other end tells of a message at once; further back it is another message of the same content.
    private static final int LOOKED_BACK = 64;

    /// A socket of ours.
    private record Own(int card, int run, SocketAddress local, Transport transport, Lifeline lane) {}

    /// From one lane to another.
    private record Way(int from, int to) {
        boolean touches(int lane) {
            return from == lane || to == lane;
        }
    }

    private final Predicate<InetAddress> isOfThisComputer;
    private final List<Own> owns = new ArrayList<>();
    private final List<Lifeline> lanes = new ArrayList<>();
    private final NewestItems<Rung> rungs = new NewestItems<>(RUNGS_MAX);
    /// Messages told by one end so far, by their numbers: who told it.
    private final Map<Long, Integer> half = new HashMap<>();
    private final Map<Way, StreamDirection> streams = new HashMap<>();
    private boolean isPartial;
    private int laneId;
    private long number;

    /// @param isOfThisComputer whether a socket that listens on all interfaces is reached at this address
    LadderBuilder(Predicate<InetAddress> isOfThisComputer) { this.isOfThisComputer = isOfThisComputer; }

    /// Says whether some of what comes next is missing.
    void begin(boolean partial) {
        isPartial = partial;
        if (partial) streams.values().forEach(StreamDirection::lose);
    }

    void apply(ProgramEvent told) {
        int card = told.card();
        int run = told.run();
        switch (told.event()) {
            case LabEvent.Started started -> open(card, run, started);
            case LabEvent.In(var at, var peer, var payload, var note) -> message(card, run, at, peer,
                    Excerpt.of(payload), note, true);
            case LabEvent.Out(var at, var peer, var payload, _, var note) -> message(card, run, at, peer,
                    Excerpt.of(payload), note, false);
            case LabEvent.Unanswered(var at, var message, var why) -> at(card, run, message.peer(),
                    (own, other) -> rungs.add(new Silence(++number, at, own.lane().id(), other.id(), why)));
            case LabEvent.Connection(var at, var peer, var state) -> at(card, run, peer,
                    (own, other) -> bySystem(own, other, at, doing(state)));
            case LabEvent.Refused _, LabEvent.Remark _, LabEvent.Sample _, LabEvent.Rate _,
                    LabEvent.Progress _, LabEvent.SoFar _, LabEvent.Opened _, LabEvent.Result _,
                    LabEvent.Stopped _ -> {
            }
        }
    }

    private static Doing doing(LabEvent.Connection.State state) {
        return switch (state) {
            case CONNECTED -> Doing.CONNECTED;
            case WAITING -> Doing.WAITING;
            case CLOSED -> Doing.CLOSED;
        };
    }

    Ladder ladder() {
        List<Rung> kept = rungs.all();
        var used = new HashSet<Integer>();
        for (Rung each : kept) {
            used.add(each.from());
            used.add(each.to());
        }
        return new Ladder(lanes.stream().filter(lane -> used.contains(lane.id()) || isNewestOfItsCard(lane)).toList(),
                kept, rungs.left());
    }

    void clear() {
        rungs.clear();
        half.clear();
        streams.values().forEach(StreamDirection::clear);
    }

    private boolean isNewestOfItsCard(Lifeline lane) {
        if (lane.isElsewhere()) return false;
        Own newest = null;
        for (Own each : owns) if (each.card() == lane.card()) newest = each;
        return newest != null && newest.lane().id() == lane.id();
    }

    private interface Between {
        void draw(Own own, Lifeline other);
    }

    private void at(int card, int run, Peer peer, Between between) {
        Own own = own(card, run);
        if (own != null) between.draw(own, other(own, peer));
    }

    /// The server tells of a connection once it has it from its system, and a client may have written before. The
    /// connection stood then, so it is above what the client wrote.
    private void bySystem(Own own, Lifeline other, Instant at, Doing doing) {
        boolean begins = doing == Doing.WAITING || (doing == Doing.CONNECTED && !waits(own, other));
        Instant begun = at;
        if (begins && half.containsValue(other.id())) {
            begun = rungs.all()
                    .stream()
                    .filter(each -> isUnread(each, own, other))
                    .findFirst()
                    .map(Rung::at)
                    .orElse(at);
        }
        rungs.add(new BySystem(++number, begun, other.id(), own.lane().id(), doing),
                each -> begins && isUnread(each, own, other), LOOKED_BACK);
    }

    private boolean isUnread(Rung rung, Own own, Lifeline other) {
        return rung instanceof Message && rung.from() == other.id() && rung.to() == own.lane().id()
                && Integer.valueOf(other.id()).equals(half.get(rung.number()));
    }

    /// Whether the connection was told of already: this server took another client first.
    private boolean waits(Own own, Lifeline other) {
        Doing last = null;
        for (Rung each : rungs.all()) {
            if (each instanceof BySystem told && told.from() == other.id() && told.to() == own.lane().id()) {
                last = told.doing();
            }
        }
        return last == Doing.WAITING;
    }

    private void message(int card, int run, Instant at, Peer peer, Excerpt payload, LabMessage note, boolean in) {
        at(card, run, peer, (own, other) -> {
            int from = in ? other.id() : own.lane().id();
            int to = in ? own.lane().id() : other.id();
            var alone = new Message(number + 1, at, from, to, payload, false, note);
            if (!other.isElsewhere() && join(own, alone, in)) return;
            rungs.add(alone);
            number++;
            if (!other.isElsewhere()) {
                half.put(number, own.lane().id());
                half.remove(number - LOOKED_BACK);
            }
        });
    }

    /// Joins it with what was drawn of the same bytes. False where none was.
    private boolean join(Own own, Message message, boolean in) {
        if (own.transport() == Transport.TCP) {
            StreamDirection stream = streams.computeIfAbsent(new Way(message.from(), message.to()), _ -> {
                var begun = new StreamDirection();
                if (isPartial) begun.lose();
                return begun;
            });
            StreamDirection.Change change = stream.add(message, in);
            if (change != null) return draw(change);
        }
        return rungs.replace(
                each -> each instanceof Message sent && sent.from() == message.from() && sent.to() == message.to()
                        && isHalf(sent, own) && sent.payload().equals(message.payload()),
                each -> whole((Message) each, message.note()), LOOKED_BACK);
    }

    private boolean draw(StreamDirection.Change change) {
        if (change.replaced().isEmpty()) return false;
        var replaced = new HashSet<>(change.replaced());
        rungs.join(each -> replaced.contains(each.number()), change.message());
        half.keySet().removeAll(replaced);
        return true;
    }

    /// Whether so far only the other end has told of it.
    private boolean isHalf(Message message, Own own) {
        Integer toldBy = half.get(message.number());
        return toldBy != null && toldBy != own.lane().id();
    }

    private Message whole(Message sent, LabMessage note) {
        half.remove(sent.number());
        return new Message(sent.number(), sent.at(), sent.from(), sent.to(), sent.payload(), true,
                sent.note().isEmpty() ? note : sent.note());
    }

    private void open(int card, int run, LabEvent.Started started) {
        String address = Addresses.text(started.local());
        Lifeline lane = null;
        for (Lifeline each : lanes) {
            if (!each.address().equals(address)) continue;
            if (each.card() == card || (each.isElsewhere() && !isOfAnother(each, started))) lane = each;
        }
        if (lane == null) {
            lane = new Lifeline(++laneId, card, address);
            add(lane);
        } else if (lane.isElsewhere()) { // the other end was quicker to tell of it
            Lifeline mine = new Lifeline(lane.id(), card, address);
            lanes.replaceAll(each -> each.id() == mine.id() ? mine : each);
            lane = mine;
        }
        int opened = lane.id();
        streams.keySet().removeIf(each -> each.touches(opened)); // a connection of before has ended
        owns.removeIf(each -> each.card() == card && each.run() < run && each.local().equals(started.local()));
        owns.add(new Own(card, run, started.local(), started.transport(), lane));
    }

    /// Whether something passed there before this server opened its port: another program had it then, or none. A
    /// client tells of itself after it has connected, so its server may have told of it before.
    private boolean isOfAnother(Lifeline lane, LabEvent.Started started) {
        return started.server() && rungs.all()
                .stream()
                .anyMatch(each -> (each.from() == lane.id() || each.to() == lane.id())
                        && each.at().isBefore(started.at()));
    }

    private void add(Lifeline lane) {
        if (lanes.size() == LANES_MAX) {
            Lifeline oldest = lanes.removeFirst();
            owns.removeIf(each -> each.lane().id() == oldest.id());
            streams.keySet().removeIf(each -> each.touches(oldest.id()));
        }
        lanes.add(lane);
    }

    /// The socket that this start of the card opened last.
    private @Nullable Own own(int card, int run) {
        Own last = null;
        for (Own each : owns) if (each.card() == card && each.run() == run) last = each;
        return last;
    }

    private Lifeline other(Own own, Peer peer) {
        for (Own each : owns.reversed()) {
            if (each.card() != own.card() && each.transport() == own.transport()
                    && reaches(peer.address(), each.local())) {
                return each.lane();
            }
        }
        String address = peer.name();
        for (Lifeline each : lanes) if (each.isElsewhere() && each.address().equals(address)) return each;
        var lane = new Lifeline(++laneId, Lifeline.ELSEWHERE, address);
        add(lane);
        return lane;
    }

    private boolean reaches(SocketAddress address, SocketAddress local) {
        if (address.equals(local)) return true;
        return address instanceof InetSocketAddress to && local instanceof InetSocketAddress at
                && to.getPort() == at.getPort() && at.getAddress() != null && at.getAddress().isAnyLocalAddress()
                && to.getAddress() != null && isOfThisComputer.test(to.getAddress());
    }
}
