/// The window's frame: navigation, notices, the page in front.
@NullMarked
package io.landline.ui.shell;

import org.jspecify.annotations.NullMarked;
