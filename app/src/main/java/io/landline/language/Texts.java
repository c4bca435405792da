package io.landline.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.PropertyResourceBundle;

/// The texts of one package, and of the packages inside it that have none of their own, in one language:
/// `messages_en.properties`, `messages_fr.properties` beside its classes. A key that is missing is an error of ours,
/// which a test finds. Immutable; any thread.
///
/// The JDK's own lookup is not used: it falls back to the system's language, and somebody with a French system who
/// chooses English would read French.
public final class Texts {
    private final PropertyResourceBundle bundle;
    private final Locale locale;
    private final boolean isMirrored;

    private Texts(PropertyResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
        isMirrored = LeftToRight.isMirrored(locale);
    }

    /// Those beside this class; where none are, those of the nearest package around its own.
    public static Texts beside(Class<?> user, Language language) {
        String name = "messages_" + language.tag() + ".properties";
        try (InputStream in = open(user, user.getPackageName().replace('.', '/'), name)) {
            return new Texts(new PropertyResourceBundle(new InputStreamReader(in, UTF_8)), language.locale());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " beside " + user.getName(), e);
        }
    }

    private static InputStream open(Class<?> user, String folder, String name) {
        InputStream in = user.getResourceAsStream("/" + folder + "/" + name);
        if (in != null) return in;
        int parent = folder.lastIndexOf('/');
        if (parent < 0) throw new IllegalArgumentException("no " + name + " beside or around " + user.getName());
        return open(user, folder.substring(0, parent), name);
    }

    public String get(String key) {
        return bundle.getString(key);
    }

    /// With arguments in the places `{0}`, `{1}` …; what stands in an argument is never read as a pattern. To be shown:
    /// in a language that is written from the right, marks keep what is written from the left together.
    public String format(String key, Object... arguments) {
        return isMirrored
                ? plain(key, Arrays.stream(arguments).map(LeftToRight::kept).toArray())
                : plain(key, arguments);
    }

    /// As [#format], to be copied, sent or stored: without marks.
    public String plain(String key, Object... arguments) {
        return SentencePattern.fill(bundle.getString(key), locale, arguments);
    }

    /// Several things in one line: `Ada, Bob, Cleo`. To be shown, as [#format] is.
    public String list(Collection<String> things) {
        return InlineList.of(locale, things);
    }

    /// What there is to know of one thing: `3.4 MB · 12 files · Yesterday`. To be shown, as [#format] is.
    public String facts(Collection<String> facts) {
        return InlineList.facts(locale, facts);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public Locale locale() {
        return locale;
    }
}
