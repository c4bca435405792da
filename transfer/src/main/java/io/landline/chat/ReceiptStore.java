package io.landline.chat;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who has received and read what: cumulative numbers per log. Calls block; only the conversations' thread writes. What
/// is lost by a crash is told again at the next meeting.
public interface ReceiptStore {
    enum Receipt { DELIVERED, READ }

    /// Up to which number of that log the peer has received or read; 0 for none. For logs of others, with ourselves as
    /// the peer: what was read here.
    long upTo(LogKey log, Fingerprint peer, Receipt receipt);

    /// The same of all logs of a conversation of which the peer has received or read something.
    Map<LogKey, Long> upTo(ConversationId conversation, Fingerprint peer, Receipt receipt);

    /// Notes receipts of one peer in one step, up to which number of each log. The answer are those that are news.
    Set<LogKey> advance(Map<LogKey, Long> upTo, Fingerprint peer, Receipt receipt);

    /// Notes a receipt; true where it is news. Lower than before changes nothing.
    boolean advance(LogKey log, Fingerprint peer, Receipt receipt, long upTo);

    /// The logs of this author in this conversation that this peer has a receipt for.
    List<LogKey> logs(ConversationId conversation, Fingerprint author, Fingerprint peer);
}
