package io.landline.chat.frame;

import io.landline.chat.Admission;
import io.landline.chat.FrameFields;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Admissions of authors; their entries come next. Each admission follows that of its signer: a count (16) and as many
/// admissions.
public record AdmissionsFrame(List<Admission> admissions) {
    /// These are 76 KiB, which a control frame of 128 KiB holds.
    public static final int ADMISSIONS_MAX = 512;

    public Frame encode() {
        ByteBuffer out = ByteBuffer.allocate(Short.BYTES + admissions.size() * Admission.BYTES)
                .putShort((short) admissions.size());
        for (Admission admission : admissions) admission.write(out);
        return new Frame(FrameType.ADMISSIONS, out.array());
    }

    public static AdmissionsFrame decode(byte[] body) throws MalformedFrameException {
        ByteBuffer in = ByteBuffer.wrap(body);
        int count = FrameFields.count(in, Admission.BYTES, ADMISSIONS_MAX);
        var admissions = new ArrayList<Admission>(count);
        for (int i = 0; i < count; i++) admissions.add(Admission.read(in));
        return new AdmissionsFrame(admissions);
    }
}
