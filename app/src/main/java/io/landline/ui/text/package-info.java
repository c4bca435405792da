/// Texts as the window shows them: amounts and times in words, links, emoji and emphasis in messages, names
/// of files and their kinds, and other people's text made safe. Knows no toolkit.
@NullMarked
package io.landline.ui.text;

import org.jspecify.annotations.NullMarked;
