package io.landline.ui.transfers;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferState;
import io.landline.language.Texts;
import io.landline.node.port.FileTransfers.Part;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.peer.Fingerprint;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.AmountFormatter;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.TimeFormatter;
import io.landline.ui.text.TimeOfDay;
import io.landline.ui.transfers.state.OfferAction;
import io.landline.ui.transfers.state.OfferFacts;
import io.landline.ui.transfers.state.OfferState;
import io.landline.ui.transfers.state.OfferSwarm;
import io.landline.ui.transfers.state.Receivers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a card says about an offer, in the window's language. Other people's text in it is made safe. Immutable; any
/// thread.
final class OfferFormatter {
    /// A sentence with a longer name is not read.
    static final int NAME_CHARACTERS_MAX = 32;
    /// Of the people that an offer waits for.
    private static final int AWAITED_NAMED = 3;
    /// Of those who give parts.
    private static final int GIVERS_NAMED = 2;

    private final Texts texts;
    private final AmountFormatter amounts;
    private final FailureFormatter failures;
    private final TimeOfDay timeOfDay = TimeOfDay.ofSystem();

    /// Null in a timeline, which says itself who, where and when.
    private final @Nullable Function<Instant, String> date;

    private OfferFormatter(PageContext context, @Nullable Function<Instant, String> date) {
        texts = context.texts(OfferFormatter.class);
        amounts = new AmountFormatter(context.language());
        failures = new FailureFormatter(texts, amounts);
        this.date = date;
    }

    /// For a timeline.
    OfferFormatter(PageContext context) { this(context, null); }

    static OfferFormatter dated(PageContext context, InstantSource clock) {
        var times = new TimeFormatter(context.language(), ZoneId.systemDefault());
        return new OfferFormatter(context, offered -> times.brief(offered, clock.instant()));
    }

    Texts texts() {
        return texts;
    }

    /// `3.4 MB · 12 files · From Max · Yesterday`; in a timeline `3.4 MB · 12 files`. One that is done says so here.
    String about(OfferViewModel offer) {
        var parts = new ArrayList<>(List.of(size(offer)));
        if (isTold(offer)) parts.add(state(offer));
        if (offer.isTooLarge()) parts.add(texts.get("picture.too-large"));
        if (date != null) {
            parts.add(who(offer));
            if (!offer.facts().own() && offer.facts().toRoom()) parts.add(PeerText.line(offer.facts().conversation()));
            parts.add(date.apply(offer.facts().offered()));
        }
        parts.removeIf(String::isEmpty);
        return texts.facts(parts);
    }

    /// Whether [#about] says where it stands.
    static boolean isTold(OfferViewModel offer) {
        boolean brief = offer.transfers().failures().none() && offer.facts().isFiles() && offer.facts().files() == 1
                && offer.swarm().equals(OfferSwarm.NONE);
        return offer.state() instanceof OfferState.Done && brief;
    }

    private String size(OfferViewModel offer) {
        OfferFacts facts = offer.facts();
        String size = amounts.bytes(facts.bytes());
        Part part = offer.transfers().part();
        if (part != null) {
            return texts.format("part.counted", part.files(), facts.files(), amounts.bytes(part.bytes()), size);
        }
        if (facts.isFiles() && facts.files() == 1) return size;
        String files = texts.format("files", facts.files());
        boolean deep = facts.folders() > (facts.isFolder() ? 1 : 0);
        return both(size, deep ? texts.format("files.folders", files, facts.folders()) : files);
    }

    /// `From Max`, `To #class`; empty where it is not known.
    private String who(OfferViewModel offer) {
        String who = offer.transfers().who();
        if (who.isEmpty()) return "";
        if (!offer.facts().own()) return texts.format("from", name(who));
        return texts.format("to", offer.facts().toRoom() ? room(who) : name(who));
    }

    private String whoOrSomebody(OfferViewModel offer) {
        String who = offer.transfers().who();
        return who.isEmpty() ? texts.get("somebody") : name(who);
    }

    private static String name(String who) {
        return PeerText.person(PeerText.shortened(who, NAME_CHARACTERS_MAX));
    }

    private static String room(String name) {
        return PeerText.title(PeerText.shortened(name, NAME_CHARACTERS_MAX), true);
    }

    /// Where it stands, in one or two sentences.
    String state(OfferViewModel offer) {
        if (!(offer.state() instanceof OfferState.Done)) return stateAlone(offer);
        var parts = new ArrayList<>(
                List.of(offer.transfers().failures().none()
                        ? stateAlone(offer)
                        : failures.incomplete(offer, whoOrSomebody(offer))));
        parts.addAll(swarm(offer));
        return texts.facts(parts);
    }

