/**
 * A board that exists in memory, with a physical model that moves its sensors.
 *
 * <pre>
 *   BoardChange --> SimulatedBoard --> PhysicalModel = Cooling + Supply + disks + link
 *                        |                  |
 *                    SensorGate         BoardState --> SimulatedSource --> the agent's probes
 *                  (fails, hangs)           +--------> describe()      --> the console
 *
 *   the LCD engine --> VirtualLcd (link, lines, light) --> picture()   --> the console
 * </pre>
 *
 * <p>The model has no thread: it is moved on to the clock's time by whoever asks. So a test that
 * advances its clock by three minutes sees exactly what three minutes do.
 */
@NullMarked
package io.panelwatch.simulator.board;

import org.jspecify.annotations.NullMarked;
