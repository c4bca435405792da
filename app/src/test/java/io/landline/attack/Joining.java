package io.landline.attack;

import io.landline.frame.MalformedFrameException;
import io.landline.handshake.RefusalReason;
import io.landline.handshake.RoomNegotiation;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Waits for the room, and takes any other end for a refusal.
record Joining(CompletableFuture<Boolean> joined) implements RoomNegotiation.Outcome {
    @Override
    public void joined(Room room) {
        joined.complete(true);
    }

    @Override
    public void left(RoomId room) {
        joined.complete(false);
    }

    @Override
    public void refused(@Nullable RoomListing room, RefusalReason reason) {
        joined.complete(false);
    }

    @Override
    public void slowed(RoomListing room) {
        // it waits, and goes on
    }

    @Override
    public void settled(RoomNegotiation.Settled how) {
        if (how != RoomNegotiation.Settled.JOINED) joined.complete(false);
    }

    @Override
    public void startOver() {
        joined.complete(false);
    }

    @Override
    public void failed(MalformedFrameException why) {
        joined.completeExceptionally(why);
    }

    @Override
    public void lost(IOException why) {
        joined.completeExceptionally(why);
    }

    @Override
    public void ourFault() {
        joined.complete(false);
    }
}
