/// HTTP by hand: a small client and a small server (S15).
@NullMarked
package io.landline.lab.web;

import org.jspecify.annotations.NullMarked;
