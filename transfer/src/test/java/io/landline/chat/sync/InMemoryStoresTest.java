package io.landline.chat.sync;

import io.landline.chat.ChatStores;

class InMemoryStoresTest extends EntryStoreContract {
    @Override
    protected ChatStores create() {
        return InMemoryStores.create();
    }
}
