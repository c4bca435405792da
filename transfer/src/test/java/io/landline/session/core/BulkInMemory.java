package io.landline.session.core;

import io.landline.session.BulkConnection;
import io.landline.session.Session;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A bulk connection that leads nowhere: it notes what is sent, and gives memory as it is told.
public class BulkInMemory implements BulkConnection {
    private final List<byte[]> sent = new ArrayList<>();
    private int held;
    private int asks;
    private int refusesUntilAsk;
    private int closesAtAsk = Integer.MAX_VALUE;
    private boolean spares = true;

    /// The headers of the frames, in order.
    public List<byte[]> sent() {
        return sent;
    }

    /// Bytes of memory that are held for it.
    public int held() {
        return held;
    }

    /// How often memory was asked for.
    public int asks() {
        return asks;
    }

    /// What is needed is granted from this ask on.
    public void refuseUntilAsk(int number) {
        refusesUntilAsk = number;
    }

    /// It ends with this ask.
    public void closeAtAsk(int number) {
        closesAtAsk = number;
    }

    /// Nothing is granted that is only useful.
    public void spareNothing() {
        spares = false;
    }

    private boolean ask(int bytes, boolean granted) {
        asks++;
        if (granted) held += bytes;
        return granted;
    }

    @Override
    public boolean more(int bytes) {
        return ask(bytes, asks + 1 >= refusesUntilAsk);
    }

    @Override
    public boolean spare(int bytes) {
        return ask(bytes, spares);
    }

    @Override
    public void giveBack(int bytes) {
        held -= bytes;
    }

    @Override
    public Session session() {
        throw new AssertionError("not asked for");
    }

    @Override
    public void send(int type, byte[] header, ByteBuffer payload) {
        sent.add(header);
    }

    @Override
    public void gather(int type, byte[] header, ByteBuffer payload) {
        send(type, header, payload);
    }

    @Override
    public void push() {}

    @Override
    public boolean isOpen() {
        return asks < closesAtAsk;
    }

    @Override
    public void close() {
        closesAtAsk = 0;
    }
}
