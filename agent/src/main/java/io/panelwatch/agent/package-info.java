/** The entry point of the program. */
@NullMarked
package io.panelwatch.agent;

import org.jspecify.annotations.NullMarked;
