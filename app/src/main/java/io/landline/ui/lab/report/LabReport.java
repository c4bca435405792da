package io.landline.ui.lab.report;

import java.util.List;

/// A report as it is put together: a title, and parts in their order. All texts are plain; the code that writes them
/// down escapes them. Immutable; any thread.
///
/// @param language of the document: `en`
/// @param made a line on when and by what
public record LabReport(String language, String title, String made, List<Part> parts) {
    public LabReport {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {
        String heading();
    }

    public record Words(String heading, List<String> paragraphs) implements Part {
        public Words {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /// Lines that keep their places: a command, a result.
    public record Listing(String heading, String lines) implements Part {}

    /// @param rows each as long as `columns`
    public record Table(String heading, List<String> columns, List<List<String>> rows) implements Part {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> each : rows) {
                if (each.size() != columns.size()) throw new IllegalArgumentException("a row of another length");
            }
        }
    }

    /// @param png the picture's file
    public record Picture(String heading, byte[] png) implements Part {
        public Picture {
            png = png.clone();
        }

        @Override
        public byte[] png() {
            return png.clone();
        }
    }
}
