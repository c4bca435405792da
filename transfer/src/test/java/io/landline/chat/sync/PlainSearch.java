package io.landline.chat.sync;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.json.MalformedJsonException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Finds texts with all of these words, as a store does, without an index.
final class PlainSearch {
    private final List<String> wanted;

    PlainSearch(String words) { wanted = words(words); }

    boolean finds(Entry entry) {
        List<String> there = words(text(entry));
        return !wanted.isEmpty()
                && wanted.stream().allMatch(word -> there.stream().anyMatch(each -> each.startsWith(word)));
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String text(Entry entry) {
        byte[] body = entry.body();
        if (body == null || !entry.kind().equals(EntryKind.TEXT)) return "";
        try {
            return EntryText.ofBody(body).value();
        } catch (MalformedJsonException e) {
            return "";
        }
    }
}
