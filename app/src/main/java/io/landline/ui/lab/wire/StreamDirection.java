package io.landline.ui.lab.wire;

import io.landline.ui.lab.wire.Ladder.Message;
import io.landline.ui.lab.wire.Ladder.Pieces;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One direction of a TCP connection of which both ends run here. TCP keeps bytes and their order, and no messages: so
/// writes and reads are joined by their places in the stream. What a read returned and all the writes that it took
/// bytes of are one message of the diagram. Confined to one thread.
final class StreamDirection {
    /// What is one message of the diagram.
    ///
    /// @param start its place in the stream
    private record Stretch(long start, long end, List<Integer> written, List<Integer> read, Message drawn) {}

    /// @param replaced numbers of the messages that are part of this one; none where it is new
    record Change(Message message, List<Long> replaced) {}

    /// Both ends have not told of all of these. In the order of the stream, without gaps.
    private final List<Stretch> open = new ArrayList<>();
    private long written;
    private long read;
    private boolean isKnown = true;

    /// A write or a read. Null where its place is not known: some of the others was not told of, or not as it was on
    /// the wire.
    ///
    /// @param told as it is drawn if nothing of it was drawn yet
    @Nullable
    Change add(Message told, boolean isRead) {
        int bytes = told.payload().bytes();
        if (!isKnown || bytes == 0) return null;
        long start = isRead ? read : written;
        long end = start + bytes;
        List<Stretch> touched = open.stream().filter(each -> each.start() < end && each.end() > start).toList();
        if (!touched.stream()
                .allMatch(each -> each.drawn().payload().agrees(told.payload(), bytes(start - each.start())))) {
            lose();
            return null;
        }
        if (isRead) {
            read = end;
        } else {
            written = end;
        }
        List<Integer> one = List.of(bytes);
        var alone = new Stretch(start, end, isRead ? List.of() : one, isRead ? one : List.of(), told);
        Stretch all = touched.isEmpty() ? alone : joined(touched, alone);
        int place = touched.isEmpty() ? open.size() : open.indexOf(touched.getFirst());
        open.subList(place, place + touched.size()).clear();
        if (!isWhole(all.end())) open.add(place, all);
        if (open.size() > LadderBuilder.RUNGS_MAX) open.removeFirst();
        return new Change(all.drawn(), touched.stream().map(each -> each.drawn().number()).toList());
    }

    private static int bytes(long length) {
        return Math.clamp(length, -Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /// Whether both ends have told of all up to this place.
    private boolean isWhole(long end) {
        return end <= Math.min(written, read);
    }

    /// The open ones that a write or a read touches, as one.
    private Stretch joined(List<Stretch> touched, Stretch next) {
        Stretch first = touched.getFirst();
        var all = new ArrayList<>(touched);
        all.add(next);
        Excerpt payload = Excerpt.NONE;
        long end = first.start();
        var writes = new ArrayList<Integer>();
        var reads = new ArrayList<Integer>();
        Message noted = first.drawn();
        for (Stretch each : all) {
            payload = payload.with(each.drawn().payload(), bytes(end - each.start()));
            end = Math.max(end, each.end());
            writes.addAll(each.written());
            reads.addAll(each.read());
            if (noted.note().isEmpty()) noted = each.drawn();
        }
        boolean isWhole = isWhole(end);
        boolean isPlain = isWhole && writes.size() == 1 && reads.size() == 1;
        Message old = first.drawn();
        var message = new Message(old.number(), old.at(), old.from(), old.to(), payload, isWhole, noted.note(),
                isPlain ? Pieces.NONE : new Pieces(writes, reads));
        return new Stretch(first.start(), end, List.copyOf(writes), List.copyOf(reads), message);
    }

    /// From here on the place of what is told is not known.
    void lose() {
        isKnown = false;
        open.clear();
    }

    /// The diagram is empty now; the connection goes on.
    void clear() {
        open.clear();
    }
}
