package io.landline.storage.entries;

import io.landline.chat.TimelinePosition;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Reference;
import io.landline.chat.view.EntryView;
import io.landline.chat.words.CarriedOverEntries;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Rows;
import io.landline.storage.entries.ActRows.StoredEntry;
import io.landline.storage.entries.ContinuedRooms.ShownRoom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What is pinned in a conversation. Of each person the latest pins are looked at, in turns with those of others: so
/// somebody who pins without end neither slows down the view nor hides what others pinned. The database's threads only.
public final class PinRows {
    /// Pins of one person in one room that are looked at, the latest: four times as many as are shown.
    public static final int A_PERSON_MAX = 200;
    /// Of one person among thousands.
    public static final int A_PERSON_MIN = 4;
    /// Pins of one room that are looked at, where nobody has more than an even share.
    public static final int LOOKED_AT_MAX = 20_000;
    /// Those that name something here, and that are looked up with all that was done to it. People take turns.
    public static final int SHOWN_LOOKED_AT_MAX = 2_000;
    private static final String PEOPLE = "WITH RECURSIVE person(key) AS (SELECT min(author) FROM act WHERE"
            + " conversation=?1 AND kind=9 AND is_on=1 UNION ALL SELECT (SELECT min(author) FROM act WHERE"
            + " conversation=?1 AND kind=9 AND is_on=1 AND author>key) FROM person WHERE key IS NOT NULL)"
            + " SELECT key FROM person WHERE key IS NOT NULL";
    /// Of a room that shows all, what another pin took the place of is left out. What is named is an entry, or one that
    /// was written again.
    private static final String PINS = "SELECT target_author, target_log, target_number, target_id, lamport, number,"
            + " log_id FROM (SELECT * FROM act WHERE conversation=?1 AND kind=9 AND is_on=1 AND author=?2 AND"
            + " lamport<=?3 ORDER BY lamport DESC, number DESC, log_id DESC LIMIT ?4) AS pin WHERE present>=?5 AND"
            + " (EXISTS (SELECT 1 FROM entry WHERE substr(hash, 1, 8)=target_id AND kind IN (1, 2, 10, 13) AND body IS"
            + " NOT NULL) OR EXISTS (SELECT 1 FROM act AS again WHERE again.conversation IN (SELECT value FROM"
            + " json_each(?6)) AND again.target_author=pin.target_author AND again.target_log=pin.target_log AND"
            + " again.target_number=pin.target_number AND again.target_id=pin.target_id AND again.present=1 AND"
            + " again.kind IN (1, 2, 10, 13)))";

    private final Connection connection;

    public PinRows(Connection connection) { this.connection = connection; }

    /// @param turn from 0: how many of the same person come before
    private record Pinned(int turn, TimelinePosition by, Reference target) {}

    /// What is pinned in this conversation and in those that it continues, the latest pin first.
    ///
    /// @param row the conversation's
    public List<EntryView> pinned(long row) throws SQLException {
        var rooms = new ArrayList<>(List.of(new ShownRoom(row, null)));
        rooms.addAll(new ContinuedRooms(connection).before(row));
        String rows = rooms.stream().map(each -> Long.toString(each.row())).collect(Collectors.joining(",", "[", "]"));
        var pins = new ArrayList<Pinned>();
        for (ShownRoom room : rooms) {
            List<Fingerprint> people = people(room);
            int each = Math.clamp(LOOKED_AT_MAX / Math.max(1, people.size()), A_PERSON_MIN, A_PERSON_MAX);
            for (Fingerprint person : people) pins.addAll(pins(room, person, each, rows));
        }
        List<Pinned> latest = pins.stream()
                .sorted(Comparator.comparing(Pinned::turn).thenComparing(Pinned::by, Comparator.reverseOrder()))
                .limit(SHOWN_LOOKED_AT_MAX)
                .sorted(Comparator.comparing(Pinned::by).reversed())
                .toList();
        return shown(new ActRows(connection, row), latest);
    }

    /// Each message is met first by the last pin of it that is on.
    private static List<EntryView> shown(ActRows acts, List<Pinned> latest) throws SQLException {
        Map<EntryId, EntryView> pinned = new HashMap<>();
        for (Pinned pin : latest) {
            if (pinned.size() == Pin.SHOWN_MAX) break;
            StoredEntry held = acts.present(pin.target());
            EntryView shown = held == null ? null : acts.shown(held.entry());
            if (shown != null && shown.pinned() != null) pinned.put(shown.entry().id(), shown);
        }
        return pinned.values()
                .stream()
                .sorted(Comparator.comparing((EntryView each) -> Objects.requireNonNull(each.pinned())).reversed())
                .toList();
    }

    /// Who pinned something in this room.
    private List<Fingerprint> people(ShownRoom room) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(PEOPLE)) {
            sql.setLong(1, room.row());
            return Rows.all(sql, row -> Fingerprint.of(row.getBytes(1)));
        }
    }

    private List<Pinned> pins(ShownRoom room, Fingerprint person, int max, String rows) throws SQLException {
        CarriedOverEntries shows = room.shows();
        try (PreparedStatement sql = connection.prepareStatement(PINS)) {
            sql.setLong(1, room.row());
            sql.setBytes(2, person.bytes());
            sql.setLong(3, shows == null || shows.people().contains(person) ? Long.MAX_VALUE : shows.clock());
            sql.setInt(4, max);
            sql.setInt(5, shows == null ? 1 : 0);
            sql.setString(6, rows);
            var pins = new ArrayList<Pinned>();
            Rows.each(sql, row -> pins.add(pinned(pins.size(), person, row)));
            return pins;
        }
    }

    private static Pinned pinned(int turn, Fingerprint person, ResultSet row) throws SQLException {
        var target = new Reference(Fingerprint.of(row.getBytes(1)), ChatDatabase.logId(row.getBytes(2)),
                row.getLong(3), ChatDatabase.logId(row.getBytes(4)));
        return new Pinned(turn, new TimelinePosition(row.getLong(5), person, row.getLong(6),
                ChatDatabase.logId(row.getBytes(7))), target);
    }
}
