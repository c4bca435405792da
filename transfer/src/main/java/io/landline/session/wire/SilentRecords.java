package io.landline.session.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.net.ssl.SSLException;

/// Bounds the TLS records of a peer that bring no byte of a message: requests for new keys (RFC 8446 §4.6.3), tickets,
/// and empty ones. TLS works each off by itself, so no bound of frames sees them. A peer that keeps to the standard
/// needs one ticket or two, and new keys after many gigabytes. Confined to the reading thread.
final class SilentRecords {
    /// As many at once; then the connection ends.
    static final int SILENT_MAX = 32;
    /// One more after this many bytes of messages. JSSE asks for new keys after 128 GiB.
    static final int DATA_BYTES_EACH = 16 * 1024 * 1024;
    private static final int HEADER_BYTES = 5;

    private int headerRead;
    private int lastTwoOctets;
    private int bodyLeft;
    private int recordsSinceData;
    private int mayCome = SILENT_MAX;
    private long dataBytes;

    /// What goes from the peer to TLS, from the beginning of a record on.
    void encrypted(byte[] from, int offset, int count) throws SSLException {
        int at = offset;
        int end = offset + count;
        while (at < end) {
            if (bodyLeft > 0) {
                int skipped = Math.min(bodyLeft, end - at);
                bodyLeft -= skipped;
                at += skipped;
            } else {
                header(from[at++] & 0xff);
            }
        }
    }

    /// The last two bytes of a header are the length of its record (RFC 8446 §5.1).
    private void header(int octet) throws SSLException {
        lastTwoOctets = (lastTwoOctets << 8 | octet) & 0xffff;
        headerRead++;
        if (headerRead < HEADER_BYTES) return;
        headerRead = 0;
        bodyLeft = lastTwoOctets;
        recordsSinceData++;
        if (recordsSinceData == 1) return;
        if (mayCome == 0) throw new SSLException("too many TLS records that bring nothing");
        mayCome--;
    }

    /// The messages that TLS makes of it.
    InputStream over(InputStream messages) {
        return new FilterInputStream(messages) {
            @Override
            public int read() throws IOException {
                int octet = super.read();
                if (octet >= 0) came(1);
                return octet;
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                int count = super.read(to, offset, length);
                if (count > 0) came(count);
                return count;
            }
        };
    }

    private void came(int bytes) {
        recordsSinceData = 0;
        dataBytes += bytes;
        if (dataBytes < DATA_BYTES_EACH) return;
        dataBytes -= DATA_BYTES_EACH;
        mayCome = Math.min(SILENT_MAX, mayCome + 1);
    }
}
