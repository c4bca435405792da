package io.landline.picture;

import javax.imageio.stream.ImageInputStreamImpl;

/// The bytes of a picture as ImageIO reads them, without its second copy in memory or in a file. Confined to one
/// thread.
final class PictureInput extends ImageInputStreamImpl {
    private final byte[] picture;

    PictureInput(byte[] picture) { this.picture = picture; }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < picture.length ? picture[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int at, int length) {
        bitOffset = 0;
        if (streamPos >= picture.length) return length == 0 ? 0 : -1;
        int count = (int) Math.min(length, picture.length - streamPos);
        System.arraycopy(picture, (int) streamPos, into, at, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return picture.length;
    }
}
