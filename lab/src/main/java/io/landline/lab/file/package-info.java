/// One file for whoever says the key (S7).
@NullMarked
package io.landline.lab.file;

import org.jspecify.annotations.NullMarked;
