package io.panelwatch.simulator.demo;

import io.panelwatch.agent.fault.Language;
import java.nio.file.Path;

/**
 * What a demonstration is started with.
 *
 * @param httpPort of the console; 0 takes a free one
 * @param mqttPort of the broker; 0 takes a free one
 * @param language of the LCD
 * @param panel the kind of panel
 * @param state folder of stores and journals; created when missing
 * @param speed how fast the injected clock runs, 1 is real
 */
record DemoSettings(
    int httpPort, int mqttPort, Language language, DemoPanel panel, Path state, double speed) {}
