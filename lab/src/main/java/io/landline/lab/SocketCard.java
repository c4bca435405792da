package io.landline.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One socket as its owner can see it (S22): addresses, kind and options. What the system does beside it (handshakes,
/// retransmission) shows in Wireshark only.
///
/// @param peer the other end; null where there is none
/// @param options as the system names them, with their values
public record SocketCard(LabMessage kind, String family, String local, @Nullable String peer, LabMessage state,
        Map<String, LabMessage> options) implements LabResult {
    public SocketCard {
        options = new LinkedHashMap<>(options);
    }

    /// What it is: kind and family.
    public LabMessage full() {
        return LabMessage.of("{0}, {1}", kind, family(family));
    }

    /// @param family `IPv4`, `IPv6`, `dual` or `Unix`
    public static LabMessage family(String family) {
        return family.equals("dual") ? LabMessage.of("dual") : LabMessage.asIs(family);
    }

    @Override
    public Map<String, @Nullable Object> fields() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("kind", kind.english());
        fields.put("family", family);
        fields.put("local", local);
        fields.put("peer", peer);
        fields.put("state", state.english());
        var values = new LinkedHashMap<String, String>();
        options.forEach((name, value) -> values.put(name, value.english()));
        fields.put("options", values);
        return fields;
    }

    @Override
    public String summary() {
        var text = new StringBuilder(full().english() + ", " + state.english() + "\n  local " + local);
        if (peer != null) text.append("\n  peer  ").append(peer);
        options.forEach((name, value) -> text.append("\n  ").append(name).append(" = ").append(value.english()));
        return text.toString();
    }
}
