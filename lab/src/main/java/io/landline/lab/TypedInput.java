package io.landline.lab;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// What a person types, a line at a time: from the terminal, from a pipe, or from a field of a window. Called by the
/// client's thread.
public interface TypedInput {
    /// The next line without its end, null where there will be no more. Blocks. The prompt is for a person; a pipe does
    /// not see it.
    @Nullable
    String next(LabMessage prompt) throws IOException, InterruptedException;

    /// These lines, and then the end.
    static TypedInput lines(List<String> lines) {
        Queue<String> left = new ArrayDeque<>(lines);
        return _ -> left.poll();
    }

    /// Nothing is typed.
    static TypedInput nothing() {
        return _ -> null;
    }
}
