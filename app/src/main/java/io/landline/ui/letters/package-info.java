/// How wide letters are, how much of a long text is drawn, and which of it are pictures of emoji. Used by what shows
/// text, in `ui.label` and `ui.paragraph`.
@NullMarked
package io.landline.ui.letters;

import org.jspecify.annotations.NullMarked;
