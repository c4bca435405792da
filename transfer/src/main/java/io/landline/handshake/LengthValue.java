package io.landline.handshake;

import java.io.ByteArrayOutputStream;

/// Byte strings with their lengths before them, as CPace joins them (draft-irtf-cfrg-cpace, appendix A.1): nothing that
/// is joined so can be split in another place. Stateless; any thread.
final class LengthValue {
    private LengthValue() {}

    /// Each part with its length in LEB128 before it: seven bits a byte, the lowest first, the top bit set while more
    /// follow.
    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            int length = part.length;
            while (length >= 0x80) {
                out.write(length & 0x7f | 0x80);
                length >>>= 7;
            }
            out.write(length);
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// The parts without any lengths.
    static byte[] plain(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}
