/// The database of a profile: its file, connections, writes, schema and health, and rows as values. Door: [Database].
///
/// - Writes: [DatabaseWriter] has the thread, [WriteTransaction] what waits together. Reads:
///   [DatabaseReaders], [ReadTransaction]. Each piece of work is a [DatabaseJob].
/// - The file: [DatabaseFiles], [DatabaseLocation], [TemporaryDisk]. Connections and statements: [SqliteConnections],
///   [StatementCache].
/// - The schema: [Migrations] brings it forward, [SchemaWork] says how far that is, [Definitions] has what it comes to.
/// - Damage: [HealthCheck] and [EntryCheck] look for it, [DamageDetector] tells it from other troubles, [ExchangeNote]
///   says what a start did about it.
/// - Words of the search: [SearchableText], of cards [CardWords].
@NullMarked
package io.landline.storage.database;

import org.jspecify.annotations.NullMarked;
