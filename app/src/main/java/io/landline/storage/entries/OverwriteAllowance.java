package io.landline.storage.entries;

import java.util.Arrays;
import java.util.HashSet;

/// How many words of removed texts may still be overwritten in the search at once ([SearchIndexCleanup]). It is one
/// allowance for all writes, since one person may have many short texts removed. The writer's thread only.
final class OverwriteAllowance {
    /// Different words of each text. All of them take some 60 ms, for which other writes wait.
    static final int WORDS = 512;

    private int left = WORDS;

    /// Takes the words of a text; false if it has more than are left.
    ///
    /// @param indexed as [io.landline.chat.view.FoldedText#indexed] has it
    boolean take(String indexed) {
        int words = new HashSet<>(Arrays.asList(indexed.split(" "))).size();
        if (words > left) return false;
        left -= words;
        return true;
    }

    /// To be called where no noted words are left.
    void refill() {
        left = WORDS;
    }
}