    private static String stalled(boolean inTurn, boolean room, boolean own) {
        if (!inTurn) return room ? "state.stalled.room" : "state.stalled";
        return room ? "state.turn.room" : own ? "state.turn.out" : "state.turn.in";
    }

    private String stateAlone(OfferViewModel offer) {
        boolean own = offer.facts().own();
        boolean room = own && offer.facts().toRoom();
        String who = whoOrSomebody(offer);
        return switch (offer.state()) {
            case OfferState.Loading _ -> "";
            case OfferState.Asked _ -> texts.format("state.asked", who);
            case OfferState.Blocked _ -> texts.format("state.blocked", who);
            case OfferState.Standing(var receivers) -> room
                    ? standing(receivers)
                    : texts.format("state.standing.person", who);
            case OfferState.Unreached(var people) -> unreached(people);
            case OfferState.Waiting(long bytes, long total, var receivers) -> {
                if (room) yield standing(receivers);
                if (own) yield texts.format("state.waiting.out", who);
                yield bytes == 0
                        ? texts.format("state.waiting.in", who)
                        : both(texts.get("state.waiting.turn"), moved(bytes, total));
            }
            case OfferState.Away away -> away(away);
            case OfferState.Stalled(long bytes, long total, boolean inTurn) -> both(
                    texts.format(stalled(inTurn, room, own), who), moved(bytes, total));
            case OfferState.Running running -> running(running, room, offer);
            case OfferState.Paused paused -> {
                String only = offer.transfers().onlyPaused();
                yield paused(paused, own, !room ? who : only == null ? null : name(only));
            }
            case OfferState.Done(_, var receivers) -> {
                if (!own) yield arrived(offer.transfers().restFailed(), who);
                String only = offer.transfers().onlyTaker();
                // of several files the other may have left some: this side does not learn which
                if (!room) {
                    yield texts.format(offer.facts().files() > 1 ? "state.done.out.many" : "state.done.out", who);
                }
                yield only == null
                        ? texts.format("state.done.room", receivers.done(), receivers.all())
                        : texts.format("state.done.room.one", name(only));
            }
            case OfferState.Over(var reason, var receivers) -> {
                if (!room) yield failures.over(reason, own, who);
                String only = offer.transfers().onlyAsked();
                yield only == null
                        ? failures.overForAll(reason, receivers.all())
                        : failures.over(reason, true, name(only));
            }
            case OfferState.Expired _ -> texts.get(own ? "state.expired.out" : "state.expired.in");
        };
    }

    private String arrived(@Nullable FailureReason restFailed, String who) {
        if (restFailed == null) return texts.get("state.done.in");
        return both(texts.get("state.done.part"),
                texts.format("state.rest-failed", failures.over(restFailed, false, who)));
    }

    private String unreached(List<String> people) {
        if (people.isEmpty()) return texts.get("state.unreached.nobody");
        var named = new ArrayList<>(people.stream().limit(AWAITED_NAMED).map(OfferFormatter::name).toList());
        int others = people.size() - named.size();
        if (others > 0) named.add(texts.format("state.unreached.others", others));
        return texts.format("state.unreached", texts.list(named));
    }

    private String standing(Receivers receivers) {
        return receivers.done() == 0
                ? texts.format("state.standing.room", receivers.all())
                : texts.format("state.taken", receivers.done(), receivers.all());
    }

    private String away(OfferState.Away away) {
        if (away.takers().size() > 1) return texts.format("state.away.several", away.takers().size());
        String who = name(away.takers().getFirst());
        if (away.bytes() == 0) return texts.format("state.away.begins", who);
        return both(texts.format("state.away", who), moved(away.bytes(), away.total()));
    }

    private String both(String one, String other) {
        return texts.facts(List.of(one, other));
    }

    private String moved(long bytes, long total) {
        return texts.format("state.running", amounts.bytes(bytes), amounts.bytes(total));
    }

