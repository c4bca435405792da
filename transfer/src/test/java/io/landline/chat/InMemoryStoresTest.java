package io.landline.chat;

class InMemoryStoresTest extends EntryStoreContract {
    @Override
    protected ChatStores create() {
        return InMemoryStores.create();
    }
}
