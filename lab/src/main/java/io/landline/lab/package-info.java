/// What all experiments share: their list, what happens in them as events, what a server is while it runs.
@NullMarked
package io.landline.lab;

import org.jspecify.annotations.NullMarked;
