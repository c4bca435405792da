package io.landline.network;

/// One line of the table: a network, or something that happens in one, and how it is played.
record Case(String name, Play play) {
    /// Fills the row.
    interface Play {
        void run(Stage stage, Row row) throws Exception;
    }
}
