package io.landline.filetransfer;

/// One chunk on its way.
final class DataFrame {
    static final int HEADER_BYTES = 16;

    private DataFrame() {}
}
