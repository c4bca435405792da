package io.landline.cli.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.connection.PeerWait;
import io.landline.cli.terminal.EventFields;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is to get an offer: who still lacks it, and who of them is connected. It is told events and the time.
/// Confined to one thread.
///
/// `send` waits for each of them. It gives up where nobody of them has been here for a while. A transfer that has
/// begun is another matter: a pulled cable costs it nothing, so it is waited for.
final class OfferReceivers {
    /// A node that was just started meets the members of a room one after the other: this long after the last one.
    static final Duration NEXT_MEMBER_WITHIN = Duration.ofSeconds(1);

    private final String offer;
    private final @Nullable String room;
    private final Set<String> waitingFor = new HashSet<>();
    private final Set<String> connected = new HashSet<>();
    private final Set<String> begun = new HashSet<>();
    /// Those who have it, or will not have it.
    private final Set<String> over = new HashSet<>();
    private int arrived;
    private boolean wasBroken;
    private Duration lastHere;
    private Duration lastJoined;

    /// @param room of an offer to a room by a node that was just started: each who joins it may take the offer. Else
    ///        null, and the node tells who gets it
    OfferReceivers(String offer, @Nullable String room, Duration now) {
        this.offer = offer;
        this.room = room;
        lastHere = now;
        lastJoined = now;
    }

    /// Who is connected already, as the command `peers` lists them.
    void here(JsonArray peers) {
        for (JsonElement each : peers) {
            String peer = EventFields.text(each.getAsJsonObject(), "peer");
            JsonArray joined = each.getAsJsonObject().getAsJsonArray("joined");
            if (!joined.isEmpty()) connected.add(peer);
            for (JsonElement label : joined) joined(peer, label.getAsString());
        }
    }

    private void joined(String peer, String label) {
        if (room != null && PeerWait.isLabelOf(room, label) && !over.contains(peer)) waitingFor.add(peer);
    }

    /// Takes an event of the node, any.
    void heard(JsonObject event, Duration now) {
        String peer = EventFields.text(event, "peer");
        boolean wasHere = isSomebodyHere();
        switch (EventFields.text(event, "event")) {
            case "session-opened" -> connected.add(peer);
            case "session-closed" -> connected.remove(peer);
            case "joined" -> {
                connected.add(peer);
                joined(peer, EventFields.text(event, "room"));
                lastJoined = now;
            }
            default -> {
                if (EventFields.text(event, "offer").equals(offer)) onTransfer(event, peer, now);
            }
        }
        if (wasHere || isSomebodyHere()) lastHere = now;
    }

    private void onTransfer(JsonObject event, String peer, Duration now) {
        switch (EventFields.text(event, "event")) {
            case "offered" -> waitingFor.add(peer);
            case "progress" -> {
                connected.add(peer);
                begun.add(peer);
            }
            case "transferred" -> {
                arrived++;
                end(peer);
                lastJoined = now; // who learns of it from this member comes now
            }
            case "transfer-failed" -> {
                if (!event.get("resumable").getAsBoolean()) end(peer);
            }
            default -> {
            }
        }
    }

    private void end(String peer) {
        over.add(peer);
        waitingFor.remove(peer);
    }

    /// Whether nobody is waited for any more.
    boolean isOver(Duration now) {
        boolean mayCome = room != null && now.minus(lastJoined).compareTo(NEXT_MEMBER_WITHIN) <= 0;
        return waitingFor.isEmpty() && !over.isEmpty() && !mayCome;
    }

    boolean hasArrived() {
        return arrived > 0;
    }

    boolean isSomebodyHere() {
        return waitingFor.stream().anyMatch(connected::contains);
    }

    /// Whether a transfer that has begun waits for its receiver to come back.
    boolean isBroken() {
        return !isSomebodyHere() && waitingFor.stream().anyMatch(begun::contains);
    }

    /// Whether it is broken and was not at the last look: once for each break.
    boolean breaksNow() {
        boolean before = wasBroken;
        wasBroken = isBroken();
        return wasBroken && !before;
    }

    /// Whether all who lack it have been away for long enough that the command ends.
    boolean isAway(Duration now) {
        boolean isWaiting = isSomebodyHere() || isBroken();
        return !isWaiting && now.minus(lastHere).compareTo(PeerWait.FOUND_WITHIN) > 0;
    }
}
