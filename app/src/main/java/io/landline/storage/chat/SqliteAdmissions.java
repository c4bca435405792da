package io.landline.storage.chat;

import io.landline.chat.Admission;
import io.landline.chat.AdmissionStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Admissions in SQLite. Any thread.
final class SqliteAdmissions implements AdmissionStore {
    private final ChatDatabase access;

    SqliteAdmissions(Database database) { access = new ChatDatabase(database); }

    @Override
    public @Nullable Admission find(RoomId room, Fingerprint member) {
        return access.<@Nullable Admission>read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(
                    "SELECT member_key, millis, signer_key, signature, links FROM admission WHERE room=? AND"
                            + " member=?")) {
                sql.setBytes(1, room.bytes());
                sql.setBytes(2, member.bytes());
                return Rows.first(sql, row -> admission(room, row));
            }
        });
    }

    @Override
    public void put(Admission admission) {
        access.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection.prepareStatement("INSERT OR REPLACE INTO admission "
                    + "(room, member, member_key, millis, signer_key, signature, links, arrived) VALUES (?, ?, ?, ?,"
                    + " ?, ?, ?, (SELECT coalesce(max(arrived), 0) + 1 FROM admission WHERE room=?))")) {
                sql.setBytes(1, admission.room().bytes());
                sql.setBytes(2, admission.member().bytes());
                sql.setBytes(3, admission.memberKey());
                sql.setLong(4, admission.millis());
                sql.setBytes(5, admission.signerKey());
                sql.setBytes(6, admission.signature());
                sql.setInt(7, admission.links());
                sql.setBytes(8, admission.room().bytes());
                return sql.executeUpdate();
            }
        });
    }

    @Override
    public Set<Fingerprint> members(RoomId room) {
        return access.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT member FROM admission WHERE room=?")) {
                sql.setBytes(1, room.bytes());
                return Set.copyOf(Rows.all(sql, row -> Fingerprint.of(row.getBytes(1))));
            }
        });
    }

    @Override
    public List<Admission> all(RoomId room) {
        return access.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(
                    "SELECT member_key, millis, signer_key, signature, links FROM admission WHERE room=?")) {
                sql.setBytes(1, room.bytes());
                return Rows.all(sql, row -> admission(room, row));
            }
        });
    }

    private static Admission admission(RoomId room, ResultSet row) throws SQLException {
        return new Admission(room, row.getBytes(1), row.getLong(2), row.getBytes(3), row.getBytes(4), row.getInt(5));
    }

    @Override
    public int count(RoomId room) {
        return access.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT count(*) FROM admission WHERE room=?")) {
                sql.setBytes(1, room.bytes());
                try (ResultSet row = sql.executeQuery()) {
                    return row.getInt(1);
                }
            }
        });
    }

    @Override
    public int countSignedBy(RoomId room, byte[] signerKey) {
        return access.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT count(*) FROM admission WHERE room=? AND signer_key=?")) {
                sql.setBytes(1, room.bytes());
                sql.setBytes(2, signerKey);
                return Objects.requireNonNull(Rows.first(sql, row -> row.getInt(1)), "a count has a row");
            }
        });
    }

    @Override
    public boolean dropNewestVouchedFor(RoomId room) {
        return access.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection.prepareStatement("DELETE FROM admission WHERE room=?1 AND member="
                    + "(SELECT member FROM admission AS a WHERE room=?1 AND links>1 AND NOT EXISTS (SELECT 1 FROM log"
                    + " JOIN conversation ON conversation.id=log.conversation WHERE conversation.conversation=?1 AND"
                    + " log.author=a.member) ORDER BY arrived DESC LIMIT 1)")) {
                sql.setBytes(1, room.bytes());
                return sql.executeUpdate() > 0;
            }
        });
    }
}
