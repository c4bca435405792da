package io.landline.lab;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an experiment found out, at its end.
public interface LabResult {
    /// The names and values of `lab-result`, in order. Values are numbers, texts, booleans, null, and lists and maps of
    /// these.
    Map<String, @Nullable Object> fields();

    /// The closing line for a person.
    String summary();
}
