/// First run: a name, and a room to create or to join.
@NullMarked
package io.landline.ui.welcome;

import org.jspecify.annotations.NullMarked;
