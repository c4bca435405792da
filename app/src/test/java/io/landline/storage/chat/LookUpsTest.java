package io.landline.storage.chat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.storage.database.DatabaseTest;
import io.landline.storage.database.Rows;
import java.sql.PreparedStatement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people ask for by name is found by an index, however much others wrote.
class LookUpsTest extends DatabaseTest {
    record LookUp(String question, String index) {}

    static List<LookUp> lookUps() {
        return List.of(new LookUp(HandInEntries.RECEIPTS_OF_ALL, "entry_receipt"),
                new LookUp(HandInEntries.RECEIPTS_IN_ONE, "entry_receipt"),
                new LookUp(TimelineViews.FIRST, "act_written_again"));
    }

    @ParameterizedTest
    @MethodSource("lookUps")
    void itsIndexIsUsedFirst(LookUp lookUp) {
        List<String> plan = database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("EXPLAIN QUERY PLAN " + lookUp.question())) {
                return Rows.all(sql, row -> row.getString("detail"));
            }
        });
        assertTrue(plan.getFirst().matches("SEARCH \\w+ USING (COVERING )?INDEX " + lookUp.index() + " .*"),
                plan::toString);
    }
}
