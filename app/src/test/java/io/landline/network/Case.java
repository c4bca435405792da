package io.landline.network;

import java.util.List;

/// One line of the table: a network, or something that happens in one, and how it is played.
record Case(String name, Play play) {
    /// The line of that name.
    static Case named(String name, List<Case> among) {
        return among.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /// Fills the row.
    interface Play {
        void run(Stage stage, Row row) throws Exception;
    }
}
