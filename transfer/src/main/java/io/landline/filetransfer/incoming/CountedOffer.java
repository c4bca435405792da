package io.landline.filetransfer.incoming;

import io.landline.peer.Fingerprint;

/// As what [OpenTransferLimits] counts an offer to us. It may go on counting when its transfer is over, and then this
/// alone is kept: neither what was verified, nor what was lost, nor the names of its files. Confined to the files'
/// queue.
final class CountedOffer {
    final Fingerprint author;
    final long files;
    OpenTransferLimits.Kind as = OpenTransferLimits.Kind.OVER;

    CountedOffer(Fingerprint author, long files) {
        this.author = author;
        this.files = files;
    }
}
