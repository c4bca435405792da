/// The page of the Lab: the course's socket programs side by side, with what passes between them, and how a person
/// saves it. Puts cards and diagrams together; the state of each program is kept by its card.
@NullMarked
package io.landline.ui.lab;

import org.jspecify.annotations.NullMarked;
