/**
 * What the LCD shows: pure functions from the device's state to a scene.
 *
 * <p>{@link io.panelwatch.agent.screen.Screens#of} is the way in; one class per screen behind it.
 * Every word lies in {@code words_en.properties} and {@code words_zh.properties} beside this
 * package's classes; what a fault is called and what to do about it comes with the fault.
 *
 * <p>Who gets the screen: a technician who pressed a button, then the public. A fault takes it from
 * the public only when its public impact is out of service; otherwise it is a banner.
 */
@NullMarked
package io.panelwatch.agent.screen;

import org.jspecify.annotations.NullMarked;
