package io.landline.swarm;

/// The chunks of one offer, and how many bytes each has. The file transfer knows it from the manifest.
public interface ChunkSizes {
    int count();

    int bytes(int chunk);

    /// Of all chunks together.
    default long totalBytes() {
        long sum = 0;
        for (int chunk = 0; chunk < count(); chunk++) sum += bytes(chunk);
        return sum;
    }
}
