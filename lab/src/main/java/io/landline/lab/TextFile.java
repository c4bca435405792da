package io.landline.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Text in a file that a person names. Such a file may have no end, as `/dev/zero` has none, and then its size says
/// nothing: no more is read than was asked for. Stateless; any thread.
public final class TextFile {
    /// In UTF-8. The word lists that systems bring have up to 7 MB.
    public static final int LIST_BYTES_MAX = 8 << 20;

    /// By which some editors begin UTF-8. It is no part of the text.
    private static final String MARK = "\ufeff";

    private TextFile() {}

    /// @param bytesMax more than these are not read
    /// @throws LabException the file is larger
    /// @throws java.nio.charset.CharacterCodingException it is not UTF-8
    public static String read(Path file, int bytesMax) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new LabException("{0} is larger than {1} bytes. Nothing of it was used.", file.toString(),
                        new LabMessage.Limit(bytesMax));
            }
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        }
    }

    /// The same as lines, of up to [#LIST_BYTES_MAX].
    public static List<String> lines(Path file) throws IOException {
        return read(file, LIST_BYTES_MAX).lines().toList();
    }
}
