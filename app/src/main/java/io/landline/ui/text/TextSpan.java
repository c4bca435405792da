package io.landline.ui.text;

import java.net.URI;

/// A part of a shown text that is more than plain letters. Parts of one kind do not overlap, but for styles: letters
/// may be bold and italic. Immutable.
public sealed interface TextSpan {
    /// The place of its first UTF-16 unit.
    int start();

    /// The place behind its last one.
    int end();

    /// The same in a text that begins elsewhere.
    ///
    /// @param by how far to the left
    TextSpan part(int by, int start, int end);

    /// An address that the system's browser can open.
    ///
    /// @param target what the letters say, in ASCII: never anything else
    record Link(int start, int end, URI target) implements TextSpan {
        @Override
        public Link part(int by, int from, int to) {
            return new Link(from - by, to - by, target);
        }
    }

    /// What a search found.
    ///
    /// @param isCurrent whether it is in the message at which the search stands
    record Hit(int start, int end, boolean isCurrent) implements TextSpan {
        @Override
        public Hit part(int by, int from, int to) {
            return new Hit(from - by, to - by, isCurrent);
        }
    }

    /// How letters within a line are drawn.
    enum Style { BOLD, ITALIC, CODE }

    record Styled(int start, int end, Style style) implements TextSpan {
        @Override
        public Styled part(int by, int from, int to) {
            return new Styled(from - by, to - by, style);
        }
    }

    /// What letters of a program are, where they have a colour of their own.
    enum CodePart { KEYWORD, STRING, NUMBER, COMMENT }

    /// In a block of code.
    record Coloured(int start, int end, CodePart kind) implements TextSpan {
        @Override
        public Coloured part(int by, int from, int to) {
            return new Coloured(from - by, to - by, kind);
        }
    }

    /// The name of somebody that the message calls, with its `@`.
    ///
    /// @param letters the name as it stands there
    /// @param own whether it is this user
    record Called(int start, int end, String letters, boolean own) implements TextSpan {
        @Override
        public Called part(int by, int from, int to) {
            return new Called(from - by, to - by, letters, own);
        }
    }

    /// A part with lines of its own; all blocks together and what is between them are the text.
    sealed interface Block extends TextSpan {}

    /// Lines of a program, say.
    record CodeBlock(int start, int end) implements Block {
        @Override
        public CodeBlock part(int by, int from, int to) {
            return new CodeBlock(from - by, to - by);
        }
    }

    /// @param body where the words begin, behind the bullet or the number
    /// @param depth 0 for an item of no other list
    record ListItem(int start, int body, int end, int depth) implements Block {
        @Override
        public ListItem part(int by, int from, int to) {
            return new ListItem(from - by, Math.clamp(body, from, to) - by, to - by, depth);
        }
    }
}
