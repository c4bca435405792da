package io.landline.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One socket as its owner can see it (S22): addresses, kind and options. What the system does beside it (handshakes, retransmission) shows
/// in Wireshark only.
///
/// @param peer the other end; null where there is none
/// @param options as the system names them, with their values
public record SocketCard(String kind, String family, String local, @Nullable String peer, String state, Map<String, String> options)
        implements
            LabResult {
    public SocketCard {
        options = new LinkedHashMap<>(options);
    }

    @Override
    public Map<String, @Nullable Object> fields() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("kind", kind);
        fields.put("family", family);
        fields.put("local", local);
        fields.put("peer", peer);
        fields.put("state", state);
        fields.put("options", options);
        return fields;
    }

    @Override
    public String summary() {
        var text = new StringBuilder(kind + ", " + family + ", " + state + "\n  local " + local);
        if (peer != null) text.append("\n  peer  ").append(peer);
        options.forEach((name, value) -> text.append("\n  ").append(name).append(" = ").append(value));
        return text.toString();
    }
}
