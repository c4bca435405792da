package io.landline.filetransfer.download;

import io.landline.session.Session;

/// Where the chunks of a download come from.
public sealed interface ChunkSupply {
    /// Its author alone, in order, by one bulk connection.
    record Author(Session session, BulkConnections connections) implements ChunkSupply {}

    /// All who take part in its swarm, in any order.
    record Swarm(SwarmLink link) implements ChunkSupply {}
}
