package io.landline.ui.text;

import java.util.List;
import java.util.Locale;

/// What a file is by its extension, as far as people need it to decide: whether it is a picture, a text, or something
/// that runs.
public enum FileKind {
    PICTURE("avif", "bmp", "gif", "heic", "ico", "jpeg", "jpg", "png", "psd", "raw", "svg", "tif", "tiff", "webp",
            "xcf"),
    SOUND("aac", "aif", "flac", "m4a", "mid", "mp3", "oga", "ogg", "opus", "wav", "wma"),
    FILM("avi", "flv", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "ogv", "webm", "wmv"),
    ARCHIVE("7z", "bz2", "gz", "iso", "rar", "tar", "tgz", "xz", "zip", "zst"),
    TEXT("csv", "doc", "docx", "epub", "htm", "html", "json", "log", "md", "odp", "ods", "odt", "pdf", "ppt", "pptx",
            "rtf", "tex", "txt", "xls", "xlsx", "xml"),
    /// Opening it runs it, on some system.
    PROGRAM("app", "appimage", "bat", "bin", "cmd", "com", "command", "cpl", "deb", "desktop", "dll", "dmg", "docm",
            "exe", "hta", "jar", "js", "jse", "lnk", "msi", "msix", "pif", "pkg", "ps1", "py", "reg", "rpm", "run",
            "scr", "sh", "url", "vbe", "vbs", "wsf", "xlsm"),
    OTHER;

    private final List<String> extensions;

    FileKind(String... extensions) { this.extensions = List.of(extensions); }

    /// @param extension with its dot, as [FileName] gives it
    static FileKind of(String extension) {
        String folded = extension.toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            if (!folded.isEmpty() && kind.extensions.contains(folded.substring(1))) return kind;
        }
        return OTHER;
    }
}
