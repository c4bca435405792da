package io.landline.chat.sync;

import io.landline.chat.ChatStores;

/// Where the stores of a random history are.
interface Disks extends AutoCloseable {
    ChatStores create();

    /// What a copy of the profile holds, apart from it.
    ChatStores copy(ChatStores of);

    /// What a program finds that starts after the last one was killed.
    ChatStores afterKill(ChatStores of);

    @Override
    void close();

    /// In memory.
    static Disks memory() {
        return new Disks() {
            @Override
            public ChatStores create() {
                return InMemoryStores.create();
            }

            @Override
            public ChatStores copy(ChatStores of) {
                return InMemoryStores.copy(of);
            }

            @Override
            public ChatStores afterKill(ChatStores of) {
                return of;
            }

            @Override
            public void close() {}
        };
    }
}
