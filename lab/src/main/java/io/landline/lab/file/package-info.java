/// One file for every client that says the key (S7).
@NullMarked
package io.landline.lab.file;

import org.jspecify.annotations.NullMarked;
