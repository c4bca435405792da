/// Labels, buttons and prompts with text of any length and of anybody: with emoji, over several lines, or shortened.
@NullMarked
package io.landline.ui.label;

import org.jspecify.annotations.NullMarked;
