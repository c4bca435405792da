package io.landline.ui.transfers.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.picture.PictureKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Which received files one click may hand to the system: pictures, PDF, plain text, sound and films. The extension,
/// by which systems choose the program, and the first bytes must agree, and nobody may have made the file executable.
/// Stateless; waits for the disk.
public final class OpenableFile {
    /// Enough to tell text from bytes, and more than any signature needs.
    static final int HEAD_BYTES = 4 * 1024;

    private static final Predicate<String> MPEG_AUDIO = head -> head.startsWith("ID3")
            || head.length() > 1 && head.charAt(0) == 0xff && (head.charAt(1) & 0xe0) == 0xe0;
    private static final Predicate<String> JPEG = picture(PictureKind.JPEG);
    private static final Predicate<String> OGG = starts("OggS");
    private static final Predicate<String> ISO_MEDIA = head -> head.startsWith("ftyp", 4);
    private static final Predicate<String> MATROSKA = starts("\u001aE\u00df\u00a3");
    private static final Predicate<String> MPEG_VIDEO = starts("\u0000\u0000\u0001\u00ba")
            .or(starts("\u0000\u0000\u0001\u00b3"));

    /// How a file of this extension begins, its bytes as Latin-1. No SVG, HTML or office file: they may hold programs.
    private static final Map<String, Predicate<String>> BEGINNINGS = Map.ofEntries(
            Map.entry("png", picture(PictureKind.PNG)), Map.entry("jpg", JPEG), Map.entry("jpeg", JPEG),
            Map.entry("gif", picture(PictureKind.GIF)), Map.entry("bmp", starts("BM")),
            Map.entry("webp", riff("WEBP")), Map.entry("pdf", starts("%PDF-")), Map.entry("mp3", MPEG_AUDIO),
            Map.entry("aac", MPEG_AUDIO), Map.entry("flac", starts("fLaC")), Map.entry("ogg", OGG),
            Map.entry("oga", OGG), Map.entry("opus", OGG), Map.entry("ogv", OGG), Map.entry("wav", riff("WAVE")),
            Map.entry("m4a", ISO_MEDIA), Map.entry("mp4", ISO_MEDIA), Map.entry("m4v", ISO_MEDIA),
            Map.entry("mov", ISO_MEDIA), Map.entry("webm", MATROSKA), Map.entry("mkv", MATROSKA),
            Map.entry("avi", riff("AVI ")), Map.entry("mpg", MPEG_VIDEO), Map.entry("mpeg", MPEG_VIDEO),
            Map.entry("txt", OpenableFile::isText), Map.entry("log", OpenableFile::isText));

    private OpenableFile() {}

    private static Predicate<String> starts(String signature) {
        return head -> head.startsWith(signature);
    }

    private static Predicate<String> picture(PictureKind kind) {
        return head -> kind.begins(head.getBytes(ISO_8859_1));
    }

    private static Predicate<String> riff(String kind) {
        return head -> head.startsWith("RIFF") && head.startsWith(kind, 8);
    }

    /// Whether it may be opened as it is now.
    public static boolean isOne(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || isExecutable(file)) return false;
        String name = String.valueOf(file.getFileName());
        Predicate<String> beginning = BEGINNINGS.get(
                name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (beginning == null || name.indexOf('.') < 1) return false;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return beginning.test(new String(in.readNBytes(HEAD_BYTES), ISO_8859_1));
        }
    }

    private static boolean isExecutable(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS);
        if (view == null) return false; // this system decides by the extension alone
        return view.readAttributes()
                .permissions()
                .stream()
                .anyMatch(each -> each == PosixFilePermission.OWNER_EXECUTE
                        || each == PosixFilePermission.GROUP_EXECUTE || each == PosixFilePermission.OTHERS_EXECUTE);
    }

    /// UTF-8 without control characters, and nothing that a system could take for a script, a page or a launcher.
    private static boolean isText(String head) {
        byte[] bytes = head.getBytes(ISO_8859_1);
        var decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var text = CharBuffer.allocate(bytes.length);
        boolean isWhole = bytes.length < HEAD_BYTES; // the last character of a longer one may be cut
        if (decoder.decode(ByteBuffer.wrap(bytes), text, isWhole).isError()) return false;
        String said = text.flip().toString();
        String begins = said.stripLeading();
        if (begins.startsWith("#!") || begins.startsWith("<") || begins.startsWith("[")) return false;
        return said.chars().noneMatch(c -> Character.isISOControl(c) && "\t\n\r\f".indexOf(c) < 0);
    }
}
