package io.landline.console;

import com.google.gson.JsonObject;
import io.landline.peer.WireWord;
import io.landline.peer.WrittenAddress;
import io.landline.presence.ObservedDatagram;
import java.net.InetSocketAddress;
import java.util.HexFormat;

/// A presence datagram as the `datagram` event of `watch`. Stateless; any thread.
final class DatagramLines {
    private DatagramLines() {}

    static JsonObject json(ObservedDatagram passed) {
        JsonObject json = EventLines.event("datagram", passed.at());
        json.addProperty("interface", passed.hop().interfaceName());
        json.addProperty("direction", WireWord.of(passed.hop().direction()));
        json.addProperty("address", end(passed.hop().other()));
        json.addProperty("own", end(passed.hop().own()));
        json.addProperty("kind", passed.content().kindLabel());
        json.addProperty("size", passed.sizeBytes());
        json.addProperty("body", passed.content().body());
        json.addProperty("packet", HexFormat.of().formatHex(passed.bytes()));
        passed.content().problem().ifPresent(problem -> json.addProperty("problem", problem));
        return json;
    }

    private static String end(InetSocketAddress end) {
        return WrittenAddress.of(end.getAddress()) + " port " + end.getPort();
    }
}
