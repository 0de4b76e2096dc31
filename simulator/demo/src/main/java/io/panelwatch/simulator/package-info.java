/** The whole system on one machine. */
@NullMarked
package io.panelwatch.simulator;

import org.jspecify.annotations.NullMarked;
