import com.sun.javafx.css.CompoundSelector;
import com.sun.javafx.css.SimpleSelector;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.CssParser;
import javafx.css.PseudoClass;
import javafx.css.Rule;
import javafx.css.Selector;
import javafx.css.StyleClass;
import javafx.css.StyleConverter;
import javafx.css.Stylesheet;

/// Writes the binary form of each style sheet beside it: the toolkit takes that where it finds it, and does not read
/// text at each start. Two builds write the same bytes.
///
/// Argument: the folder of the built classes and resources.
class CompileSheets {
    private static final String TEXT = ".css";
    private static final String BINARY = ".bss";

    static void main(String[] args) throws IOException, ReflectiveOperationException {
        Path classes = Path.of(args[0]);
        if (!Files.exists(classes)) return;
        List<Path> sheets;
        try (var all = Files.walk(classes)) {
            sheets = all.filter(file -> file.toString().endsWith(TEXT)).sorted().toList();
        }
        for (Path sheet : sheets) {
            String name = sheet.getFileName().toString();
            Path binary = sheet.resolveSibling(name.substring(0, name.length() - TEXT.length()) + BINARY);
            boolean fresh = Files.exists(binary)
                    && Files.getLastModifiedTime(binary).compareTo(Files.getLastModifiedTime(sheet)) > 0;
            if (!fresh) compile(sheet, binary);
        }
    }

    /// The toolkit writes the classes and states of a selector in the order of a set, which differs from run to run.
    /// They are put in the order of their names here; the rest is as the toolkit writes it.
    private static void compile(Path sheet, Path binary) throws IOException, ReflectiveOperationException {
        Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
        byte[] theirs = Files.readAllBytes(binary);
        Stylesheet parsed = new CssParser().parse(sheet.toUri().toURL());
        for (Rule rule : parsed.getRules()) {
            for (Selector selector : rule.getSelectors()) order(selector);
        }
        byte[] ours = bytes(parsed, theirs);
        if (ours.length != theirs.length) {
            throw new IOException(sheet + ": " + ours.length + " bytes, where the toolkit writes " + theirs.length);
        }
        Files.write(binary, ours);
    }

    private static void order(Selector selector) throws ReflectiveOperationException {
        if (selector instanceof CompoundSelector compound) {
            for (SimpleSelector each : compound.getSelectors()) order(each);
        } else if (selector instanceof SimpleSelector simple) {
            put(simple, "cachedStyleClasses", ordered(simple.getStyleClassSet(), StyleClass::getStyleClassName));
            put(simple, "pseudoClassState", ordered(simple.getPseudoClassStates(), PseudoClass::getPseudoClassName));
        }
    }

    private static <T> Set<T> ordered(Set<T> set, Function<T, String> name) {
        return set.stream().sorted(Comparator.comparing(name)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void put(SimpleSelector selector, String field, Set<?> set) throws ReflectiveOperationException {
        Field place = SimpleSelector.class.getDeclaredField(field);
        place.setAccessible(true);
        place.set(selector, set);
    }

    /// As [Stylesheet#convertToBinary] writes it: the version of the form, all strings, the rules.
    private static byte[] bytes(Stylesheet sheet, byte[] theirs) throws IOException, ReflectiveOperationException {
        Method write = Stylesheet.class.getDeclaredMethod("writeBinary", DataOutputStream.class,
                StyleConverter.StringStore.class);
        write.setAccessible(true);
        var strings = new StyleConverter.StringStore();
        var rules = new ByteArrayOutputStream();
        write.invoke(sheet, new DataOutputStream(rules), strings);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(Arrays.copyOf(theirs, Short.BYTES));
        strings.writeBinary(out);
        rules.writeTo(out);
        return bytes.toByteArray();
    }
}
