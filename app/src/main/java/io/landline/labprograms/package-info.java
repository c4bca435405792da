/// The catalogue of the Lab: each program once, with its settings and how to start it. The command line and the Lab
/// page are made from it.
@NullMarked
package io.landline.labprograms;

import org.jspecify.annotations.NullMarked;
