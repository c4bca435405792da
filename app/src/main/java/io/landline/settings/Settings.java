package io.landline.settings;

import io.landline.peer.PeerName;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the user chose, with the defaults filled in where he did not. Rooms are not here: they live in the database, with their keys.
///
/// @param name null until one was chosen: [DefaultName] suggests one
/// @param downloads null until one was chosen
/// @param udpPort the shared port; null: the default one
/// @param tcpPort 0: any; null: the default one
/// @param interfaces those to use; empty: all
/// @param peers addresses typed by hand, `HOST[:PORT]`
public record Settings(@Nullable PeerName name, @Nullable Path downloads, AcceptRule accept, @Nullable Integer udpPort,
        @Nullable Integer tcpPort, List<String> interfaces, List<String> peers) {
    public static final Settings DEFAULTS = new Settings(null, null, AcceptRule.ASK, null, null, List.of(), List.of());
}
