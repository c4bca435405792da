/// The main job, shown and checked: two nodes find each other, prove the key, chat and move a file.
@NullMarked
package io.landline.demo;

import org.jspecify.annotations.NullMarked;
