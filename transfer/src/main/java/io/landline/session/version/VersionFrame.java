package io.landline.session.version;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.ProgramVersion;
import java.nio.ByteBuffer;

/// Tells which version of Landline speaks.
///
///     +------------+------------+------------+------
///     | major (16) | minor (16) | patch (16) | later
///     +------------+------------+------------+------
///
/// What comes behind the three numbers is for later versions, and is not read.
record VersionFrame(ProgramVersion version) {
    private static final int BYTES = 6;

    Frame encode() {
        ByteBuffer out = ByteBuffer.allocate(BYTES);
        out.putShort((short) version.major()).putShort((short) version.minor()).putShort((short) version.patch());
        return new Frame(FrameType.VERSION, out.array());
    }

    static VersionFrame decode(Frame frame) throws MalformedFrameException {
        if (frame.body().length < BYTES) throw new MalformedFrameException("version cut off");
        ByteBuffer in = ByteBuffer.wrap(frame.body());
        return new VersionFrame(new ProgramVersion(Short.toUnsignedInt(in.getShort()),
                Short.toUnsignedInt(in.getShort()), Short.toUnsignedInt(in.getShort())));
    }
}
