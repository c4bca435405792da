package io.landline.lab.net;

import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

/// A datagram, as a program with a buffer of some bytes reads it.
///
/// @param payload no longer than the buffer
/// @param cut says that the datagram was longer; else [LabMessage#NOTHING]
public record ReadDatagram(InetSocketAddress from, Payload payload, LabMessage cut) {
    /// What is special about it: that it was cut, or its encoding.
    LabMessage note() {
        return cut.isEmpty() ? TextEncoding.note(payload) : cut;
    }

    /// Waits for the next one, as long as the socket does. A system cuts what is longer than the buffer without a word,
    /// so this asks for one byte more.
    public static ReadDatagram of(DatagramSocket socket, int bufferBytes) throws IOException {
        byte[] buffer = new byte[bufferBytes + 1];
        var packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        boolean isCut = packet.getLength() > bufferBytes;
        return new ReadDatagram((InetSocketAddress) packet.getSocketAddress(),
                Payload.of(buffer, 0, Math.min(packet.getLength(), bufferBytes)),
                isCut ? LabMessage.of("longer than the buffer, cut to {0} B", bufferBytes) : LabMessage.NOTHING);
    }
}
