package io.landline.lab.web;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// What has come of an answer so far. Its end is looked at in place: a server may send it byte by byte. Of one thread.
final class GrowingAnswer extends ByteArrayOutputStream {
    boolean endsWith(byte[] end) {
        return count >= end.length && Arrays.equals(buf, count - end.length, count, end, 0, end.length);
    }
}