    /// What members do for each other with it: `from Ada, Ben and 2 more`, `sent 1.12×`, `still helping 4`.
    private List<String> swarm(OfferViewModel offer) {
        var parts = new ArrayList<String>();
        OfferSwarm swarm = offer.swarm();
        List<Fingerprint> from = swarm.from();
        if (offer.state() instanceof OfferState.Running && !from.isEmpty()) {
            List<String> named = from.stream()
                    .limit(GIVERS_NAMED)
                    .map(each -> name(offer.people().name(each)))
                    .toList();
            String list = texts.list(named);
            parts.add(from.size() > named.size()
                    ? texts.format("swarm.from.more", list, from.size() - named.size())
                    : texts.format("swarm.from", list));
        }
        Double sent = swarm.sent();
        if (offer.facts().own() && sent != null) parts.add(texts.format("swarm.sent", amounts.times(sent)));
        if (offer.state() instanceof OfferState.Running && swarm.onSharedAir() > 0) {
            parts.add(texts.format("swarm.air", swarm.onSharedAir()));
        }
        if (!offer.facts().own() && swarm.helping() > 0) parts.add(texts.format("swarm.helping", swarm.helping()));
        return parts;
    }

    /// How far one receiver of an own offer is.
    String receiver(OfferViewModel offer, Transfer of) {
        return switch (of.state()) {
            case OFFERED -> texts.get("receiver.offered");
            case DONE -> texts.get("receiver.done");
            case PAUSED -> texts.format("receiver.paused", percent(of));
            case FAILED -> failures.receiver(of.progress().reason());
            case WAITING, RUNNING -> offer.people().isAway(of.other().peer())
                    ? texts.format("receiver.away", percent(of))
                    : moving(of, offer.rate(of));
        };
    }

    private String moving(Transfer of, long rate) {
        if (of.state() == TransferState.WAITING) return texts.format("receiver.waiting", percent(of));
        return rate > 0 ? both(percent(of), amounts.rate(rate)) : percent(of);
    }

    private String percent(Transfer of) {
        long total = of.content().bytes();
        return amounts.percent(total == 0 ? 0 : (double) of.progress().bytes() / total);
    }

    private String running(OfferState.Running running, boolean room, OfferViewModel offer) {
        var parts = new ArrayList<String>();
        parts.add(moved(running.bytes(), running.total()));
        if (running.rate() > 0) parts.add(amounts.rate(running.rate()));
        Duration left = running.left();
        if (left != null) parts.add(texts.format("left", amounts.left(left)));
        Receivers receivers = running.receivers(); // of one, the bytes say it
        if (room && receivers.all() > 1) parts.add(texts.format("state.taken", receivers.done(), receivers.all()));
        parts.addAll(swarm(offer));
        return texts.facts(parts);
    }

    /// @param who holds it up; null for several
    private String paused(OfferState.Paused paused, boolean own, @Nullable String who) {
        String where = both(failures.paused(paused, own, who), moved(paused.bytes(), paused.total()));
        Instant tried = paused.reason() == null ? null : paused.triedAt();
        return tried == null ? where : both(texts.format("paused.tried", timeOfDay.seconds(tried)), where);
    }

    String action(OfferAction action) {
        return switch (action) {
            case ACCEPT -> texts.get("action.accept");
            case CHOOSE -> texts.get("action.choose");
            case DECLINE -> texts.get("action.decline");
            case OPEN -> texts.get("action.open");
            case SHOW -> texts.get("action.show");
            case TAKE_REST -> texts.get("action.take-rest");
            case PAUSE -> texts.get("action.pause");
            case RESUME -> texts.get("action.resume");
            case START_OVER -> texts.get("action.start-over");
            case RETRY -> texts.get("action.retry");
            case OFFER_AGAIN -> texts.get("action.offer-again");
            case CANCEL -> texts.get("action.cancel");
            case WITHDRAW -> texts.get("action.withdraw");
        };
    }

    /// Names that do not fit the card: `and 7 more`; `and more` where nobody can tell.
    String more(long names) {
        return names < 0 ? texts.get("more.unknown") : texts.format("more", names);
    }

    /// Of the part of a card that lists them.
    String receivers(int all) {
        return texts.format("receivers.show", all);
    }

    String furtherReceivers(int beyond) {
        return texts.format("receivers.more", beyond);
    }

    /// Its thumbnail, for screen readers.
    String picture(OfferViewModel offer) {
        List<String> names = offer.names();
        return texts.format("picture", names.isEmpty() ? "" : PeerText.line(names.getFirst()));
    }

    /// All of it, for screen readers.
    String spoken(OfferViewModel offer) {
        var parts = new ArrayList<String>();
        List<String> names = offer.names();
        if (!names.isEmpty()) {
            if (offer.facts().isFolder()) parts.add(texts.get("folder"));
            parts.add(PeerText.line(names.getFirst()));
        }
        parts.add(about(offer));
        if (!isTold(offer)) parts.add(state(offer));
        parts.removeIf(String::isEmpty);
        return texts.list(parts);
    }
}
