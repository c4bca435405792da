package io.landline.presence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import io.landline.presence.packet.AnnouncedState;
import io.landline.presence.packet.MalformedPacketException;
import io.landline.presence.packet.PacketCodec;
import io.landline.presence.packet.PacketKind;
import io.landline.testing.WeakKeys;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeakPresenceTest {
    private final Identity max = Identity.generate();

    /// The same packet under another key, with the signature that a key of small order may have.
    private byte[] under(byte[] key, byte[] packet) {
        var hex = HexFormat.of();
        byte[] signature = WeakKeys.constantSignature();
        System.arraycopy(signature, 0, packet, PacketCodec.HEAD_BYTES, signature.length);
        String body = new String(packet, PacketCodec.SIGNED_HEAD_BYTES, packet.length - PacketCodec.SIGNED_HEAD_BYTES,
                UTF_8);
        byte[] changed = body.replace(hex.formatHex(max.publicKey()), hex.formatHex(key)).getBytes(UTF_8);
        System.arraycopy(changed, 0, packet, PacketCodec.SIGNED_HEAD_BYTES, changed.length);
        return packet;
    }

    @Test
    void l2_noPacketUnderAKeyOfSmallOrderIsRead() {
        var own = AnnouncedState.own(new PeerName("Max"), 5264, List.of(), Set.of());
        for (byte[] key : WeakKeys.all()) {
            byte[] announce = under(key,
                    PacketCodec.announcement(PacketKind.ANNOUNCE, max, 77, 3, own, Duration.ofSeconds(5)));
            byte[] leave = under(key, PacketCodec.leave(max, 77, 4));
            assertThrows(MalformedPacketException.class, () -> PacketCodec.decode(announce),
                    HexFormat.of().formatHex(key));
            assertThrows(MalformedPacketException.class, () -> PacketCodec.decode(leave),
                    HexFormat.of().formatHex(key));
        }
    }
}
