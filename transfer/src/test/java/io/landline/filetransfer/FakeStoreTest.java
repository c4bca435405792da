package io.landline.filetransfer;

import io.landline.filetransfer.contract.TransferStoreContractTest;

class FakeStoreTest extends TransferStoreContractTest {
    private FakeStore store;

    @Override
    protected TransferStore newStore() {
        store = new FakeStore();
        return store;
    }

    @Override
    protected TransferStore reopened() {
        return store.afterKill();
    }
}
