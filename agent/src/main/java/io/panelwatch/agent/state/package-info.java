/**
 * What the device knows, as one immutable value, and the events that change it.
 *
 * <p>One thread folds {@link io.panelwatch.agent.state.Event events} into {@link
 * io.panelwatch.agent.state.DeviceState}; nothing else mutates state. Screens and status are pure
 * functions of it.
 */
@NullMarked
package io.panelwatch.agent.state;

import org.jspecify.annotations.NullMarked;
