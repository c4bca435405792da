package io.landline.filetransfer.chunk;

import io.landline.filetransfer.TransferId;
import io.landline.frame.MalformedFrameException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Which hash pages are asked for (HASH_REQUEST), on a bulk connection: a transfer id (64), then 1 to [#PAGES_MAX] page
/// numbers (32 each).
public record PageRequest(TransferId transfer, List<Integer> pages) {
    /// Pages of one request, and pages that one receiver may have asked for and not yet got. 1 GiB of chunks: four
    /// times what may wait for a hash.
    public static final int PAGES_MAX = 16;

    public PageRequest {
        pages = List.copyOf(pages);
        if (pages.isEmpty() || pages.size() > PAGES_MAX) throw new IllegalArgumentException(pages.size() + " pages");
    }

    public byte[] body() {
        ByteBuffer body = ByteBuffer.allocate(TransferId.BYTES + pages.size() * Integer.BYTES)
                .putLong(transfer.value());
        pages.forEach(body::putInt);
        return body.array();
    }

    public static PageRequest received(ByteBuffer body) throws MalformedFrameException {
        int bytes = body.remaining() - TransferId.BYTES;
        if (bytes < Integer.BYTES || bytes % Integer.BYTES != 0 || bytes / Integer.BYTES > PAGES_MAX) {
            throw new MalformedFrameException("page request of " + body.remaining() + " bytes");
        }
        var transfer = new TransferId(body.getLong());
        var pages = new ArrayList<Integer>();
        while (body.hasRemaining()) {
            int page = body.getInt();
            if (page < 0) throw new MalformedFrameException("page request outside its limits");
            pages.add(page);
        }
        return new PageRequest(transfer, pages);
    }
}
