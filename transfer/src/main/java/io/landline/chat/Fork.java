package io.landline.chat;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Ed25519;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Two entries of one number that an author signed: the proof that this log has two branches from there on
/// (docs/protocol/conversations.md, "FORK (0xae)"). Without bodies. Immutable; any thread.
public record Fork(Entry one, Entry other) {
    private static final int SIGNED_BYTES = EntryHeader.BYTES + Ed25519.SIGNATURE_BYTES;
    public static final int BYTES = 2 * SIGNED_BYTES;

    /// Two that do not contradict each other are an [IllegalArgumentException].
    public Fork {
        if (!contradict(one, other)) throw new IllegalArgumentException(one + " does not contradict " + other);
        one = new Entry(one.header(), one.signature(), null);
        other = new Entry(other.header(), other.signature(), null);
    }

    public static boolean contradict(Entry one, Entry other) {
        return one.log().equals(other.log()) && one.header().number() == other.header().number()
                && !Arrays.equals(one.hash(), other.hash());
    }

    public LogKey log() {
        return one.log();
    }

    /// The first number that has two entries, as far as this proves it.
    public long number() {
        return one.header().number();
    }

    /// Whether the author signed both. Takes about 0.2 ms.
    public boolean holds() {
        return one.signatureHolds() && other.signatureHolds();
    }

    public Frame encode() {
        return new Frame(FrameType.FORK, bytes());
    }

    public static Fork decode(byte[] body) throws MalformedFrameException {
        if (body.length != BYTES) throw new MalformedFrameException("fork of a wrong length");
        ByteBuffer in = ByteBuffer.wrap(body);
        Entry one = signed(in);
        Entry other = signed(in);
        if (!contradict(one, other)) throw new MalformedFrameException("fork that is none");
        return new Fork(one, other);
    }

    private static Entry signed(ByteBuffer in) throws MalformedFrameException {
        EntryHeader header = EntryHeader.read(in);
        return new Entry(header, FrameFields.bytes(in, Ed25519.SIGNATURE_BYTES), null);
    }

    /// As it travels and is stored.
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put(one.headerBytes())
                .put(one.signature())
                .put(other.headerBytes())
                .put(other.signature())
                .array();
    }

    /// One as a store kept it. Anything else is an [IllegalArgumentException]: the store is damaged.
    public static Fork stored(byte[] bytes) {
        try {
            return decode(bytes);
        } catch (MalformedFrameException e) {
            throw new IllegalArgumentException("not a stored fork", e);
        }
    }
}
