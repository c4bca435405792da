package io.landline.settings;

import io.landline.filetransfer.AcceptRule;
import io.landline.peer.PeerName;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the user chose, with the defaults filled in where they did not. Rooms are not here: they live in the database,
/// with their keys. Immutable; any thread.
///
/// @param name null until one was chosen: [DefaultName] suggests one
/// @param downloads absolute; null until one was chosen
/// @param shareActivity others learn when the user types, reads and was here, and the user learns it of them
public record Settings(@Nullable PeerName name, @Nullable Path downloads, AcceptRule accept, boolean shareActivity,
        NetworkSettings network) {
    /// One folder's path (PATH_MAX on Linux).
    public static final int PATH_BYTES_MAX = 4_096;

    public static final Settings DEFAULTS = new Settings(null, null, AcceptRule.ASK, true, NetworkSettings.DEFAULTS);

    public Settings {
        if (downloads != null && !downloads.isAbsolute()) {
            throw new IllegalArgumentException("the downloads folder is given absolutely");
        }
    }

    public Settings withName(PeerName chosen) {
        return new Settings(chosen, downloads, accept, shareActivity, network);
    }

    public Settings withDownloads(Path chosen) {
        return new Settings(name, chosen, accept, shareActivity, network);
    }

    public Settings withoutDownloads() {
        return new Settings(name, null, accept, shareActivity, network);
    }

    public Settings withAccept(AcceptRule chosen) {
        return new Settings(name, downloads, chosen, shareActivity, network);
    }

    public Settings withShareActivity(boolean shared) {
        return new Settings(name, downloads, accept, shared, network);
    }

    /// @param change of the present choice
    public Settings withNetwork(UnaryOperator<NetworkSettings> change) {
        return new Settings(name, downloads, accept, shareActivity, change.apply(network));
    }
}
