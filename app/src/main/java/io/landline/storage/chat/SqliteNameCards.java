package io.landline.storage.chat;

import io.landline.chat.EntryStore.Durability;
import io.landline.chat.NameCard;
import io.landline.chat.NameCardStore;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Name cards in SQLite, and in memory once they were asked for. Any thread.
///
/// The lock guards the map for a few assignments and is never held while the database is asked.
final class SqliteNameCards implements NameCardStore {
    private static final String WITHOUT_LOG = " FROM name_card WHERE author<>? AND author NOT IN (SELECT author FROM"
            + " log)";

    private final ChatDatabase access;
    private final Object lock = new Object();
    private @Nullable Map<Fingerprint, Kept> cards;

    SqliteNameCards(Database database) { access = new ChatDatabase(database); }

    private Map<Fingerprint, Kept> cards() {
        synchronized (lock) {
            if (cards != null) return cards;
        }
        List<Kept> read = access.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT author_key, name, millis, signature, vouched FROM name_card");
                    ResultSet row = sql.executeQuery()) {
                var kept = new ArrayList<Kept>();
                while (row.next()) {
                    if (PeerName.fits(row.getString(2))) kept.add(kept(row)); // else the row was damaged
                }
                return kept;
            }
        });
        synchronized (lock) {
            Map<Fingerprint, Kept> all = cards == null ? new HashMap<>() : cards;
            if (cards == null) {
                for (Kept each : read) all.put(each.card().author(), each);
            }
            cards = all;
            return all;
        }
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(NameCard.stored(row.getBytes(1), row.getString(2), row.getLong(3), row.getBytes(4)),
                row.getBoolean(5));
    }

    @Override
    public @Nullable Kept find(Fingerprint author) {
        Map<Fingerprint, Kept> all = cards();
        synchronized (lock) {
            return all.get(author);
        }
    }

    @Override
    public List<Kept> all() {
        Map<Fingerprint, Kept> all = cards();
        synchronized (lock) {
            return List.copyOf(all.values());
        }
    }

    @Override
    public void put(Kept kept) {
        Map<Fingerprint, Kept> all = cards();
        NameCard card = kept.card();
        access.write(Durability.BATCHED,
                connection -> Rows.update(connection,
                        "INSERT OR REPLACE INTO name_card (author, author_key, name, millis, signature, vouched)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        card.author().bytes(), card.key(), card.name().value(), card.millis(), card.signature(),
                        kept.vouched()));
        synchronized (lock) {
            all.put(card.author(), kept);
        }
    }

    @Override
    public void drop(Fingerprint author) {
        Map<Fingerprint, Kept> all = cards();
        access.write(Durability.BATCHED,
                connection -> Rows.update(connection, "DELETE FROM name_card WHERE author=?", author.bytes()));
        synchronized (lock) {
            all.remove(author);
        }
    }

    @Override
    public void dropWithoutLog(Fingerprint me) {
        List<Fingerprint> gone = access.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT author" + WITHOUT_LOG)) {
                sql.setBytes(1, me.bytes());
                return Rows.all(sql, row -> Fingerprint.of(row.getBytes(1)));
            }
        });
        if (gone.isEmpty()) return; // nothing is written at most starts
        Map<Fingerprint, Kept> all = cards();
        access.write(Durability.BATCHED,
                connection -> Rows.update(connection, "DELETE" + WITHOUT_LOG, (Object) me.bytes()));
        synchronized (lock) {
            gone.forEach(all::remove);
        }
    }
}
