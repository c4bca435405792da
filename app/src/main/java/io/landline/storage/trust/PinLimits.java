package io.landline.storage.trust;

import io.landline.handshake.TrustStore;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;

/// Decides which peers are forgotten when more were met than are remembered. Verified peers, blocked peers and those
/// with an accepted file stay. The writer's thread only.
final class PinLimits {
    private static final String MAY_GO = " verified = 0 AND accepted_by_hand = 0 AND blocked = 0";
    private static final String PROVEN = " EXISTS (SELECT 1 FROM proof WHERE proof.fingerprint = peer.fingerprint)";

    private PinLimits() {}

    /// @param met the fingerprint of the peer that was met just now: it goes last of its kind, no matter what its clock
    ///        says
    static void apply(Connection connection, byte[] met) throws SQLException {
        forget(connection, met, "NOT" + PROVEN, "(SELECT count(*) FROM peer WHERE NOT" + PROVEN + " AND" + MAY_GO + ")",
                TrustStore.WITHOUT_PROOF_MAX);
        forget(connection, met, "NOT" + PROVEN, "(SELECT count(*) FROM peer)", TrustStore.PINNED_MAX);
        // Still too many: all who may go have a proof, and none of them goes for somebody without.
        forget(connection, met, PROVEN, "(SELECT count(*) FROM peer)", TrustStore.PINNED_MAX);
    }

    private static void forget(Connection connection, byte[] met, String kind, String count, int max)
            throws SQLException {
        Rows.update(
                connection, "DELETE FROM peer WHERE fingerprint IN (SELECT fingerprint FROM peer WHERE" + MAY_GO
                        + " AND " + kind + " ORDER BY fingerprint = ?, last_met LIMIT max(0, " + count + " - ?))",
                met, max);
    }
}
