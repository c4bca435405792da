package io.landline.ui.paragraph;

import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Where the pieces of a message stand: below each other, but the sign of a list's item beside its words. Stateless;
/// JavaFX thread.
final class MessageLayout {
    private MessageLayout() {}

    /// `SIGN` is the bullet or the number of the `ITEM` that follows it.
    enum Role { TEXT, CODE, SIGN, ITEM }

    /// A piece, and which letters of the message it shows.
    ///
    /// @param depth of an item, and of its sign
    /// @param copy what copies it, in its corner; null for nothing
    /// @param scroll of code that does not wrap; null where it does, and for all else
    record Part(TextPiece piece, int start, int end, Role role, int depth, @Nullable Node copy,
            @Nullable CodeScroll scroll) {
        /// The look that each of its letters has at least.
        int looks() {
            return role == Role.CODE ? LetterLooks.CODE : LetterLooks.PLAIN;
        }
    }

    /// Of the widest sign: all items of one depth begin below each other.
    private static double signs(List<Part> parts) {
        double widest = 0;
        for (Part part : parts) {
            if (part.role() == Role.SIGN) widest = Math.max(widest, Math.ceil(part.piece().prefWidth(-1)));
        }
        return widest;
    }

    private static double indent(Part part, double signs) {
        return part.role() == Role.ITEM ? (part.depth() + 1) * signs : 0;
    }

    /// In which no line wraps.
    static double width(List<Part> parts) {
        double signs = signs(parts);
        double widest = 0;
        for (Part part : parts) {
            widest = Math.max(widest, indent(part, signs) + part.piece().prefWidth(-1) + copyWidth(part));
        }
        return widest;
    }

    /// In this width.
    static double height(List<Part> parts, double width) {
        double signs = signs(parts);
        double height = 0;
        for (Part part : parts) {
            CodeScroll scroll = part.scroll();
            double inner = inner(part, signs, width);
            if (scroll != null) {
                height += scroll.height(inner);
            } else if (part.role() != Role.SIGN) {
                height += part.piece().prefHeight(inner);
            }
        }
        return height;
    }

    /// Without the place of what copies code: where a line would reach below that, it stands beside the code.
    private static double inner(Part part, double signs, double width) {
        double inner = Math.max(1, width - indent(part, signs));
        double copy = copyWidth(part);
        return copy > 0 && part.piece().prefWidth(-1) + copy > inner ? Math.max(1, inner - copy) : inner;
    }

    private static double copyWidth(Part part) {
        Node copy = part.copy();
        return copy == null ? 0 : Math.ceil(copy.prefWidth(-1)) + 2 * copyGap(part);
    }

    private static double copyGap(Part part) {
        return part.piece().getInsets().getTop() / 2;
    }

    static void place(List<Part> parts, double left, double top, double width) {
        double signs = signs(parts);
        double y = top;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            TextPiece piece = part.piece();
            if (part.role() == Role.SIGN) {
                double x = part.depth() * signs;
                double wide = Math.ceil(piece.prefWidth(-1));
                boolean isMirrored = parts.get(i + 1).piece().isRightToLeft();
                // the blank of the sign stands outside of it, else there would be none beside the words
                if (isMirrored) x = width - x - wide + piece.blank();
                piece.resizeRelocate(left + x, y, wide, piece.prefHeight(wide));
                continue;
            }
            double inner = inner(part, signs, width);
            CodeScroll scroll = part.scroll();
            double height = scroll != null ? scroll.place(left, y, inner) : piece.prefHeight(inner);
            if (scroll == null) {
                piece.resizeRelocate(left + (piece.isRightToLeft() ? 0 : indent(part, signs)), y, inner, height);
            }
            Node copy = part.copy();
            if (copy != null) {
                double gap = copyGap(part);
                copy.autosize();
                copy.relocate(left + width - copy.getLayoutBounds().getWidth() - gap, y + gap);
            }
            y += height;
        }
    }

    /// The part that is nearest to a point.
    static Part at(List<Part> parts, double x, double y) {
        for (Part part : parts) {
            TextPiece piece = part.piece();
            if (y >= piece.getLayoutY() + piece.getHeight()) continue;
            boolean isBeside = part.role() == Role.SIGN
                    && (x < piece.getLayoutX() || x >= piece.getLayoutX() + piece.getWidth());
            if (!isBeside) return part;
        }
        return parts.getLast();
    }
}
