package io.landline.filetransfer;

/// A disk onto which files are taken in the place of a person. Part of it always stays free.
///
/// @param usableBytes without what is promised to others
public record FreeDisk(long totalBytes, long usableBytes) {
    /// This part stays free...
    public static final int FREE_PERCENT = 10;
    /// ...or so much, if that is less.
    public static final long FREE_BYTES = 5_000_000_000L;
    private static final int WHOLE_PERCENT = 100;

    public boolean takes(long bytes) {
        long kept = Math.min(FREE_BYTES, totalBytes / WHOLE_PERCENT * FREE_PERCENT);
        return usableBytes - bytes >= kept;
    }
}
