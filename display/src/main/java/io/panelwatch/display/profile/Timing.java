package io.panelwatch.display.profile;

import java.time.Duration;

/**
 * The waits that a controller's datasheet demands whatever a sequence says.
 *
 * @param resetLow how long the reset line is held low
 * @param settle rest after a reset, SLPIN or SLPOUT before any command
 * @param sleepChange rest after a reset or a change of sleep before the next SLPIN or SLPOUT; zero
 *     where the controller has no such rule
 * @param powerOn rest after power comes on before the reset line is driven low
 */
public record Timing(Duration resetLow, Duration settle, Duration sleepChange, Duration powerOn) {}
