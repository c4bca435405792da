/// A program that attacks a real node from outside, and measures what a friend notices of it.
@NullMarked
package io.landline.attack;

import org.jspecify.annotations.NullMarked;
