package io.landline.console;

import com.google.gson.JsonObject;
import io.landline.presence.PassedDatagram;
import java.net.InetSocketAddress;
import java.util.Locale;

/// A presence datagram as the `datagram` event of `watch`. Stateless; any thread.
final class DatagramLines {
    private DatagramLines() {}

    static JsonObject json(PassedDatagram passed) {
        JsonObject json = EventLines.event("datagram", passed.at());
        json.addProperty("interface", passed.interfaceName());
        json.addProperty("direction", passed.direction().name().toLowerCase(Locale.ROOT));
        InetSocketAddress other = passed.other();
        json.addProperty("address", other.getAddress().getHostAddress() + " port " + other.getPort());
        json.addProperty("kind", passed.kind());
        json.addProperty("size", passed.sizeBytes());
        json.addProperty("body", passed.body());
        passed.problem().ifPresent(problem -> json.addProperty("problem", problem));
        return json;
    }
}
