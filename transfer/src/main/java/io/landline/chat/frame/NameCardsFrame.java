package io.landline.chat.frame;

import io.landline.chat.FrameFields;
import io.landline.chat.NameCard;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Names of authors, each signed by its owner: a count (16) and as many cards.
public record NameCardsFrame(List<NameCard> cards) {
    /// As many as a request has logs; 23 KiB where all names are as long as can be.
    public static final int CARDS_MAX = 64;

    public Frame encode() {
        List<byte[]> each = cards.stream().map(NameCard::bytes).toList();
        ByteBuffer out = ByteBuffer.allocate(Short.BYTES + each.stream().mapToInt(card -> card.length).sum());
        out.putShort((short) cards.size());
        each.forEach(out::put);
        return new Frame(FrameType.NAME_CARDS, out.array());
    }

    /// A card with a name that this version does not allow is left out.
    public static NameCardsFrame decode(byte[] body) throws MalformedFrameException {
        ByteBuffer in = ByteBuffer.wrap(body);
        if (in.remaining() < Short.BYTES) throw new MalformedFrameException("count cut off");
        int count = Short.toUnsignedInt(in.getShort());
        if (count > CARDS_MAX) throw new MalformedFrameException("more than " + CARDS_MAX + " items");
        var cards = new ArrayList<NameCard>();
        for (int i = 0; i < count; i++) {
            NameCard card = NameCard.read(in);
            if (card != null) cards.add(card);
        }
        FrameFields.end(in);
        return new NameCardsFrame(cards);
    }
}
