package io.landline.presence.packet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The five kinds of presence packet, with the byte that names each on the wire (docs/protocol/presence.md, "Who speaks
/// when").
public enum PacketKind {
    ANNOUNCE(1, true), STILL(2, false), ASK(3, false), REPLY(4, true), LEAVE(5, true);

    private final byte code;
    private final boolean signed;

    PacketKind(int code, boolean signed) {
        this.code = (byte) code;
        this.signed = signed;
    }

    byte code() {
        return code;
    }

    boolean signed() {
        return signed;
    }

    /// As `watch` shows it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable PacketKind of(byte code) {
        for (PacketKind kind : values()) if (kind.code == code) return kind;
        return null;
    }
}
