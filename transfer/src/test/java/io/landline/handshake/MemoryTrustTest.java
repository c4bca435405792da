package io.landline.handshake;

import io.landline.room.RoomStore;

class MemoryTrustTest extends TrustContract {
    private final MemoryTrust store = new MemoryTrust();

    @Override
    protected TrustStore trust() {
        return store;
    }

    @Override
    protected RoomStore roomStore() {
        return store;
    }
}
