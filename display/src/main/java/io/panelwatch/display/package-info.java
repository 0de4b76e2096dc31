/** A panel's life: init, show, sleep, wake, off. */
@NullMarked
package io.panelwatch.display;

import org.jspecify.annotations.NullMarked;
