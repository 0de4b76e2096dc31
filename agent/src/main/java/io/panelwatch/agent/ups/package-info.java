/**
 * The UPS in front of the board, asked through Network UPS Tools.
 *
 * <p>Start at {@code UpsSource}: one more sensor source, for the UPS that {@code [watch] ups}
 * names. {@code UpsPoll} asks, {@code NutConnection} speaks the network protocol of upsd(8) (NUT
 * developer guide, chapter "Network protocol information", and RFC 9271), of which reading needs
 * one command and no login.
 */
@NullMarked
package io.panelwatch.agent.ups;

import org.jspecify.annotations.NullMarked;
