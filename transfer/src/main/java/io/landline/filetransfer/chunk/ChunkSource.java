package io.landline.filetransfer.chunk;

/// Where chunks of one offer are read that somebody else asked for: our own files, or those that we received. Any
/// thread.
public interface ChunkSource {
    /// What [#read] answers where the chunk cannot be had: it is not here, or not what its page of hashes says.
    int NO_CHUNK = -1;

    /// Reads a chunk of the offer into the head of `into`, and makes sure that it is what its author offered. Returns
    /// its length, or [#NO_CHUNK].
    int read(int chunk, byte[] into);
}
