import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.Stylesheet;

/// Writes the binary form of each style sheet beside it: the toolkit takes that where it finds it, and does not read
/// text at each start.
///
/// Argument: the folder of the built classes and resources.
class CompileSheets {
    private static final String TEXT = ".css";
    private static final String BINARY = ".bss";

    static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        if (!Files.exists(classes)) return;
        List<Path> sheets;
        try (var all = Files.walk(classes)) {
            sheets = all.filter(file -> file.toString().endsWith(TEXT)).toList();
        }
        for (Path sheet : sheets) {
            String name = sheet.getFileName().toString();
            Path binary = sheet.resolveSibling(name.substring(0, name.length() - TEXT.length()) + BINARY);
            boolean fresh = Files.exists(binary)
                    && Files.getLastModifiedTime(binary).compareTo(Files.getLastModifiedTime(sheet)) > 0;
            if (!fresh) Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
        }
    }
}
