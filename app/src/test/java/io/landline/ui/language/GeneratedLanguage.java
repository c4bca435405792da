package io.landline.ui.language;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The whole window once more, in a language that nobody speaks: its classes are loaded anew, and what they read as
/// English are the English texts, changed word by word.
final class GeneratedLanguage extends ClassLoader {
    private static final String OURS = "io.landline.";
    private static final String TEXTS = "messages_en.properties";
    /// A place for an argument, with the choices in it, stays as it is; so does an escape of the pattern.
    private static final Pattern WORD = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}|\\p{L}+");

    private final UnaryOperator<String> speak;

    /// @param speak gives a word in the language
    GeneratedLanguage(UnaryOperator<String> speak) {
        super(GeneratedLanguage.class.getClassLoader());
        this.speak = speak;
    }

    /// Vowels and some more letters twice: two fifths longer, and still to be read.
    static GeneratedLanguage longer() {
        return new GeneratedLanguage(word -> word.replaceAll("([aeiouynrAEIOUYNR])", "$1$1"));
    }

    /// Hebrew letters: it is written from the right.
    static GeneratedLanguage mirrored() {
        return new GeneratedLanguage(word -> word.chars()
                .mapToObj(each -> String.valueOf((char) ('א' + each % ('ת' - 'א' + 1))))
                .reduce("", String::concat));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) throw new ClassNotFoundException(name);
            byte[] code = in.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        InputStream english = super.getResourceAsStream(name);
        if (english == null || !name.endsWith(TEXTS)) return english;
        try (var in = new InputStreamReader(english, StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(in);
            texts.replaceAll((_, text) -> spoken(String.valueOf(text)));
            var out = new StringWriter();
            texts.store(out, null);
            return new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String spoken(String text) {
        Matcher words = WORD.matcher(text);
        return words.replaceAll(found -> Matcher.quoteReplacement(
                found.group().startsWith("{") ? found.group() : speak.apply(found.group())));
    }
}
