package io.landline.storage;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Reads the rows of one table of a damaged database around the pages that cannot be read: from the highest key down,
/// from the lowest up, and what lies between by halves, until nothing is left between two rows. A damaged page costs
/// the rows that it holds. The caller's thread only.
final class ReadableRows {
    /// Questions in a row that bring nothing new. A gap is halved some ten times by then, so what is left unread is
    /// small, or the table's root is gone.
    static final int IN_VAIN_MAX = 2_000;
    /// Keys of bytes have no next one, so halving them ends by itself only here.
    private static final int BYTES_DEPTH_MAX = 16;
    /// Some pages of rows.
    private static final long FIRST_WIDTH = 64;
    private static final int PREFIX_BYTES = Long.BYTES;
    private static final byte[] HIGHEST = new byte[PREFIX_BYTES + 32];
    static {
        Arrays.fill(HIGHEST, (byte) 0xFF);
    }

    /// @param key what the rows are found by: `rowid`, or the first column of the primary key
    /// @param isNumber whether that holds numbers from 0 on; else bytes
    /// @param columns what is read of them
    record Table(String name, String key, boolean isNumber, String columns) {
        private String query(String direction) {
            return "SELECT " + key + ", " + columns + " FROM " + name + " NOT INDEXED WHERE " + key + " >= ? AND " + key
                    + " <= ? ORDER BY " + key + direction;
        }
    }

    /// Takes a row; a row may come twice. What it throws ends the reading.
    interface Taker {
        void take(ResultSet row) throws SalvageException;
    }

    /// Both ends are included, since a key may have more than one row.
    private record Gap(Object low, Object high, int depth) {}

    private final Connection connection;
    private final Table table;
    private final Taker taker;
    private final BooleanSupplier over;
    private final ArrayDeque<Gap> gaps = new ArrayDeque<>();
    private boolean all = true;
    private int inVain;

    private ReadableRows(Connection connection, Table table, Taker taker, BooleanSupplier over) {
        this.connection = connection;
        this.table = table;
        this.taker = taker;
        this.over = over;
    }

    /// Reads all that can be read.
    ///
    /// @param fileBytes no row has less than one
    /// @param over whether no more is to be read
    /// @return whether that is all that there was, as far as can be told
    static boolean read(Connection connection, Table table, long fileBytes, Taker taker, BooleanSupplier over)
            throws SalvageException {
        Gap whole = table.isNumber()
                ? new Gap(0L, highest(connection, table, fileBytes), 0)
                : new Gap(new byte[0], HIGHEST, 0);
        return new ReadableRows(connection, table, taker, over).read(whole);
    }

    /// Where rows come and go, as times of receipts do, the numbers run ahead of the file. Without that page a guess.
    private static long highest(Connection connection, Table table, long fileBytes) {
        String query = "SELECT max(" + table.key() + ") FROM " + table.name() + " NOT INDEXED";
        try (Statement sql = connection.createStatement(); ResultSet row = sql.executeQuery(query)) {
            return row.next() ? Math.max(fileBytes, row.getLong(1)) : fileBytes;
        } catch (SQLException e) {
            return fileBytes;
        }
    }

    private boolean read(Gap whole) throws SalvageException {
        gaps.add(whole);
        for (Gap gap; (gap = gaps.poll()) != null;) {
            if (inVain >= IN_VAIN_MAX || over.getAsBoolean()) return false;
            Object top = walk(gap, true);
            if (top == null) continue;
            Object bottom = walk(new Gap(gap.low(), top, gap.depth()), false);
            if (bottom == null) continue;
            all = false;
            if (top.equals(gap.high()) && gap == whole && split(bottom, top)) continue;
            Object middle = middle(bottom, top, gap.depth());
            if (middle == null) continue;
            gaps.add(new Gap(middle, top, gap.depth() + 1)); // the newer half first, in case time runs out
            gaps.add(new Gap(bottom, middle, gap.depth() + 1));
        }
        return all;
    }

    /// Divides a gap with a guessed upper end. Each part is as wide as all below it: so their widths fit what may be in
    /// them.
    private boolean split(Object bottom, Object top) {
        if (!(bottom instanceof Long low) || !(top instanceof Long high)) return false;
        long from = low;
        for (long width = FIRST_WIDTH; from < high; width *= 2) {
            long to = Math.min(high, from + width);
            gaps.add(new Gap(from, to, 0));
            from = to;
        }
        return true;
    }

    /// @return the key of the last row that could be read, the end that the walk began at where none could; null where
    ///         all could
    private @Nullable Object walk(Gap gap, boolean downward) throws SalvageException {
        Object last = downward ? gap.high() : gap.low();
        try (PreparedStatement sql = question(downward)) {
            sql.setObject(1, gap.low());
            sql.setObject(2, gap.high());
            try (ResultSet row = sql.executeQuery()) {
                while (row.next() && !over.getAsBoolean()) {
                    Object key = gap.low() instanceof Long ? (Object) row.getLong(1) : row.getBytes(1);
                    boolean inOrder = key != null
                            && (downward ? isBetween(key, gap.low(), last) : isBetween(key, last, gap.high()));
                    if (!inOrder) throw new SQLException("rubbish that looks like a row");
                    taker.take(row);
                    if (!Objects.deepEquals(key, gap.low()) && !Objects.deepEquals(key, gap.high())) inVain = 0;
                    last = key;
                }
            }
            return null;
        } catch (SQLException e) {
            inVain++;
            return last;
        }
    }

    /// A statement that failed cannot be used again, so each walk has its own.
    private PreparedStatement question(boolean downward) throws SQLException {
        try {
            return connection.prepareStatement(table.query(downward ? " DESC" : ""));
        } catch (SQLException e) {
            inVain = IN_VAIN_MAX; // what describes the table cannot be read: no other question can be put together
            throw e;
        }
    }

    private static boolean isBetween(Object key, Object low, Object high) {
        return compare(low, key) <= 0 && compare(key, high) <= 0;
    }

    private static int compare(Object one, Object other) {
        if (one instanceof Long number && other instanceof Long with) return Long.compare(number, with);
        if (one instanceof byte[] bytes && other instanceof byte[] with) return Arrays.compareUnsigned(bytes, with);
        return 1; // a value of another kind than the column's
    }

    private static @Nullable Object middle(Object low, Object high, int depth) {
        if (low instanceof Long from && high instanceof Long to) {
            return to - from > 1 ? (Object) (from + (to - from) / 2) : null;
        }
        if (depth >= BYTES_DEPTH_MAX || !(low instanceof byte[] from) || !(high instanceof byte[] to)) return null;
        long one = ByteBuffer.wrap(Arrays.copyOf(from, PREFIX_BYTES)).getLong();
        long other = ByteBuffer.wrap(Arrays.copyOf(to, PREFIX_BYTES)).getLong();
        // right for unsigned numbers, too
        return ByteBuffer.allocate(PREFIX_BYTES).putLong(one + (other - one >>> 1)).array();
    }
}
