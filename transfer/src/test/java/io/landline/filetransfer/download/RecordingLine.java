package io.landline.filetransfer.download;

import io.landline.session.BulkConnection;
import io.landline.session.Session;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A bulk connection that leads nowhere: it notes what is asked for.
final class RecordingLine implements BulkConnection {
    private final List<byte[]> asked = new ArrayList<>();

    /// The bodies of the requests, in order.
    List<byte[]> asked() {
        return asked;
    }

    @Override
    public Session session() {
        throw new AssertionError("not asked for");
    }

    @Override
    public void send(int type, byte[] header, ByteBuffer payload) {
        asked.add(header);
    }

    @Override
    public void gather(int type, byte[] header, ByteBuffer payload) {
        send(type, header, payload);
    }

    @Override
    public void push() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
