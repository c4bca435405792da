package io.landline.swarm;

/// What a receiver begins with, as sets that it owns from then on.
///
/// @param held verified
/// @param unwanted chunks that nobody is to be asked for, whether here or not
/// @param unread kept by an earlier run and not read again yet: nobody is asked for one before it proves to be lost
public record InitialChunks(ChunkSet held, ChunkSet unwanted, ChunkSet unread) {}
