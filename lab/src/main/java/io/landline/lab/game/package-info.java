/// Games over the network: a quiz (S12), hangman (S13), noughts and crosses (S14).
@NullMarked
package io.landline.lab.game;

import org.jspecify.annotations.NullMarked;
