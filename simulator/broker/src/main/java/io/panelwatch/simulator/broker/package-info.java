/** One main class around Artemis, run as a child process. */
@NullMarked
package io.panelwatch.simulator.broker;

import org.jspecify.annotations.NullMarked;
