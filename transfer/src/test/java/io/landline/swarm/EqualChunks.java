package io.landline.swarm;

/// Chunks that all have one size.
///
/// @param count of the offer
/// @param each bytes of one
record EqualChunks(int count, int each) implements ChunkSizes {
    @Override
    public int bytes(int chunk) {
        return each;
    }
}
