package io.landline.frame;

/// One message on a connection. The body is not copied: the caller that makes a frame gives its bytes away. What the
/// types mean is in [FrameType].
public record Frame(int type, byte[] body) {
    /// A frame on a control connection (docs/protocol/session.md, "Frames"). A larger one is refused before it is read.
    /// The largest entry is sent in one.
    public static final int CONTROL_BODY_BYTES_MAX = 128 * 1024;
    /// A frame on a bulk connection: one chunk with its header (docs/protocol/session.md, "Frames").
    public static final int DATA_BODY_BYTES_MAX = 1024 * 1024 + 64;
    /// Before the peer has proven a room (docs/protocol/session.md, "Frames"). So 64 connections that proved nothing
    /// make us hold 2 MiB.
    public static final int HANDSHAKE_BODY_BYTES_MAX = 32 * 1024;

    public Frame {
        if (type < 0 || type > 255) throw new IllegalArgumentException("frame type " + FrameType.written(type));
        if (body.length > DATA_BODY_BYTES_MAX) {
            throw new IllegalArgumentException("frame body of " + body.length + " bytes");
        }
    }
}
