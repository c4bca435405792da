package io.landline.storage.transfers;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.PathText;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import io.landline.storage.transfers.FirstParts.FirstPart;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Transfers as a person looks back on them, each with its offer and where its files are. Reads only. Any thread; each
/// call waits for the database, and throws a [StorageException].
public final class TransferHistory {
    private static final String OVER = "NOT (" + SqliteTransfers.OPEN + ")";
    static final String RECEIVED = "SELECT saved FROM file_received WHERE transfer = ? AND saved <> ''"
            + " ORDER BY number LIMIT ?";
    private static final String WITHDRAWN = "SELECT 1 FROM file_offer WHERE id = ? AND withdrawn = 1";
    private static final String ITEMS = "SELECT source FROM file_item WHERE offer = ? ORDER BY number LIMIT ?";
    private static final String CHOSEN = "SELECT max(pattern = '" + Choice.REST + "') FROM file_choice"
            + " WHERE transfer = ? HAVING count(*) > 0";
    static final String TAKEN = "SELECT count(*), coalesce(sum(bytes), 0) FROM file_received"
            + " WHERE transfer = ? AND taken <> 'LEFT_OUT'";
    /// What a transfer that ended early leaves: files in no folder that were whole, and so have their names.
    private static final String STANDING = "SELECT coalesce(sum(bytes), 0) FROM file_received"
            + " WHERE transfer = ? AND complete AND saved <> '' AND instr(saved, '/') = 0";
    private static final String SOURCES = "SELECT path, source FROM file_source WHERE offer = ? ORDER BY number"
            + " LIMIT ?";

    private static final String UNREACHED = TransferRows.OFFER + " o WHERE author = ? AND NOT withdrawn"
            + " AND written >= ? AND NOT EXISTS (SELECT 1 FROM file_transfer t WHERE t.offer = o.id)"
            + " ORDER BY written DESC LIMIT ?";

    /// A hand-in is offered to one person.
    private static final String DONE_DIRECT = "SELECT DISTINCT t.offer FROM file_transfer t"
            + " JOIN file_offer o ON o.id = t.offer JOIN conversation c ON c.conversation = o.conversation"
            + " WHERE t.state = 'DONE' AND c.peer IS NOT NULL";
    private static final String DONE_FROM = "SELECT offer FROM file_transfer"
            + " WHERE state = 'DONE' AND direction = 'IN' AND peer = ?";

    private final Database database;

    /// @param paths absolute; where the files of an incoming one stand once it is done, the sources of an outgoing one;
    /// of a folder its top folder alone. As many as the first files lead to
    /// @param transfer of one to us that failed, its bytes are those of the files that stand here all the same
    /// @param failures files that the sender could not give
    /// @param part what the person here chose of it; null for all. Where the rest was taken and nothing came of it, all
    /// is as before: done, with what was chosen at first
    /// @param restFailed why nothing came of that rest; null where no rest was taken, or it may still come
    public record Past(StoredTransfer transfer, StoredOffer offer, @Nullable Part part, List<Path> paths,
            FailedFiles failures, @Nullable FailureReason restFailed) {
        /// Of which no rest failed.
        public Past(StoredTransfer transfer, StoredOffer offer, @Nullable Part part, List<Path> paths,
                FailedFiles failures) {
            this(transfer, offer, part, paths, failures, null);
        }
    }

    /// How much of an offer.
    ///
    /// @param isRest whether it is all that the person had left out at first, and took later
    public record Part(long files, long bytes, boolean isRest) {}

    public TransferHistory(Database database) { this.database = database; }

    /// All that are open, and of the others those of the newest offers; newest offer first.
    ///
    /// @param filesMax how many files of each are looked at for its paths
    public List<Past> recent(int overMax, int filesMax) {
        return database.read(connection -> {
            List<StoredTransfer> transfers = new ArrayList<>();
            try (PreparedStatement sql = connection
                    .prepareStatement(TransferRows.TRANSFER + " WHERE " + SqliteTransfers.OPEN)) {
                transfers.addAll(Rows.all(sql, TransferRows::transfer));
            }
            try (PreparedStatement sql = connection.prepareStatement(TransferRows.TRANSFER + " WHERE " + OVER
                    + " ORDER BY (SELECT written FROM file_offer o WHERE o.id = offer) DESC, id LIMIT ?")) {
                sql.setInt(1, overMax);
                transfers.addAll(Rows.all(sql, TransferRows::transfer));
            }
            List<Past> all = withOffers(connection, transfers, filesMax);
            all.sort((a, b) -> b.offer().written().compareTo(a.offer().written()));
            return all;
        });
    }

