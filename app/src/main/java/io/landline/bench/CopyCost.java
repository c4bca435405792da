package io.landline.bench;

/// What moving some files once has cost.
///
/// @param seconds until the last byte was there
/// @param cpuSeconds of all processes of both sides; 0 where the system does not tell
/// @param peakBytes the largest memory of all processes of both sides, added up; 0 where the system does not tell
record CopyCost(double seconds, double cpuSeconds, long peakBytes) {}
