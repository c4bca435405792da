package io.landline.storage.trust;

import io.landline.handshake.TrustStore;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;

/// Decides which peers are forgotten when more were met than are remembered. Verified peers, blocked peers and those
/// with an accepted file stay. Asked only when somebody new was met, since a look at all takes milliseconds. The
/// writer's thread only.
final class PinLimits {
    private static final String PROVEN = " EXISTS (SELECT 1 FROM proof WHERE proof.fingerprint = peer.fingerprint)";
    /// All but the new one.
    private static final String OTHERS = "DELETE FROM peer WHERE fingerprint IN (SELECT fingerprint FROM peer WHERE"
            + " verified = 0 AND accepted_by_hand = 0 AND blocked = 0 AND fingerprint <> ? AND";
    /// The sign before the column keeps SQLite from the index: thousands with a proof may have been met before these.
    private static final String WITHOUT_PROOF = OTHERS + " NOT" + PROVEN + " ORDER BY +last_met";
    /// By the index: those met longest ago are looked at, no others.
    private static final String WITH_PROOF = OTHERS + PROVEN + " ORDER BY last_met";
    private static final String FIRST_ONES = " LIMIT ?)";
    private static final String BUT_THE_LAST = " DESC LIMIT -1 OFFSET ?)";

    private PinLimits() {}

    /// Of somebody new who proved nothing to us.
    ///
    /// @param met the fingerprint: it goes last of its kind, no matter what its clock says
    static void metWithoutProof(Connection connection, byte[] met) throws SQLException {
        if (count(connection) <= TrustStore.WITHOUT_PROOF_MAX) return;
        Rows.update(connection, WITHOUT_PROOF + BUT_THE_LAST, met, TrustStore.WITHOUT_PROOF_MAX - 1);
        forget(connection, met, WITHOUT_PROOF);
        forget(connection, met); // those left have a proof, and none of them goes for somebody without
        forget(connection, met, WITH_PROOF);
    }

    /// Of somebody new who proved the key of a room.
    ///
    /// @param met as of [#metWithoutProof]
    static void metWithProof(Connection connection, byte[] met) throws SQLException {
        forget(connection, met, WITHOUT_PROOF);
        forget(connection, met, WITH_PROOF);
        forget(connection, met);
    }

    private static void forget(Connection connection, byte[] met, String others) throws SQLException {
        int tooMany = tooMany(connection);
        if (tooMany > 0) Rows.update(connection, others + FIRST_ONES, met, tooMany);
    }

    private static void forget(Connection connection, byte[] met) throws SQLException {
        if (tooMany(connection) > 0) Rows.update(connection, "DELETE FROM peer WHERE fingerprint = ?", met);
    }

    private static int tooMany(Connection connection) throws SQLException {
        return count(connection) - TrustStore.PINNED_MAX;
    }

    private static int count(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT count(*) FROM peer")) {
            return Objects.requireNonNull(Rows.first(sql, row -> row.getInt(1)), "a count has a row");
        }
    }
}