    /// All transfers of these offers.
    public List<Past> ofOffers(List<EntryId> offers, int filesMax) {
        return database.read(connection -> {
            var transfers = new ArrayList<StoredTransfer>();
            try (PreparedStatement sql = connection
                    .prepareStatement(TransferRows.TRANSFER + " WHERE offer = ? ORDER BY id")) {
                for (EntryId offer : offers) {
                    sql.setBytes(1, offer.bytes());
                    transfers.addAll(Rows.all(sql, TransferRows::transfer));
                }
            }
            return withOffers(connection, transfers, filesMax);
        });
    }

    /// How many bytes of a transfer to us are here, as [io.landline.filetransfer.TransferStore#keptBytes].
    public long keptBytes(Past past) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(TransferSql.KEPT_BYTES)) {
                sql.setInt(1, past.offer().body().chunkBytes());
                sql.setBytes(2, past.transfer().id().bytes());
                return Rows.all(sql, row -> row.getLong(1)).getFirst();
            }
        });
    }

    /// The offers of an author that no transfer has begun of, and that were not withdrawn; newest first.
    ///
    /// @param since only those that were written then or later
    public List<StoredOffer> unreached(Fingerprint author, Instant since, int max) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(UNREACHED)) {
                sql.setBytes(1, author.bytes());
                sql.setLong(2, since.toEpochMilli());
                sql.setInt(3, max);
                return Rows.all(sql, TransferRows::offer);
            }
        });
    }

    /// Which of these offers their author has taken back.
    public Set<EntryId> withdrawn(List<EntryId> offers) {
        return database.read(connection -> {
            var withdrawn = new HashSet<EntryId>();
            try (PreparedStatement sql = connection.prepareStatement(WITHDRAWN)) {
                for (EntryId offer : offers) {
                    sql.setBytes(1, offer.bytes());
                    if (!Rows.all(sql, _ -> true).isEmpty()) withdrawn.add(offer);
                }
            }
            return withdrawn;
        });
    }

    /// The offers in direct conversations of which a transfer is done, either way.
    public List<EntryId> doneDirect() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(DONE_DIRECT)) {
                return Rows.all(sql, row -> EntryId.of(row.getBytes(1)));
            }
        });
    }

    /// The offers of this person that are done here.
    public List<EntryId> doneFrom(Fingerprint peer) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(DONE_FROM)) {
                sql.setBytes(1, peer.bytes());
                return Rows.all(sql, row -> EntryId.of(row.getBytes(1)));
            }
        });
    }

    /// What an own offer leaves out of its folders.
    public List<String> excludes(EntryId offer) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(SqliteFolders.EXCLUDES)) {
                sql.setBytes(1, offer.bytes());
                return Rows.all(sql, row -> row.getString(1));
            }
        });
    }

    private static List<Past> withOffers(Connection connection, List<StoredTransfer> transfers, int filesMax)
            throws SQLException {
        var all = new ArrayList<Past>();
        Map<EntryId, @Nullable StoredOffer> offers = new HashMap<>();
        try (PreparedStatement offer = connection.prepareStatement(TransferRows.OFFER + " WHERE id = ?");
                PreparedStatement received = connection.prepareStatement(RECEIVED);
                PreparedStatement items = connection.prepareStatement(ITEMS);
                PreparedStatement sources = connection.prepareStatement(SOURCES);
                PreparedStatement failures = connection.prepareStatement(SqliteFailures.OF)) {
            for (StoredTransfer transfer : transfers) {
                StoredOffer known = offers.get(transfer.offer());
                if (known == null) {
                    offer.setBytes(1, transfer.offer().bytes());
                    known = Rows.first(offer, TransferRows::offer);
                    if (known == null) continue; // an offer is kept before its transfers, and forgotten after them
                    offers.put(transfer.offer(), known);
                }
                FirstPart first = isFailedHere(transfer) ? FirstParts.of(connection, transfer.id(), filesMax) : null;
                if (first != null) {
                    all.add(past(transfer, known, first));
                    continue;
                }
                all.add(new Past(asItIsHere(connection, transfer), known, part(connection, transfer),
                        paths(transfer, received, items, sources, filesMax),
                        SqliteFailures.of(failures, transfer.id())));
            }
        }
        return all;
    }

    private static boolean isFailedHere(StoredTransfer transfer) {
        return transfer.direction() == Direction.IN && transfer.state() == TransferState.FAILED;
    }

    /// Nothing came of the rest: a person sees what stands here, as before the rest was taken.
    private static Past past(StoredTransfer rest, StoredOffer offer, FirstPart first) {
        return new Past(rest.withPhase(new TransferPhase.Done()).withBytes(first.bytes()), offer,
                new Part(first.files(), first.bytes(), false), first.paths(), FailedFiles.NONE, rest.reason());
    }

    private static StoredTransfer asItIsHere(Connection connection, StoredTransfer transfer) throws SQLException {
        if (!isFailedHere(transfer)) return transfer;
        try (PreparedStatement standing = connection.prepareStatement(STANDING)) {
            standing.setBytes(1, transfer.id().bytes());
            return transfer.withBytes(Rows.all(standing, row -> row.getLong(1)).getFirst());
        }
    }

    private static @Nullable Part part(Connection connection, StoredTransfer transfer) throws SQLException {
        if (transfer.direction() != Direction.IN) return null;
        Boolean isRest;
        try (PreparedStatement chosen = connection.prepareStatement(CHOSEN)) {
            chosen.setBytes(1, transfer.id().bytes());
            isRest = Rows.first(chosen, row -> row.getBoolean(1));
        }
        if (isRest == null) return null;
        try (PreparedStatement taken = connection.prepareStatement(TAKEN)) {
            taken.setBytes(1, transfer.id().bytes());
            return Rows.first(taken, row -> new Part(row.getLong(1), row.getLong(2), isRest));
        }
    }

    private static List<Path> paths(StoredTransfer transfer, PreparedStatement received, PreparedStatement items,
            PreparedStatement sources, int filesMax) throws SQLException {
        if (transfer.direction() == Direction.IN && transfer.state() != TransferState.DONE) return List.of();
        if (transfer.direction() == Direction.IN) return received(transfer, received, filesMax);
        List<String> named = rows(items, transfer.offer().bytes(), filesMax, row -> row.getString(1));
        if (!named.isEmpty()) return spelled(named.stream().map(PathText::readOrNull));
        // an offer of an earlier version
        return spelled(rows(sources, transfer.offer().bytes(), filesMax,
                row -> List.of(row.getString(1), row.getString(2))).stream()
                .map(source -> top(source.getFirst(), PathText.readOrNull(source.getLast()))));
    }

    static List<Path> received(StoredTransfer transfer, PreparedStatement received, int filesMax)
            throws SQLException {
        Path folder = transfer.acceptance().place();
        if (folder == null) return List.of();
        Map<String, String> tops = SqliteFolders.saved(received.getConnection(), transfer.id(), filesMax);
        var names = new ArrayList<>(tops.values());
        for (String saved : rows(received, transfer.id().bytes(), filesMax, row -> row.getString(1))) {
            if (saved.indexOf('/') < 0) names.add(saved);
        }
        return spelled(
                names.stream().map(PathText::readOrNull).map(name -> name == null ? null : folder.resolve(name)));
    }

    /// Each once, without those that this system cannot spell.
    private static List<Path> spelled(Stream<? extends @Nullable Path> paths) {
        return paths.<Path>mapMulti((path, found) -> {
            if (path != null) found.accept(path);
        }).distinct().toList();
    }

    private static <T> List<T> rows(PreparedStatement sql, byte[] id, int max, Rows.Reader<T> as)
            throws SQLException {
        sql.setBytes(1, id);
        sql.setInt(2, max);
        return Rows.all(sql, as);
    }

    /// What the first segment of a file's path in the manifest stands for on the disk: the file itself, or the folder
    /// that came with it.
    private static @Nullable Path top(String manifestPath, @Nullable Path file) {
        if (file == null) return null;
        Path top = file;
        for (int i = manifestPath.indexOf('/'); i >= 0; i = manifestPath.indexOf('/', i + 1)) {
            Path parent = top.getParent();
            if (parent != null) top = parent;
        }
        return top;
    }
}
