/// The page of the Lab: the course's socket programs side by side, with what passes between them.
@NullMarked
package io.landline.ui.lab;

import org.jspecify.annotations.NullMarked;
